using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>How a batch goes on after a fault, and what it answers.</summary>
[DataContract(Name = "ExecuteMultipleSettings", Namespace = Contracts.Namespace)]
public sealed class ExecuteMultipleSettings : IExtensibleDataObject
{
    [DataMember]
    public bool ContinueOnError { get; set; }

    [DataMember]
    public bool ReturnResponses { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
