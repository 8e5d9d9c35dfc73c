namespace Crm.Extensions.Platform.Registration;

/// <summary>Names of the messages that steps are registered on, as the platform spells them.</summary>
public static class Message
{
    public const string Create = "Create";
    public const string Update = "Update";
    public const string Delete = "Delete";
    public const string Merge = "Merge";

    /// <summary>Sending of an e-mail. Its message id is not published, so its steps are made by <c>crmx_CompleteInstallation</c>.</summary>
    public const string Send = "Send";

    /// <summary>Booking of an appointment; see <see cref="Send"/>.</summary>
    public const string Book = "Book";

    /// <summary>Moving of a booked appointment; see <see cref="Send"/>.</summary>
    public const string Reschedule = "Reschedule";
}
