using System;
using System.Runtime.Serialization;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>A privilege of a role or user and how deep it reaches.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RolePrivilege : IExtensibleDataObject
{
    [DataMember]
    public Guid BusinessUnitId { get; set; }

    [DataMember]
    public PrivilegeDepth Depth { get; set; }

    [DataMember]
    public Guid PrivilegeId { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
