using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;

namespace Crm.Extensions.Cli.Demo;

/// <summary>
/// Makes a card's ledger out of its statements and of how many months it is late. A card file tells neither what was asked for nor how it is paid; where it is
/// silent, the client's number decides, so that a client is the same in every run.
/// </summary>
internal static class CardLedger
{
    // What banks ask for at least of a revolving balance, and the least that is worth asking
    private const decimal MinimumShare = 0.05m;
    private const decimal LeastMinimum = 100;

    private static readonly TimeSpan BankDayEnds = TimeSpan.FromHours(21);

    /// <summary>The day on which the last statement of a client is due: from six days before the week to three weeks after its beginning.</summary>
    public static DateOnly LastDue(int client, DateOnly monday) => monday.AddDays((client % 28) - 6);

    /// <param name="client">The client's number.</param>
    /// <param name="statements">The oldest first; the last is due about the week, the others a month apart before it.</param>
    /// <param name="monthsLate">How many of those that came due a month and more ago are unpaid: the newest of them.</param>
    /// <param name="paysInFull">Whether the whole balance is asked for: the client never lets it revolve.</param>
    /// <param name="lastPayment">What was paid last.</param>
    public static DemoLedger Of(
        int client, string card, IReadOnlyList<DemoStatement> statements, int monthsLate, bool paysInFull, decimal lastPayment, DateOnly monday)
    {
        var hasMandate = monthsLate == 0 && client % 3 == 0;
        var due = new List<DemoInstallment>(statements.Count);
        for (var at = 0; at < statements.Count; at++)
        {
            var statement = statements[at];
            // a statement in credit asks for nothing
            if (statement.Billed <= 0) continue;
            var isOpen = at == statements.Count - 1
                ? statement.Due >= monday || hasMandate || monthsLate > 0
                : at >= statements.Count - 1 - monthsLate;
            var asked = paysInFull ? statement.Billed : Minimum(statement.Billed);
            due.Add(new DemoInstallment(due.Count + 1, "", statement.Due, asked, isOpen ? 0 : asked, isOpen ? null : statement.Due));
        }

        return new DemoLedger(hasMandate, FeedStopped: client % 40 == 7, due, [.. Payments(client, card, due, hasMandate, lastPayment, monday)]);
    }

    private static decimal Minimum(decimal billed) => Math.Min(billed, Math.Max(LeastMinimum, decimal.Round(billed * MinimumShare, 2)));

    private static IEnumerable<DemoPayment> Payments(
        int client, string card, List<DemoInstallment> due, bool hasMandate, decimal lastPayment, DateOnly monday)
    {
        if (hasMandate && due.LastOrDefault() is { Open: > 0 } drawn && drawn.Due < monday)
        {
            // of thirty debits the bank forgets one and returns one for a fault of its own
            if (client % 30 == 0) yield break;
            yield return new DemoPayment(card + "-D", PaymentMethod.DirectDebit, drawn.Amount, On(drawn.Due), client % 30 == 3 ? ReturnReason.Technical : null);
        }
        else if (due.Any(one => one.Open > 0 && one.Due < monday) && lastPayment > 0 && client % 4 == 1)
        {
            // one in four of those who are behind pays on the Friday, and the money is on its way
            yield return new DemoPayment(card + "-T", PaymentMethod.Transfer, lastPayment, On(monday.AddDays(-3)), null);
        }
    }

    private static DateTime On(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc) + BankDayEnds;
}
