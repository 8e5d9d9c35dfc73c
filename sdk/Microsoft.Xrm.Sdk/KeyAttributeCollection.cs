using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The columns of an alternate key and the values by which a row is addressed.</summary>
[Serializable]
[CollectionDataContract(Name = "KeyAttributeCollection", Namespace = Contracts.Namespace7_1)]
[KnownType(nameof(GetKnownTypes))]
public class KeyAttributeCollection : DataCollection<string, object>
{
    private static IEnumerable<Type> GetKnownTypes() => KnownValueTypes.Get();
}
