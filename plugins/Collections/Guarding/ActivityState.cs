using System;
using Crm.Extensions.Model;

namespace Crm.Extensions.Collections;

/// <summary>The states that every activity table has; the numbers are the platform's.</summary>
internal static class ActivityState
{
    public const int Open = 0;
    public const int Completed = 1;
    public const int Canceled = 2;

    /// <summary>Status reason of an e-mail that nobody has sent yet.</summary>
    public const int Draft = 1;

    /// <summary>Status reason of an e-mail that waits for the mail server to take it.</summary>
    public const int PendingSend = 6;

    /// <summary>Status reason of an e-mail that the mail server is sending.</summary>
    public const int Sending = 7;

    /// <summary>The status reason "Canceled" of an activity table, which the platform numbers differently by table.</summary>
    public static int CanceledStatus(string table) => table switch
    {
        Tables.PhoneCall or Tables.TextMessage => 3,
        Tables.Appointment => 4,
        Tables.Email or Tables.Letter => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "No contact is recorded in this table."),
    };
}
