using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>No offer to somebody who is in arrears, disputes something, is to be left in peace, has a card blocked, or had a limit lowered in the last 60 days.</summary>
/// <remarks>House policy. Every obligation of the customer counts, whatever the offer is about.</remarks>
internal sealed class OfferInDifficulty : LedgerRule
{
    private const int DaysAfterDecrease = 60;

    public override string Id => RuleIds.OfferInDifficulty;

    public override Objection Explain(DateTime atUtc, Situation situation)
    {
        var ledger = situation.Ledger!;
        return InTrouble(atUtc, ledger) ? Because(situation, "OfferInDifficulty") : Because(situation, "OfferAfterDecrease", LastDecrease(atUtc, ledger)!.Value, DaysAfterDecrease);
    }

    protected override bool Concerns(ContactRequest request) => request.Purpose == Purpose.Sales;

    protected override bool Objects(DateTime atUtc, LedgerView ledger, Situation situation) => InTrouble(atUtc, ledger) || LastDecrease(atUtc, ledger) is not null;

    protected override IEnumerable<DateTime> Changes(DateTime fromUtc, LedgerView ledger, Situation situation) => ledger.All
        .SelectMany(obligation => obligation.LimitDecreases)
        .Select(day => ledger.Terms.PassedAt(day.AddDays(DaysAfterDecrease)))
        .Concat(ledger.Holds.Where(hold => hold.Until is not null).Select(hold => ledger.Terms.PassedAt(hold.Until!.Value)))
        .Where(at => at > fromUtc)
        .OrderBy(at => at);

    private static bool InTrouble(DateTime atUtc, LedgerView ledger)
    {
        var today = ledger.Terms.Today(atUtc);
        return ledger.Holds.Any(hold => hold.HoldsOn(today))
            || ledger.All.Any(obligation => obligation.IsBlocked || UntrueThanks.IsInArrears(ledger.ArrearsOf(obligation, atUtc)));
    }

    private static CalendarDate? LastDecrease(DateTime atUtc, LedgerView ledger)
    {
        CalendarDate? last = null;
        foreach (var day in ledger.All.SelectMany(obligation => obligation.LimitDecreases))
        {
            var recent = atUtc >= ledger.Terms.PassedAt(day.AddDays(-1)) && atUtc < ledger.Terms.PassedAt(day.AddDays(DaysAfterDecrease));
            last = recent && (last is null || day > last.Value) ? day : last;
        }

        return last;
    }
}

/// <summary>A customer who calls for service, or complains, is sold nothing on that occasion.</summary>
/// <remarks>Source: LGDCU, art. 21.2, as Ley 10/2025 has it (Spain). Elsewhere no law was read that forbids it: house policy.</remarks>
internal sealed class OfferInService : IContactRule
{
    public string Id => RuleIds.OfferInService;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        situation.Request is { Purpose: Purpose.Sales, ConcernsCase: true } && situation.Pack.NoOffersInService is not null ? null : fromUtc;

    public Objection Explain(DateTime atUtc, Situation situation) => new(situation.Pack.NoOffersInService!, "OfferInService", []);
}

/// <summary>Offers of all departments together: at most one in 30 days, or in the longer time or the calendar quarter that a policy names.</summary>
/// <remarks>House policy. Needs a history that reaches back as far (<see cref="HistoryReach"/>).</remarks>
internal sealed class OfferCap : IContactRule
{
    public const int DefaultDays = 30;

    public string Id => RuleIds.OfferCap;

    public static int Days(HousePolicy policy) => Math.Max(DefaultDays, policy.For(RuleIds.OfferCap)?.Number ?? 0);

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation)
    {
        if (situation.Request.Purpose != Purpose.Sales || situation.Others.Count == 0)
        {
            return fromUtc;
        }

        var at = fromUtc;
        while (Blocking(at, situation) is { } blocking)
        {
            at = FreeAfter(blocking, at, situation);
            if (at > fromUtc.AddDays(ContactCourtesy.HorizonDays))
            {
                return null;
            }
        }

        return at;
    }

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        var offer = situation.Clocks[0].ToLocal(Blocking(atUtc, situation)!.AtUtc);
        return new Objection(HousePolicy.Source, Quarterly(situation) ? "OfferCapQuarter" : "OfferCap", [offer, Days(situation.Policy)]);
    }

    /// <summary>Another offer too near to the instant, before it or planned after it.</summary>
    private static ContactAttempt? Blocking(DateTime atUtc, Situation situation)
    {
        var clock = situation.Clocks[0];
        var day = clock.DateAt(atUtc);
        return situation.Others
            .Where(attempt => attempt.Purpose == Purpose.Sales)
            .OrderByDescending(attempt => attempt.AtUtc)
            .FirstOrDefault(attempt =>
            {
                var other = clock.DateAt(attempt.AtUtc);
                return Math.Abs(other.DaysUntil(day)) < Days(situation.Policy) || (Quarterly(situation) && QuarterOf(other) == QuarterOf(day));
            });
    }

    private static DateTime FreeAfter(ContactAttempt offer, DateTime atUtc, Situation situation)
    {
        var clock = situation.Clocks[0];
        var other = clock.DateAt(offer.AtUtc);
        var free = clock.StartOf(other.AddDays(Days(situation.Policy)));
        var day = clock.DateAt(atUtc);
        if (Quarterly(situation) && QuarterOf(other) == QuarterOf(day))
        {
            var first = day.Month > 9 ? new CalendarDate(day.Year + 1, 1, 1) : new CalendarDate(day.Year, (((day.Month - 1) / 3) * 3) + 4, 1);
            free = clock.StartOf(first) > free ? clock.StartOf(first) : free;
        }

        return free;
    }

    private static bool Quarterly(Situation situation) => situation.Policy.For(RuleIds.OfferCap)?.IsQuarterly == true;

    private static int QuarterOf(CalendarDate day) => (day.Year * 4) + ((day.Month - 1) / 3);
}

/// <summary>How far back, and ahead, a customer's contacts must be read for a purpose to be judged. Days.</summary>
internal static class HistoryReach
{
    public static int Days(Purpose purpose, CountryPack pack, HousePolicy policy) => purpose switch
    {
        Purpose.ThankYou => Math.Max(pack.HistoryDays, ThanksSeldom.Days(policy)),
        Purpose.Sales => Math.Max(pack.HistoryDays, Math.Max(OfferCap.Days(policy), policy.For(RuleIds.OfferCap)?.IsQuarterly == true ? 92 : 0)),
        _ => pack.HistoryDays,
    };
}
