namespace Crm.Extensions.Collections;

/// <summary>Why a contact went wrong. The numbers are those of option set crmx_repaircause, less its base 574840000.</summary>
internal enum RepairCauseWord
{
    WrongData = 0,
    StaleLedger = 1,
    WrongHour = 2,
    WrongPerson = 3,
    WrongTone = 4,
    BankFault = 5,
    Other = 6,
}

/// <summary>Texts that must fit into a column.</summary>
internal static class Shortening
{
    public static string Shortened(this string text, int most) => text.Length <= most ? text : text.Substring(0, most - 1) + "…";
}
