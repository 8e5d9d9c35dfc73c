using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What became of a row since it was read.</summary>
[DataContract(Name = "EntityState", Namespace = Contracts.Namespace)]
public enum EntityState
{
    [EnumMember]
    Unchanged = 0,

    [EnumMember]
    Created = 1,

    [EnumMember]
    Changed = 2,
}
