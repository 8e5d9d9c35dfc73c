using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections;

/// <summary>What is said to people about calendars.</summary>
internal static class CalendarTexts
{
    private static readonly Texts All = new("Crm.Extensions.Collections.Ledger.CalendarMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);
}
