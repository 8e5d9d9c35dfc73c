using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Calculates a roll-up column now.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CalculateRollupFieldRequest : OrganizationRequest
{
    public CalculateRollupFieldRequest()
    {
        RequestName = "CalculateRollupField";
        Target = default;
        FieldName = default;
    }

    public EntityReference Target
    {
        get => Parameters.Get<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public string FieldName
    {
        get => Parameters.Get<string>("FieldName");
        set => Parameters["FieldName"] = value;
    }
}

/// <summary>The row with the column's value.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CalculateRollupFieldResponse : OrganizationResponse
{
    public Entity Entity => Results.Get<Entity>("Entity");
}
