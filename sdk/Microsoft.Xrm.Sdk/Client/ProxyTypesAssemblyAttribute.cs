using System;

namespace Microsoft.Xrm.Sdk.Client;

/// <summary>Says that an assembly holds early-bound tables.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ProxyTypesAssemblyAttribute : Attribute
{
}
