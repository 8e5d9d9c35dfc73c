using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads a row, with related rows where they are asked for.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class RetrieveRequest : OrganizationRequest
{
    public RetrieveRequest()
    {
        RequestName = "Retrieve";
        Target = default;
        ColumnSet = default;
    }

    public EntityReference Target
    {
        get => Parameters.Get<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public ColumnSet ColumnSet
    {
        get => Parameters.Get<ColumnSet>("ColumnSet");
        set => Parameters["ColumnSet"] = value;
    }

    public RelationshipQueryCollection RelatedEntitiesQuery
    {
        get => Parameters.Get<RelationshipQueryCollection>("RelatedEntitiesQuery");
        set => Parameters["RelatedEntitiesQuery"] = value;
    }

    public bool ReturnNotifications
    {
        get => Parameters.Get<bool>("ReturnNotifications");
        set => Parameters["ReturnNotifications"] = value;
    }
}

/// <summary>The row.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class RetrieveResponse : OrganizationResponse
{
    public Entity Entity => Results.Get<Entity>("Entity");
}
