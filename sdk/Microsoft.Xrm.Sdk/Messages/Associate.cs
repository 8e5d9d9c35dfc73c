using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Links rows to a row.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class AssociateRequest : OrganizationRequest
{
    public AssociateRequest()
    {
        RequestName = "Associate";
        Target = default;
        Relationship = default;
        RelatedEntities = default;
    }

    public EntityReference Target
    {
        get => Parameters.Get<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public Relationship Relationship
    {
        get => Parameters.Get<Relationship>("Relationship");
        set => Parameters["Relationship"] = value;
    }

    public EntityReferenceCollection RelatedEntities
    {
        get => Parameters.Get<EntityReferenceCollection>("RelatedEntities");
        set => Parameters["RelatedEntities"] = value;
    }
}

/// <summary>Answers nothing.</summary>
[DataContract(Namespace = Contracts.Namespace)]
public sealed class AssociateResponse : OrganizationResponse
{
}
