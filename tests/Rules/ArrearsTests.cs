using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;
using Xunit;
using static Crm.Extensions.Tests.Rules.Ledgers;

namespace Crm.Extensions.Tests.Rules;

/// <summary>What may be demanded, and from when. Unless a row says otherwise its source is house policy; MX, MXN, three bank days of return window.</summary>
public class ArrearsTests
{
    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["nothing is owed"] = new([], "2026-10-12T10:00", "nothing-overdue", null),
        ["the due day itself"] = new([Loan(Due("2026-10-09"))], "2026-10-09T10:00", "nothing-overdue", null),
        ["the day after"] = new([Loan(Due("2026-10-08"))], "2026-10-09T10:00", "", "2026-10-09T10:00"),
        ["due Saturday, asked on the Monday it moved to: a reminder, no more (LTOSF)"] = new([Loan(Due("2026-10-17"))], "2026-10-19T10:00", "nothing-overdue", "2026-10-19T10:00"),
        ["due Saturday, asked on Tuesday"] = new([Loan(Due("2026-10-17"))], "2026-10-20T10:00", "", "2026-10-20T10:00"),
        ["cancelled"] = new([Loan(Due("2026-10-08") with { IsCancelled = true })], "2026-10-09T10:00", "nothing-overdue", null),
        ["the debit came back, but its window is open"] = new(
            [Drawn(Due("2026-10-09"), Debit("2026-10-09T08:00", PaymentState.Returned, ReturnReason.InsufficientFunds))], "2026-10-12T10:00", "debit-window", "2026-10-14T18:00"),
        ["one minute before the window closes"] = new(
            [Drawn(Due("2026-10-09"), Debit("2026-10-09T08:00", PaymentState.Returned, ReturnReason.InsufficientFunds))], "2026-10-14T17:59", "debit-window", "2026-10-14T18:00"),
        ["the window has closed"] = new(
            [Drawn(Due("2026-10-09"), Debit("2026-10-09T08:00", PaymentState.Returned, ReturnReason.InsufficientFunds))], "2026-10-14T18:00", "", "2026-10-14T18:00"),
        ["the bank never presented it"] = new([Drawn(Due("2026-10-09"))], "2026-10-15T10:00", "bank-fault", null),
        ["not presented yet"] = new([Drawn(Due("2026-10-09"))], "2026-10-12T10:00", "debit-window", null),
        ["returned for a technical reason"] = new(
            [Drawn(Due("2026-10-09"), Debit("2026-10-09T08:00", PaymentState.Returned, ReturnReason.Technical))], "2026-10-15T10:00", "bank-fault", null),
        ["presented late by the bank, refused by the customer"] = new(
            [Drawn(Due("2026-10-09"), Debit("2026-10-13T08:00", PaymentState.Returned, ReturnReason.Refused))], "2026-10-15T10:00", "debit-window", "2026-10-16T18:00"),
        ["drawn early and failed, never presented again"] = new(
            [Drawn(Due("2026-10-09", debit: "2026-10-07"), Debit("2026-10-07T08:00", PaymentState.Returned, ReturnReason.InsufficientFunds))], "2026-10-15T10:00", "bank-fault", null),
        ["drawn early and failed, presented again on the due date"] = new(
            [
                Drawn(
                    Due("2026-10-09", debit: "2026-10-07"),
                    Debit("2026-10-07T08:00", PaymentState.Returned, ReturnReason.InsufficientFunds),
                    Debit("2026-10-09T08:00", PaymentState.Returned, ReturnReason.InsufficientFunds)),
            ],
            "2026-10-13T10:00", "debit-window", "2026-10-14T18:00"),
        ["a transfer on its way"] = new([Paying(Utc("2026-10-12T11:00"), null)], "2026-10-12T12:00", "payment-in-transit", "2026-10-13T18:00"),
        ["a transfer believed until an hour of its own"] = new([Paying(Utc("2026-10-12T11:00"), Utc("2026-10-15T12:00"))], "2026-10-14T12:00", "payment-in-transit", "2026-10-15T12:00"),
        ["a transfer that never came"] = new([Paying(Utc("2026-10-12T11:00"), null)], "2026-10-13T18:00", "", "2026-10-13T18:00"),
        ["a promise that is open"] = new([Promised("2026-10-20")], "2026-10-19T12:00", "open-promise", "2026-10-21T18:00"),
        ["MXN 3.40 left over"] = new([Loan(Due("2026-10-08", paid: 996.60m))], "2026-10-12T10:00", "immaterial-amount", null),
        ["the threshold itself"] = new([Loan(Due("2026-10-08", paid: 950m))], "2026-10-12T10:00", "immaterial-amount", null),
        ["one cent more"] = new([Loan(Due("2026-10-08", paid: 949.99m))], "2026-10-12T10:00", "", "2026-10-12T10:00"),
        ["the feed stopped on Friday morning"] = new([Loan(Due("2026-10-08")) with { AsOfUtc = Utc("2026-10-09T08:00") }], "2026-10-12T10:00", "stale-ledger", null),
        ["the feed of Friday's close"] = new([Loan(Due("2026-10-08")) with { AsOfUtc = Utc("2026-10-09T18:00") }], "2026-10-12T10:00", "", "2026-10-12T10:00"),
        ["nobody knows how old the ledger is"] = new([Loan(Due("2026-10-08")) with { AsOfUtc = null }], "2026-10-12T10:00", "stale-ledger", null),
        ["paid by another obligation's debtor"] = new([Loan(Due("2026-10-08")) with { Role = PartyRole.Reference }], "2026-10-12T10:00", "not-a-party,nothing-overdue", null),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_demand_waits_for_what_the_ledger_says(string name)
    {
        var row = Rows[name];

        var verdict = Customer(row.Obligations).Judge(Ask(Purpose.Collection, row.At));

        Assert.Equal(row.Rules, string.Join(",", verdict.Findings.Where(finding => finding.Objects).Select(finding => finding.RuleId)));
        Assert.Equal(row.Next, verdict.NextLocal());
    }

