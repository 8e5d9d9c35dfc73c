using System;

namespace Microsoft.Xrm.Sdk.Workflow;

/// <summary>Names an activity's argument for the people who design processes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ParameterAttribute : Attribute
{
    protected ParameterAttribute(string name) => Name = name;

    public string Name { get; }
}
