namespace Microsoft.Xrm.Sdk;

/// <summary>XML namespaces of the platform's data contracts.</summary>
internal static class Contracts
{
    internal const string Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts";
    internal const string Services = "http://schemas.microsoft.com/xrm/2011/Contracts/Services";
    internal const string Namespace7_1 = "http://schemas.microsoft.com/xrm/7.1/Contracts";
    internal const string Namespace9_0 = "http://schemas.microsoft.com/xrm/9.0/Contracts";
}
