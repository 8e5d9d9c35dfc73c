using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Updates the row that the id or alternate key finds, or creates it.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class UpsertRequest : OrganizationRequest
{
    public UpsertRequest()
    {
        RequestName = "Upsert";
        Target = default;
    }

    public Entity Target
    {
        get => Parameters.Get<Entity>("Target");
        set => Parameters["Target"] = value;
    }
}

/// <summary>The row, and whether it was created.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class UpsertResponse : OrganizationResponse
{
    public bool RecordCreated => Results.Get<bool>("RecordCreated");

    public EntityReference Target => Results.Get<EntityReference>("Target");
}
