using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The answers of a transaction's requests, in their order.</summary>
[CollectionDataContract(Name = "OrganizationResponseCollection", Namespace = Contracts.Namespace)]
public sealed class OrganizationResponseCollection : DataCollection<OrganizationResponse>
{
}
