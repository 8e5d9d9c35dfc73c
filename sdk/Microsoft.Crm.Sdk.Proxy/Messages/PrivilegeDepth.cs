using System.Runtime.Serialization;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>How far a privilege reaches.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public enum PrivilegeDepth
{
    /// <summary>The user's own rows.</summary>
    [EnumMember]
    Basic = 0,

    /// <summary>The business unit.</summary>
    [EnumMember]
    Local = 1,

    /// <summary>The business unit and those below.</summary>
    [EnumMember]
    Deep = 2,

    /// <summary>The organization.</summary>
    [EnumMember]
    Global = 3,
}
