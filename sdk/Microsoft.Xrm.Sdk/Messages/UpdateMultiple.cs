using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Updates rows of one table in one transaction.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class UpdateMultipleRequest : OrganizationRequest
{
    public UpdateMultipleRequest()
    {
        RequestName = "UpdateMultiple";
        Targets = default;
    }

    public EntityCollection Targets
    {
        get => Parameters.Get<EntityCollection>("Targets");
        set => Parameters["Targets"] = value;
    }

    public ConcurrencyBehavior ConcurrencyBehavior
    {
        get => Parameters.Get<ConcurrencyBehavior>("ConcurrencyBehavior");
        set => Parameters["ConcurrencyBehavior"] = value;
    }
}

/// <summary>Answers nothing.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class UpdateMultipleResponse : OrganizationResponse
{
}
