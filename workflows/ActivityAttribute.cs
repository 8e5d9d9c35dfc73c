using System;

namespace Crm.Extensions.Workflows;

/// <summary>What a maker sees of the workflow activity class it stands on; <c>crmx pack</c> reads it from the built assembly.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ActivityAttribute : Attribute
{
    public ActivityAttribute(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>The activity's label in the workflow designer.</summary>
    public string Name { get; }

    public string Description { get; }
}
