using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Whoever died, is insolvent, represented, in hardship, struck by disaster or a minor is left in peace, until somebody who may releases the hold.</summary>
/// <remarks>
/// Heard for purposes that no other rule holds back, too. A hold on one obligation stops contacts that name it, and those about debt that name none where
/// it leaves no other. Sources: Ley 19.496, art. 37 (Chile, insolvency); 12 CFR 1006.6 (United States, represented); else house policy.
/// </remarks>
internal sealed class ContactHolds : IContactRule
{
    public string Id => RuleIds.Hold;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        situation.Customer.Holds.Count == 0 ? fromUtc : Standing.FirstFree(fromUtc, situation, day => On(day, situation) is not null);

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        var hold = situation.Clocks.Select(clock => On(clock.DateAt(atUtc), situation)).OfType<ContactHold>().First();
        return hold.Until is { } until
            ? new Objection(LedgerSources.OfHold(hold.Kind, situation.Pack.Country), "HoldUntil", [hold.Kind, until])
            : new Objection(LedgerSources.OfHold(hold.Kind, situation.Pack.Country), "Hold", [hold.Kind]);
    }

    private static ContactHold? On(CalendarDate day, Situation situation)
    {
        var standing = situation.Customer.Holds.Where(hold => hold.HoldsOn(day) && HoldEffects.Stops(hold.Kind, situation.Request.Purpose)).ToList();
        return standing.FirstOrDefault(hold => hold.ObligationKey is null || Arrears.Same(hold.ObligationKey, situation.Request.ObligationKey))
            ?? (situation.Request.ObligationKey is null && situation.Request.Purpose.SpeaksOfDebt() ? OnEveryObligation(standing, situation) : null);
    }

    /// <summary>Every obligation of the customer is held: a contact about debt that names none can only be about one of them.</summary>
    private static ContactHold? OnEveryObligation(List<ContactHold> standing, Situation situation) =>
        standing.Count > 0 && situation.Customer.Obligations is { Count: > 0 } all
        && all.All(ledger => standing.Exists(hold => Arrears.Same(hold.ObligationKey, ledger.Key)))
            ? standing[0]
            : null;
}
