using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads the rows that a query finds.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class RetrieveMultipleRequest : OrganizationRequest
{
    public RetrieveMultipleRequest()
    {
        RequestName = "RetrieveMultiple";
        Query = default;
    }

    public QueryBase Query
    {
        get => Parameters.Get<QueryBase>("Query");
        set => Parameters["Query"] = value;
    }
}

/// <summary>A page of rows.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class RetrieveMultipleResponse : OrganizationResponse
{
    public EntityCollection EntityCollection => Results.Get<EntityCollection>("EntityCollection");
}
