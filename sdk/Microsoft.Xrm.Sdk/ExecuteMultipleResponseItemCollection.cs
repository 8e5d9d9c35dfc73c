using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The answers of a batch.</summary>
[CollectionDataContract(Name = "ExecuteMultipleResponseItemCollection", Namespace = Contracts.Namespace)]
public sealed class ExecuteMultipleResponseItemCollection : DataCollection<ExecuteMultipleResponseItem>
{
}