    [Theory]
    [InlineData(null, "disputed-amount", null, "MXN 0.00")]
    [InlineData(1000, "disputed-amount", null, "MXN 0.00")]
    [InlineData(400, "", "2026-10-12T10:00", "MXN 600.00")]
    public void What_is_disputed_is_not_asked_for_and_the_rest_may_be(int? disputed, string rules, string? next, string demandable)
    {
        var customer = Customer(Loan(Due("2026-10-08"))) with { Holds = [new ContactHold(HoldKind.DisputedAmount, Key, disputed, null, null)] };

        var verdict = customer.Judge(Ask(Purpose.Collection, "2026-10-12T10:00"));

        Assert.Equal(rules, string.Join(",", verdict.Findings.Where(finding => finding.Objects).Select(finding => finding.RuleId)));
        Assert.Equal(next, verdict.NextLocal());
        Assert.Equal(demandable, Assert.Single(verdict.Ledger).Demandable.ToString());
    }

    [Fact]
    public void The_amounts_are_said_as_they_stand_in_the_ledger() => Assert.StartsWith(
        "MXN 3.40 is left over, and amounts up to MXN 50.00 are not asked for (house policy).",
        VerdictText.Explain(Customer(Loan(Due("2026-10-08", paid: 996.60m))).Judge(Ask(Purpose.Collection, "2026-10-12T10:00")), Language.English),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("MX", "2026-10-17", "2026-10-20T12:00", 1)]
    [InlineData("MX", "2026-10-17", "2026-10-19T12:00", 0)]
    [InlineData("CO", "2026-10-17", "2026-10-20T12:00", 1)]
    public void Days_past_due_start_after_the_effective_due_date(string country, string due, string at, int days)
    {
        var verdict = Customer(Loan(Due(due))).Judge(Ask(Purpose.Collection, at), country: country);

        Assert.Equal(days, Assert.Single(verdict.Ledger).DaysPastDue);
    }

    [Fact]
    public void Nobody_is_dunned_in_advance_for_what_falls_due_before_the_planned_call()
    {
        var planned = Ask(Purpose.Collection, "2026-10-12T10:00") with { NotBeforeUtc = Utc("2026-10-01T10:00") };

        Assert.Equal("nothing-overdue", Customer(Loan(Due("2026-10-08"))).Judge(planned).RuleIds);
    }

    [Fact]
    public void A_call_planned_for_next_week_rests_on_the_ledger_of_today()
    {
        var planned = Ask(Purpose.Collection, "2026-10-19T10:00") with { NotBeforeUtc = Utc("2026-10-12T10:00") };
        var ledger = Loan(Due("2026-10-08")) with { AsOfUtc = Utc("2026-10-09T20:00") };

        Assert.True(Customer(ledger).Judge(planned).Allowed);
    }

    [Fact]
    public void One_obligation_that_is_in_order_does_not_shield_another()
    {
        var other = Loan(Due("2026-10-08")) with { Key = "card" };

        Assert.True(Customer(Loan(), other).Judge(Ask(Purpose.Collection, "2026-10-12T10:00")).Allowed);
        Assert.Equal("nothing-overdue", Customer(Loan(), other).Judge(Ask(Purpose.Collection, "2026-10-12T10:00", key: Key)).RuleIds);
    }

    private static ObligationLedger Drawn(InstallmentLine line, params PaymentLine[] debits) => Loan(line) with { HasMandate = true, Payments = debits };

    private static ObligationLedger Paying(DateTime initiated, DateTime? expires) =>
        Loan(Due("2026-10-08")) with { Payments = [new PaymentLine(PaymentMethod.Transfer, PaymentState.InTransit, 1000, initiated, null, expires)] };

    private static ObligationLedger Promised(string on) => Loan(Due("2026-10-08")) with { Promises = [new PromiseLine(1000, Judged.Day(on), true)] };

    private sealed record Row(ObligationLedger[] Obligations, string At, string Rules, string? Next);
}
