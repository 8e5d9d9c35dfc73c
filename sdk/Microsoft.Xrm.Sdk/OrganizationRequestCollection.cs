using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The requests of a batch.</summary>
[CollectionDataContract(Name = "OrganizationRequestCollection", Namespace = Contracts.Namespace)]
public sealed class OrganizationRequestCollection : DataCollection<OrganizationRequest>
{
}
