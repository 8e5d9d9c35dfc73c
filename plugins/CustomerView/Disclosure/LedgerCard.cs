using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>What the card makes of the ledger: products, promises, and whether this is the moment for an offer. Pure.</summary>
internal static class LedgerCard
{
    /// <param name="pack">The law of his country; null: only what is unpaid after its day counts.</param>
    public static IReadOnlyList<CardProduct> Products(IReadOnlyList<ObligationLedger> ledgers, IReadOnlyList<ContactHold> holds, CountryPack? pack, DateTime nowUtc) =>
        [.. ledgers.Select(ledger => new CardProduct(ledger.Product, ledger.Number, IsInTrouble(ledger, holds, pack, nowUtc)))];

    /// <summary>The promises that are open, the soonest first.</summary>
    public static IReadOnlyList<CardPromise> Promises(IReadOnlyList<ObligationLedger> ledgers) =>
    [
        .. ledgers.SelectMany(ledger => ledger.Promises.Where(promise => promise.IsOpen).Select(promise => new CardPromise(promise.Amount, ledger.Currency, promise.On)))
            .OrderBy(promise => promise.On),
    ];

    /// <summary>He is to be left in peace, or has said that he wants no offers.</summary>
    public static bool WantsNoOffers(CustomerRecord customer, CalendarDate today) =>
        customer.Holds.Any(hold => hold.HoldsOn(today) && HoldEffects.Stops(hold.Kind, Purpose.Sales))
        || customer.Consents.Any(consent =>
            consent.Kind == ConsentKind.OptOut
            && consent.Purpose is null or Purpose.Sales
            && (consent.From is not { } from || from <= today)
            && (consent.Until is not { } until || today <= until));

    private static bool IsInTrouble(ObligationLedger ledger, IReadOnlyList<ContactHold> holds, CountryPack? pack, DateTime nowUtc)
    {
        if (ledger.IsBlocked) return true;
        if ((ledger.Country.Length > 0 ? CountryPacks.Find(ledger.Country) : null) is { } contract) pack = contract;
        if (pack is null) return ledger.Installments.Any(line => !line.IsCancelled && line.Paid < line.Amount && line.DueDate < CalendarDate.Of(nowUtc));

        return UntrueThanks.IsInArrears(Arrears.Of(ledger, holds, new LedgerTerms(pack, pack.Clocks), nowUtc, nowUtc));
    }
}
