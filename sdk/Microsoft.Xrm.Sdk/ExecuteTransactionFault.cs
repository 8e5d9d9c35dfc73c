using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The fault that undid a transaction.</summary>
[Serializable]
[DataContract(Name = "ExecuteTransactionFault", Namespace = Contracts.Namespace)]
public sealed class ExecuteTransactionFault : OrganizationServiceFault
{
    /// <summary>From 0.</summary>
    [DataMember]
    public int FaultedRequestIndex { get; set; }
}
