using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Turns a query expression into FetchXML.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class QueryExpressionToFetchXmlRequest : OrganizationRequest
{
    public QueryExpressionToFetchXmlRequest()
    {
        RequestName = "QueryExpressionToFetchXml";
        Query = default;
    }

    public QueryBase Query
    {
        get => Parameters.Get<QueryBase>("Query");
        set => Parameters["Query"] = value;
    }
}

/// <summary>The query.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class QueryExpressionToFetchXmlResponse : OrganizationResponse
{
    public string FetchXml => Results.Get<string>("FetchXml");
}
