using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>The column that a property stands for.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AttributeLogicalNameAttribute : Attribute
{
    public AttributeLogicalNameAttribute(string logicalName)
    {
        if (string.IsNullOrWhiteSpace(logicalName))
            throw new ArgumentNullException(nameof(logicalName));
        LogicalName = logicalName;
    }

    public string LogicalName { get; }
}
