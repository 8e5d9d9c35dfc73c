using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>How the conditions of a filter are joined.</summary>
[DataContract(Name = "LogicalOperator", Namespace = Contracts.Namespace)]
public enum LogicalOperator
{
    [EnumMember]
    And = 0,

    [EnumMember]
    Or = 1,
}
