using System;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>One voice: what a customer may be contacted for about money, as the ledger has it at the moment of asking.</summary>
internal static class PurposeFromLedger
{
    /// <returns>
    /// Follow-up of a promise where one is open whose day has passed; collection where money may be demanded; a reminder where something falls due soon and
    /// there is reason to remind; a thank-you where it is earned and has not been said for long; null where there is nothing to say, or where no ledger, or
    /// none up to the last bank close, is known.
    /// </returns>
    /// <param name="obligationKey">Null: any of the customer's obligations.</param>
    public static Purpose? Derive(CustomerContext customer, string? obligationKey, DateTime atUtc, CountryPack pack, HousePolicy policy)
    {
        var request = new ContactRequest(Channel.PhoneCall, Purpose.Collection, atUtc, ContactPhase.Planned) { ObligationKey = obligationKey };
        return Derive(new Situation(request, customer, pack, policy), atUtc);
    }

    /// <summary>The same for a contact that is being judged.</summary>
    public static Purpose? Derive(Situation situation, DateTime atUtc)
    {
        if (situation.Ledger is not { } ledger)
        {
            return null;
        }

        var open = ledger.Concerned.Where(obligation => ledger.MayHear(obligation) && !ledger.IsStale(obligation)).ToList();
        var owing = open.Where(obligation => ledger.ArrearsOf(obligation, atUtc).MayDemand).ToList();
        if (owing.Count > 0)
        {
            return owing.Exists(obligation => HasLapsedPromise(obligation, ledger, atUtc)) ? Purpose.Promise : Purpose.Collection;
        }

        if (open.Exists(obligation => NeedlessReminder.IsJustified(obligation, ledger, situation.Policy, atUtc)))
        {
            return Purpose.Reminder;
        }

        return open.Count > 0 && !open.Exists(obligation => UntrueThanks.IsInArrears(ledger.ArrearsOf(obligation, atUtc)))
            && ThanksSeldom.IsEarned(ledger, atUtc) && ThanksSeldom.RestEnds(situation, atUtc) is null
            ? Purpose.ThankYou
            : null;
    }

    private static bool HasLapsedPromise(ObligationLedger obligation, LedgerView ledger, DateTime atUtc) =>
        obligation.Promises.Any(promise => promise.IsOpen && Arrears.PromiseEnd(promise, ledger.Terms) <= atUtc);
}
