using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What one request of a batch answered, or why it failed.</summary>
[DataContract(Name = "ExecuteMultipleResponseItem", Namespace = Contracts.Namespace)]
public sealed class ExecuteMultipleResponseItem : IExtensibleDataObject
{
    /// <summary>From 0.</summary>
    [DataMember]
    public int RequestIndex { get; set; }

    [DataMember]
    public OrganizationResponse Response { get; set; }

    [DataMember]
    public OrganizationServiceFault Fault { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
