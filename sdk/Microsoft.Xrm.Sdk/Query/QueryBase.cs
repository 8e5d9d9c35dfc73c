using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>What RetrieveMultiple takes.</summary>
[DataContract(Name = "QueryBase", Namespace = Contracts.Namespace)]
[KnownType(typeof(QueryExpression))]
[KnownType(typeof(QueryByAttribute))]
[KnownType(typeof(FetchExpression))]
public abstract class QueryBase : IExtensibleDataObject
{
    public ExtensionDataObject ExtensionData { get; set; }
}
