using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections.Packs;

namespace Crm.Extensions.Collections;

/// <summary>The law of a contact: that of the customer's residence and that of the contracts it is about, together. What either forbids is forbidden.</summary>
internal static class ContactLaw
{
    // what two packs have in common never changes, so it is worked out once
    private static readonly ConcurrentDictionary<string, CountryPack> Both = new(StringComparer.Ordinal);

    /// <param name="residence">The pack of the customer's residence; null where there is none.</param>
    /// <param name="contracts">The countries of the contracts' law (ISO codes, with a state where one matters); empty ones are of the residence.</param>
    /// <returns>Null where no country has rules here: then the contact is not ours to judge.</returns>
    public static CountryPack? Of(CountryPack? residence, IEnumerable<string> contracts)
    {
        var law = residence;
        foreach (var code in contracts.Where(code => code.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(code => code, StringComparer.Ordinal))
        {
            if (CountryPacks.Find(code) is not { } contract || IsIn(law, contract)) continue;

            law = law is { } own ? Both.GetOrAdd(own.Version + "\n" + contract.Version, _ => CountryPack.Intersect(own, contract)) : contract;
        }

        return law;
    }

    /// <summary>The countries of the obligation named, or of all that the customer has where the contact names none.</summary>
    public static IEnumerable<string> CountriesOf(IReadOnlyList<ObligationLedger>? obligations, string? named) =>
        (obligations ?? []).Where(ledger => named is null || string.Equals(ledger.Key, named, StringComparison.OrdinalIgnoreCase)).Select(ledger => ledger.Country);

    // the law of a country holds in its states
    private static bool IsIn(CountryPack? law, CountryPack contract) =>
        law is not null && string.Equals(law.Country, contract.Country, StringComparison.OrdinalIgnoreCase) && (contract.State.Length == 0 || contract.State == law.State);
}
