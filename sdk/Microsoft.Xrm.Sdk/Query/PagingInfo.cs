using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>Which page of a result is asked for.</summary>
[DataContract(Name = "PagingInfo", Namespace = Contracts.Namespace)]
public sealed class PagingInfo : IExtensibleDataObject
{
    /// <summary>From 1.</summary>
    [DataMember]
    public int PageNumber { get; set; }

    /// <summary>Rows per page.</summary>
    [DataMember]
    public int Count { get; set; }

    [DataMember]
    public bool ReturnTotalRecordCount { get; set; }

    /// <summary>The cookie that the page before came with.</summary>
    [DataMember]
    public string PagingCookie { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
