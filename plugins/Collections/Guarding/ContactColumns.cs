namespace Crm.Extensions.Collections;

/// <summary>Logical names of the columns that phone calls, e-mails, letters, appointments and messages have in common.</summary>
internal static class ContactColumns
{
    public const string Customer = "crmx_customerid";
    public const string Purpose = "crmx_purpose";
    public const string Obligation = "crmx_obligationid";
    public const string Decision = "crmx_courtesydecision";
    public const string Explanation = "crmx_courtesyexplanation";
    public const string NextAllowedAt = "crmx_nextallowedat";
    public const string Outcome = "crmx_outcome";

    /// <summary>The channel of a message; the other tables are channels themselves.</summary>
    public const string Channel = "crmx_channel";

    /// <summary>True: from us to the customer. Of phone calls, e-mails and letters.</summary>
    public const string Direction = "directioncode";

    /// <summary>True: from us to the customer. Of messages.</summary>
    public const string Outgoing = "crmx_outgoing";

    public const string ScheduledStart = "scheduledstart";
    public const string ScheduledEnd = "scheduledend";
    public const string ActualStart = "actualstart";
    public const string ActualEnd = "actualend";
    public const string State = "statecode";
    public const string Status = "statuscode";
    public const string LeftVoiceMail = "leftvoicemail";
    public const string Subject = "subject";
    public const string Description = "description";
    public const string Regarding = "regardingobjectid";
    public const string Owner = "ownerid";
    public const string To = "to";
    public const string Cc = "cc";
    public const string Bcc = "bcc";
    public const string RequiredAttendees = "requiredattendees";
    public const string OptionalAttendees = "optionalattendees";
}
