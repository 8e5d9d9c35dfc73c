using System;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Says a judgement on a limit or a card to people: what, on what authority, and what can be done instead.</summary>
internal static class LimitTexts
{
    private static readonly Texts Texts = new("Crm.Extensions.Collections.Limits.LimitMessages");

    // thin figures read the same in both languages: 12 345.60
    private static readonly NumberFormatInfo Figures = new() { NumberGroupSeparator = " ", NumberDecimalSeparator = ".", NumberGroupSizes = [3] };

    public static string Write(Language language, string name, params object[] facts) => Texts.Write(language, name, facts);

    /// <summary>The whole judgement as one short paragraph: where anything objects, the objections alone.</summary>
    public static string Explain(LimitJudgement judgement, Language language)
    {
        var sentences = judgement.Findings.Where(finding => judgement.Allowed || finding.Objects).Select(finding => Explain(finding, language)).ToList();
        if (sentences.Count == 0)
        {
            sentences.Add(Texts.Write(language, "NothingObjects"));
        }

        if (judgement.Decision == Decision.Breach)
        {
            sentences.Add(Texts.Write(language, "Recorded"));
        }

        return string.Join(" ", sentences);
    }

    /// <summary>One finding with its source in brackets.</summary>
    public static string Explain(Finding finding, Language language) => Texts.Write(
        language,
        "Reason",
        Capital(Texts.Write(language, finding.MessageKey, [.. finding.Facts.Select(fact => Say(fact, language))])),
        VerdictText.Source(finding.Source, language));

    /// <summary>What was recomputed, from what, with what result; empty where nothing was.</summary>
    public static string Evidence(LimitJudgement judgement, CalendarDate on, Language language)
    {
        if (judgement.Proof is not { AsOf: { } asOf } proof)
        {
            return "";
        }

        var claim = proof.Claim;
        object Of(decimal? value) => value is { } known ? Say(new Figure(known, claim.Metric, judgement.Currency), language) : "–";
        var lines = proof.Statements.Select(line => Texts.Write(
            language,
            "EvidenceLine." + claim.Metric,
            Say(line.ClosedOn, language),
            Number(line.Purchases),
            Number(line.Balance),
            Number(line.MinimumDue),
            Texts.Write(language, line.PaidOnTime ? "OnTime" : "NotOnTime")));
        var oldest = proof.Oldest is { } installment
            ? Texts.Write(language, "EvidenceInstallment", installment.Number, Say(installment.DueDate, language))
            : claim.Metric == RiskMetric.DaysPastDue ? Texts.Write(language, "EvidenceNothingUnpaid") : "";
        var from = string.Join("; ", lines.Concat([oldest]).Where(text => text.Length > 0));
        return Texts.Write(
            language,
            "Evidence",
            Capital(Name(claim.Metric, language)),
            Say(asOf, language),
            Of(proof.Found),
            Of(claim.Stated),
            Of(claim.Threshold),
            from.Length == 0 ? Texts.Write(language, "EvidenceNone") : from,
            Say(on, language));
    }

    public static string Name(RiskMetric metric, Language language) => Texts.Write(language, "Metric." + metric);

    /// <summary>A day in words, "23 de noviembre de 2026", whatever the machine's culture.</summary>
    public static string Day(CalendarDate day, Language language) => Texts.Write(
        language,
        "Day",
        day.Day.ToString(CultureInfo.InvariantCulture),
        Texts.Write(language, "Months").Split('|')[day.Month - 1],
        day.Year.ToString(CultureInfo.InvariantCulture));

    private static string Say(object fact, Language language) => fact switch
    {
        CalendarDate day => Day(day, language),
        RiskMetric metric => Name(metric, language),
        AmountOfMoney money => WithUnit(money.Value, money.Currency),
        Figure { Metric: RiskMetric.AverageSpending } figure => WithUnit(figure.Value, figure.Currency),
        Figure { Metric: RiskMetric.Utilisation } figure => Number(figure.Value) + " %",
        Figure figure => Number(figure.Value),
        _ => Convert.ToString(fact, CultureInfo.InvariantCulture) ?? "",
    };

    private static string WithUnit(decimal value, string currency) => currency.Length == 0 ? Number(value) : Number(value) + " " + currency;

    private static string Number(decimal value) => value.ToString(value == decimal.Truncate(value) ? "#,##0" : "#,##0.00", Figures);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);
}
