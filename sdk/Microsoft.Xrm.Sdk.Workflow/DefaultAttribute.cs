using System;

namespace Microsoft.Xrm.Sdk.Workflow;

/// <summary>The value, as text, of an argument that the process leaves out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultAttribute : Attribute
{
    public DefaultAttribute(string value) => Value = value;

    public string Value { get; }
}
