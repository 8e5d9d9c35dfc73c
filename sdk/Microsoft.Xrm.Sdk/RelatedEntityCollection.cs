using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Rows that go with a row, by relationship.</summary>
[Serializable]
[CollectionDataContract(Name = "RelatedEntityCollection", Namespace = Contracts.Namespace)]
public sealed class RelatedEntityCollection : DataCollection<Relationship, EntityCollection>
{
}
