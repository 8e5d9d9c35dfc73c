using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Updates or creates rows of one table in one transaction.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class UpsertMultipleRequest : OrganizationRequest
{
    public UpsertMultipleRequest()
    {
        RequestName = "UpsertMultiple";
        Targets = default;
    }

    public EntityCollection Targets
    {
        get => Parameters.Get<EntityCollection>("Targets");
        set => Parameters["Targets"] = value;
    }
}

/// <summary>An answer per row, in their order.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class UpsertMultipleResponse : OrganizationResponse
{
    public new UpsertResponse[] Results => base.Results.Get<UpsertResponse[]>("Results");
}
