using System;

namespace Microsoft.Xrm.Sdk.Workflow;

/// <summary>The table of a look-up argument. Required on those.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReferenceTargetAttribute : Attribute
{
    public ReferenceTargetAttribute(string entityName) => EntityName = entityName;

    public string EntityName { get; }
}
