using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Creates rows of one table in one transaction.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class CreateMultipleRequest : OrganizationRequest
{
    public CreateMultipleRequest()
    {
        RequestName = "CreateMultiple";
        Targets = default;
    }

    public EntityCollection Targets
    {
        get => Parameters.Get<EntityCollection>("Targets");
        set => Parameters["Targets"] = value;
    }
}

/// <summary>The new rows' ids, in their order.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class CreateMultipleResponse : OrganizationResponse
{
    public Guid[] Ids => Results.Get<Guid[]>("Ids");
}
