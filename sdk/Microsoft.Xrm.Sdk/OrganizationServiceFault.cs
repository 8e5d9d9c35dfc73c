using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Why the platform refused a request.</summary>
[Serializable]
[KnownType(typeof(ExecuteTransactionFault))]
[DataContract(Name = "OrganizationServiceFault", Namespace = Contracts.Namespace)]
public class OrganizationServiceFault : BaseServiceFault
{
    [DataMember]
    public bool ExceptionRetriable { get; set; }

    [DataMember]
    public string ExceptionSource { get; set; }

    [DataMember]
    public OrganizationServiceFault InnerFault { get; set; }

    [DataMember]
    public string OriginalException { get; set; }

    [DataMember]
    public string TraceText { get; set; }
}
