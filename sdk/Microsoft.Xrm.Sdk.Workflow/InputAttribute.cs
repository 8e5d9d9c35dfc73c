using System;

namespace Microsoft.Xrm.Sdk.Workflow;

/// <summary>The argument is taken in.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : ParameterAttribute
{
    public InputAttribute(string name)
        : base(name)
    {
    }
}
