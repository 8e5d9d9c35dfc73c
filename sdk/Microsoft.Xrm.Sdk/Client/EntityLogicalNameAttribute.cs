using System;

namespace Microsoft.Xrm.Sdk.Client;

/// <summary>The table that a class stands for.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EntityLogicalNameAttribute : Attribute
{
    public EntityLogicalNameAttribute(string logicalName)
    {
        if (string.IsNullOrWhiteSpace(logicalName))
            throw new ArgumentNullException(nameof(logicalName));
        LogicalName = logicalName;
    }

    public string LogicalName { get; }
}
