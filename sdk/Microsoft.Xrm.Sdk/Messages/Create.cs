using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Creates a row, with its related rows.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class CreateRequest : OrganizationRequest
{
    public CreateRequest()
    {
        RequestName = "Create";
        Target = default;
    }

    public Entity Target
    {
        get => Parameters.Get<Entity>("Target");
        set => Parameters["Target"] = value;
    }
}

/// <summary>The new row's id.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class CreateResponse : OrganizationResponse
{
    public Guid id => Results.Get<Guid>("id");
}
