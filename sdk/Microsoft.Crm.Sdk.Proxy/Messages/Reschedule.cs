using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Moves an appointment.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RescheduleRequest : OrganizationRequest
{
    public RescheduleRequest()
    {
        RequestName = "Reschedule";
        Target = default;
    }

    public Entity Target
    {
        get => Parameters.Get<Entity>("Target");
        set => Parameters["Target"] = value;
    }

    public bool ReturnNotifications
    {
        get => Parameters.Get<bool>("ReturnNotifications");
        set => Parameters["ReturnNotifications"] = value;
    }
}

/// <summary>Whether it could be moved.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RescheduleResponse : OrganizationResponse
{
    public ValidationResult ValidationResult => Results.Get<ValidationResult>("ValidationResult");

    public object Notifications => Results.Get<object>("Notifications");
}
