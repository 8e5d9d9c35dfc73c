namespace Microsoft.Xrm.Sdk;

/// <summary>Typed reading of parameters and results.</summary>
internal static class ParameterValues
{
    /// <summary>The value; the type's default where it is absent or null.</summary>
    internal static T Get<T>(this ParameterCollection parameters, string name) =>
        parameters.TryGetValue(name, out var value) && value != null ? (T)value : default;
}
