using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>Where a fact comes from, in words that may be said aloud to the customer.</summary>
internal static class FactOrigin
{
    /// <summary>What was written down; where nothing was, what we say ourselves.</summary>
    public static string Say(FactRecord fact, Language language) => fact.Origin.Length == 0 ? Of(fact, language) : fact.Origin;

    /// <summary>The fact without an origin that says no more than we would ourselves: it can be said in any language, and names no place.</summary>
    public static FactRecord WithoutOurs(FactRecord fact) =>
        fact.Origin == Of(fact, Language.English) || fact.Origin == Of(fact, Language.Spanish) ? fact with { Origin = "" } : fact;

    /// <summary>Said of its source and day.</summary>
    public static string Of(FactRecord fact, Language language)
    {
        var day = new CustomerFormat(language, "").Day(CalendarDate.Of(fact.RecordedUtc));
        return fact.Source == FactSource.Said && fact.AgentCompany.Length > 0
            ? FactTexts.Write(language, "Origin.SaidTo", day, fact.AgentCompany)
            : FactTexts.Write(language, "Origin." + fact.Source, day);
    }
}
