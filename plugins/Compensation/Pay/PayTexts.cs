using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>What a statement and the checks of a plan say to people.</summary>
internal static class PayTexts
{
    private static readonly Texts All = new("Crm.Extensions.Compensation.Pay.PayMessages");

    public static string Write(Language language, string name, params object[] facts) => All.Write(language, name, facts);

    /// <summary>What is paid; what earned most; what is taken, kept and carried.</summary>
    public static IReadOnlyList<string> Sentences(PayStatement statement, Language language)
    {
        var currency = statement.Plan.Currency;
        var most = statement.Components.OrderByDescending(result => result.Amount).ThenBy(result => result.Plan, System.StringComparer.Ordinal)
            .ThenBy(result => result.Component.Id, System.StringComparer.Ordinal).FirstOrDefault(result => result.Amount > 0);
        var customers = statement.Lines.Where(line => line.Kind == PayLineKind.Component && line.Amount > 0 && line.CustomerId.Length > 0).Select(line => line.CustomerId).Distinct().Count();
        return
        [
            Write(language, "Sentence.Paid", statement.Period.Code, Money(statement.Payable), currency, Money(statement.Gross), customers),
            most is null
                ? Write(language, "Sentence.Nothing")
                : Write(language, "Sentence.Most", Metric(most.Component.Metric, language), Money(most.Amount), currency, (most.Attainment * 100).ToString("0.##", CultureInfo.InvariantCulture)),
            Write(
                language, "Sentence.Kept", Money(0 - statement.Sum(PayLineKind.Cap, PayLineKind.Gate)), Money(statement.HeldBack),
                Money(statement.Carried), currency),
        ];
    }

    public static string Metric(PayMetric metric, Language language) => Write(language, "Metric." + metric);

    /// <summary>"Component · retention · C7: 900 / 1000 × 1", for people to read a line by.</summary>
    public static string Of(PayLine line, Language language) =>
        Write(language, "Line." + line.Kind, string.Join(" · ", new[] { line.ComponentId, line.CustomerId, line.Measure, line.Reason }.Where(part => part.Length > 0)));

    /// <summary>Why a customer matters now, and why it is good for them.</summary>
    public static string Of(CustomerHint hint, string currency, Language language) =>
        Write(language, "Hint." + hint.Reason, hint.Name.Length > 0 ? hint.Name : hint.CustomerId, Money(hint.Stake), currency).Replace("  ", " ");

    private static string Money(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
