using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The end of a relationship on which the primary row stands.</summary>
[DataContract(Name = "EntityRole", Namespace = Contracts.Namespace)]
public enum EntityRole
{
    [EnumMember]
    Referencing = 0,

    [EnumMember]
    Referenced = 1,
}
