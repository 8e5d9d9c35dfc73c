using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Makes of what the rules have worked out the statement that is written.</summary>
internal static class StatementMapping
{
    private static readonly Regex Record = new("(?<table>[a-z_]+):(?<row>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})", RegexOptions.CultureInvariant);

    // places in crmx_paylinekind, in the order in which the rules name them
    private static readonly Dictionary<PayLineKind, string> Words = new()
    {
        [PayLineKind.Transition] = "transition",
        [PayLineKind.Component] = "component",
        [PayLineKind.Neutral] = "neutral",
        [PayLineKind.Cap] = "cap",
        [PayLineKind.Gate] = "gate",
        [PayLineKind.HoldBack] = "holdback",
        [PayLineKind.Vesting] = "vesting",
        [PayLineKind.Draw] = "draw",
        [PayLineKind.DrawRecovery] = "drawrecovery",
        [PayLineKind.Clawback] = "clawback",
        [PayLineKind.Adjustment] = "adjustment",
    };

    /// <summary>The statement of a case.</summary>
    /// <param name="suppose">Changes what it rests on; null: as it was found.</param>
    public static StatementDraft Draft(PayCase one, Func<StatementInput, StatementInput>? suppose = null)
    {
        var statement = StatementCalculation.Calculate(suppose is null ? one.Input : suppose(one.Input));
        return new StatementDraft
        {
            Heading = one.Heading,
            Lines = [.. statement.Lines.Select(line => Line(line, one.Customers))],
            Gross = statement.Gross,
            HeldBack = statement.HeldBack,
            Payable = statement.Payable,
            Carried = statement.Carried,
            English = PayTexts.Sentences(statement, Language.English),
            Spanish = PayTexts.Sentences(statement, Language.Spanish),
            Customers = [.. statement.FiveCustomers.Select(hint => Hint(hint))],
            Closing = Balance(statement.Closing),
            Settles = [.. one.Settles.Select(revision => revision.Id)],
            Calculated = statement,
        };
    }

    /// <summary>Each line names a record that proves it: the one the rules name, else the customer's snapshot at the period's end.</summary>
    public static StatementLine Line(PayLine line, CustomerMapping customers)
    {
        var customer = Guid.TryParse(line.CustomerId, out var id) ? id : (Guid?)null;
        var record = Record.Match(line.Evidence);
        var snapshot = record.Success || customer is null ? null : customers.ClosingSnapshot(customer.Value);
        return new StatementLine
        {
            Number = line.Number,
            Kind = LineKinds.Place(Words[line.Kind]),
            Plan = line.Plan,
            ComponentId = Guid.TryParse(line.ComponentId, out var component) ? component : null,
            CustomerId = customer,
            Measure = line.Measure,
            Amount = line.Amount,
            Evidence = line.Evidence,
            Reason = line.Reason,
            EvidenceTable = record.Success ? record.Groups["table"].Value : snapshot is null ? "" : PayTables.Snapshot,
            EvidenceId = record.Success ? record.Groups["row"].Value : snapshot is { } row ? PayIds.Text(row) : "",
        };
    }

    /// <summary>A line that was written, as the rules know it.</summary>
    /// <param name="reverses">Number, among those given to the rules, of the line that it corrects.</param>
    public static PayLine Line(StatementFileLine line, int number, int? reverses) => new()
    {
        Number = number,
        Kind = Words.First(pair => string.Equals(pair.Value, line.Kind, StringComparison.Ordinal)).Key,
        Plan = line.Plan,
        ComponentId = line.Component,
        CustomerId = line.CustomerId,
        Measure = line.Measure,
        Amount = StatementJson.Amount(line.Amount),
        Evidence = line.Evidence,
        Reason = line.Reason,
        Reverses = reverses,
    };

    private static StatementFileCustomer Hint(CustomerHint hint) => new()
    {
        CustomerId = hint.CustomerId,
        English = ClosingTexts.Write(Language.English, "Hint" + hint.Reason, StatementJson.Amount(hint.Stake)),
        Spanish = ClosingTexts.Write(Language.Spanish, "Hint" + hint.Reason, StatementJson.Amount(hint.Stake)),
    };

    private static StatementFileBalance Balance(PayBalance balance) => new()
    {
        Clawback = StatementJson.Amount(balance.ClawbackCarried),
        Draw = StatementJson.Amount(balance.DrawBalance),
        HeldBack = [.. balance.HeldBack.Select(held => new StatementFileHeldBack
        {
            Component = held.ComponentId, CustomerId = held.CustomerId, Amount = StatementJson.Amount(held.Amount), VestsOn = held.VestsOn.ToString(), Evidence = held.Evidence,
        })],
    };
}
