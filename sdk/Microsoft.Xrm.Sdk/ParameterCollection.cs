using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Parameters of a request, results of a response, shared variables of a pipeline, by name.</summary>
[Serializable]
[CollectionDataContract(Name = "ParameterCollection", Namespace = Contracts.Namespace)]
[KnownType(nameof(GetKnownTypes))]
public class ParameterCollection : DataCollection<string, object>
{
    private static IEnumerable<Type> GetKnownTypes() => KnownValueTypes.Get().Concat(KnownMessageTypes.Get());
}
