using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Columns as people read them, by logical name.</summary>
[Serializable]
[CollectionDataContract(Name = "FormattedValueCollection", Namespace = Contracts.Namespace)]
public sealed class FormattedValueCollection : DataCollection<string, string>
{
}
