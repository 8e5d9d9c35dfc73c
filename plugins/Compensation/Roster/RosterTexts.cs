using System.Linq;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>What is said to HR about a file.</summary>
internal static class RosterTexts
{
    private static readonly Texts All = new("Crm.Extensions.Compensation.Roster.RosterMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);

    /// <summary>"Line 3, column salary: 'many' is no amount. …"</summary>
    public static string Of(RosterFinding finding, Language language)
    {
        var message = Message(finding, language);
        return finding.Column.Length > 0 ? Write(language, "Place", finding.Line, finding.Column, message)
            : finding.Ordinal > 0 ? Write(language, "PlaceOrdinal", finding.Line, finding.Ordinal, message)
            : Write(language, "PlaceLine", finding.Line, message);
    }

    public static string Message(RosterFinding finding, Language language) => Write(language, finding.Code, finding.Facts);

    /// <summary>"changed person A17: job, salary": which columns, not what stands in them, since not everybody may see a salary.</summary>
    public static string Of(RosterChange change, Language language)
    {
        var subject = Write(language, change.Subject.ToString());
        var key = change.Key.Length == 0 ? "" : " " + change.Key;
        return change.IsNew ? Write(language, "New", subject, change.Hrid, key) : Write(language, "Changed", subject, change.Hrid, key, string.Join(", ", change.Columns));
    }

    /// <param name="written">How many changes were written; null: none was meant to be.</param>
    public static string Summary(RosterPlan plan, int? written, Language language)
    {
        var name = plan.Changes.Count == 0 ? "Nothing" : written is null ? "Summary" : "SummaryWritten";
        var changes = plan.Changes.Take(written ?? plan.Changes.Count).ToList();
        return Write(language, name, plan.Rows, plan.Accepted, plan.Rows - plan.Accepted, changes.Count, changes.Count(change => change.IsNew));
    }
}
