using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Cli.Demo;

/// <summary>What an attempt's rules and explanation say of it: which rule objected, and in what way the contact was wrong.</summary>
internal sealed partial class Objections(int lcid)
{
    // Rules that compare what a contact says with the ledger; the others ask when, how and how often.
    private static readonly HashSet<string> OfTheLedger = new(
        [
            RuleIds.StaleLedger, RuleIds.NothingOverdue, RuleIds.Immaterial, RuleIds.DebitWindow, RuleIds.BankFault, RuleIds.PaymentInTransit, RuleIds.DisputedAmount,
            RuleIds.OpenPromise, RuleIds.UntrueThanks, RuleIds.NeedlessReminder, RuleIds.NeedlessDeposit,
        ],
        StringComparer.Ordinal);

    private readonly string house = VerdictText.Source(HousePolicy.Source, LanguageCode.Read(lcid));

    /// <param name="rules">Rule ids as an attempt has them, separated by commas.</param>
    /// <param name="explanation">One sentence for each rule, in the same order, its source in brackets at the end.</param>
    public IReadOnlyList<(string Rule, Wrong Wrong)> Read(string? rules, string? explanation)
    {
        var ids = (rules ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var sources = Source().Matches(explanation ?? "").Select(match => match.Groups[1].Value).ToArray();
        return [.. ids.Select((id, at) => (id, WrongOf(id, sources.Length == ids.Length ? sources[at..(at + 1)] : sources)))];
    }

    private Wrong WrongOf(string rule, string[] sources) =>
        OfTheLedger.Contains(rule) ? Wrong.Untrue
        : sources.Length > 0 && Array.TrueForAll(sources, source => source == house) ? Wrong.Rude
        : Wrong.Unlawful;

    [GeneratedRegex(@"\(([^()]+)\)\.(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Source();
}
