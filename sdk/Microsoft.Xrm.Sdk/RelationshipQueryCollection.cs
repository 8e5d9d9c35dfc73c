using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Queries for related rows, by relationship.</summary>
[CollectionDataContract(Name = "RelationshipQueryCollection", Namespace = Contracts.Namespace)]
public sealed class RelationshipQueryCollection : DataCollection<Relationship, Query.QueryBase>
{
}
