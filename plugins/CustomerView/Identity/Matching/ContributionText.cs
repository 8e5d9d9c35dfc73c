using System.Collections.Generic;
using System.Globalization;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Says in words what each field contributed to a score.</summary>
internal static class ContributionText
{
    private static readonly Texts All = new("Crm.Extensions.CustomerView.Identity.Matching.ContributionMessages");

    /// <summary>One line for the whole, one for each contribution, the largest first; numbers are log2 odds.</summary>
    public static string Write(PairScore score, Language language)
    {
        var lines = new List<string>
        {
            All.Write(language, "Total", Percent(score.Probability), Number(score.Weight)),
        };
        if (score.ConflictKind != Conflict.None) lines.Add(All.Write(language, "Conflict." + score.ConflictKind));

        var ordered = new List<FieldContribution>(score.Contributions);
        ordered.Sort(static (left, right) => right.Weight != left.Weight ? right.Weight.CompareTo(left.Weight) : string.CompareOrdinal(left.Part, right.Part));
        foreach (var one in ordered) lines.Add(Line(one, language));
        return string.Join("\n", lines);
    }

    /// <summary>The line of one contribution.</summary>
    public static string Line(FieldContribution one, Language language)
    {
        var part = All.Write(language, "Part." + one.Part);
        return one.Level == AgreementLevel.Missing
            ? All.Write(language, "Line", part, Number(one.Weight))
            : All.Write(language, "FieldLine", part, All.Write(language, LevelName(one)), Number(one.Weight));
    }

    // names as written say something of their own: "in the right columns" is more than "equal"
    private static string LevelName(FieldContribution one) => one.Part switch
    {
        nameof(MatchField.NameOrder) => "NameOrder." + one.Level,
        nameof(MatchField.Email) when one.Level == AgreementLevel.Equivalent => "Level.SameMailbox",
        nameof(MatchField.Phone) when one.Level == AgreementLevel.Equivalent => "Level.SameEnding",
        nameof(MatchField.BirthDate) when one.Level == AgreementLevel.Swapped => "Level.DayMonth",
        nameof(MatchField.BirthDate) when one.Level == AgreementLevel.Initial => "Level.TwoParts",
        nameof(MatchField.BirthDate) when one.Level == AgreementLevel.Slight => "Level.SameYear",
        _ => "Level." + one.Level,
    };

    private static string Number(double weight) => (weight >= 0 ? "+" : "−") + System.Math.Abs(weight).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(double probability) => (probability * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
