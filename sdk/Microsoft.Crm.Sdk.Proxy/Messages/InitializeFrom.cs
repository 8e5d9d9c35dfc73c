using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Makes a new row, not yet saved, out of another by the mapped columns.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class InitializeFromRequest : OrganizationRequest
{
    public InitializeFromRequest()
    {
        RequestName = "InitializeFrom";
        EntityMoniker = default;
        TargetEntityName = default;
        TargetFieldType = default;
    }

    public EntityReference EntityMoniker
    {
        get => Parameters.Get<EntityReference>("EntityMoniker");
        set => Parameters["EntityMoniker"] = value;
    }

    public string TargetEntityName
    {
        get => Parameters.Get<string>("TargetEntityName");
        set => Parameters["TargetEntityName"] = value;
    }

    public TargetFieldType TargetFieldType
    {
        get => Parameters.Get<TargetFieldType>("TargetFieldType");
        set => Parameters["TargetFieldType"] = value;
    }
}

/// <summary>The row.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class InitializeFromResponse : OrganizationResponse
{
    public Entity Entity => Results.Get<Entity>("Entity");
}
