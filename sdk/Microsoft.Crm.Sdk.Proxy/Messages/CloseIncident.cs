using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Resolves or cancels a case.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CloseIncidentRequest : OrganizationRequest
{
    public CloseIncidentRequest()
    {
        RequestName = "CloseIncident";
        IncidentResolution = default;
        Status = default;
    }

    /// <summary>A row of incidentresolution, with the case in incidentid.</summary>
    public Entity IncidentResolution
    {
        get => Parameters.Get<Entity>("IncidentResolution");
        set => Parameters["IncidentResolution"] = value;
    }

    public OptionSetValue Status
    {
        get => Parameters.Get<OptionSetValue>("Status");
        set => Parameters["Status"] = value;
    }
}

/// <summary>Answers nothing.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class CloseIncidentResponse : OrganizationResponse
{
}
