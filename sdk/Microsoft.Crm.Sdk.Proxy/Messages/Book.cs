using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Books an appointment.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class BookRequest : OrganizationRequest
{
    public BookRequest()
    {
        RequestName = "Book";
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

/// <summary>Whether it could be booked.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class BookResponse : OrganizationResponse
{
    public ValidationResult ValidationResult => Results.Get<ValidationResult>("ValidationResult");

    public object Notifications => Results.Get<object>("Notifications");
}
