using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Whether an update or delete looks at the row's version.</summary>
[DataContract(Name = "ConcurrencyBehavior", Namespace = Contracts.Namespace7_1)]
public enum ConcurrencyBehavior
{
    [EnumMember]
    Default = 0,

    [EnumMember]
    IfRowVersionMatches = 1,

    [EnumMember]
    AlwaysOverwrite = 2,
}
