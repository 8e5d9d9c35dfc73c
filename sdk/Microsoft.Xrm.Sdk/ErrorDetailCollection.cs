using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Details of a fault, by name.</summary>
[Serializable]
[CollectionDataContract(Name = "ErrorDetailCollection", Namespace = Contracts.Namespace)]
[KnownType(nameof(GetKnownTypes))]
public sealed class ErrorDetailCollection : DataCollection<string, object>
{
    private static IEnumerable<Type> GetKnownTypes() => KnownValueTypes.Get();
}
