using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The columns of a row, by logical name.</summary>
[Serializable]
[CollectionDataContract(Name = "AttributeCollection", Namespace = Contracts.Namespace)]
[KnownType(nameof(GetKnownTypes))]
public sealed class AttributeCollection : DataCollection<string, object>
{
    private static IEnumerable<Type> GetKnownTypes() => KnownValueTypes.Get();
}
