using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Images of a row before or after the operation, by alias.</summary>
[Serializable]
[CollectionDataContract(Name = "EntityImageCollection", Namespace = Contracts.Namespace)]
public sealed class EntityImageCollection : DataCollection<string, Entity>
{
}
