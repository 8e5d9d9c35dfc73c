using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Whom a contact reaches.</summary>
/// <param name="Customers">The customers, each once.</param>
/// <param name="HasStrangers">It goes to an address of nobody's, or to somebody who is none of our customers, as well.</param>
internal sealed record Addressees(IReadOnlyList<CustomerRecord> Customers, bool HasStrangers)
{
    private static readonly string[] PeopleTables = [Tables.Contact, Tables.Account, Tables.Lead];

    /// <summary>The customer that a contact names, and of e-mails and appointments all those it is addressed to. Colleagues in copy are no strangers.</summary>
    public static Addressees Of(ContactFacts facts, Queries queries)
    {
        if (facts.Customer is { } only && !facts.HasManyRecipients) return new Addressees(queries.Customers([only]), HasStrangers: false);

        var parties = facts.Parties;
        var strangers = facts.HasUnknownAddress;
        if (!facts.IsNew && parties.Count == 0 && facts.ActivityId != Guid.Empty)
        {
            var saved = queries.PartiesOf(facts.ActivityId);
            parties = ContactFacts.References(saved);
            strangers |= saved.Any(ContactFacts.IsUnknownAddress);
        }

        var known = new HashSet<Guid>();
        var found = Behind(parties, queries, known);
        strangers |= parties.Any(party => PeopleTables.Contains(party.LogicalName) && !known.Contains(party.Id));
        if (facts.Customer is { } named && found.All(customer => customer.Id != named)) found.AddRange(queries.Customers([named]));
        if (found.Count == 0 && facts.Regarding is { } regarding)
        {
            found = Behind([regarding], queries, known);
            strangers = false;
        }

        return new Addressees([.. found.GroupBy(customer => customer.Id).Select(group => group.First())], strangers && facts.HasManyRecipients);
    }

    private static List<CustomerRecord> Behind(IReadOnlyList<EntityReference> parties, Queries queries, HashSet<Guid> known)
    {
        var found = new List<CustomerRecord>();
        foreach (var group in parties.GroupBy(party => party.LogicalName, StringComparer.Ordinal))
        {
            var ids = group.Select(party => party.Id).Distinct().ToList();
            if (group.Key == Tables.Customer) found.AddRange(queries.Customers(ids));
            if (PeopleTables.Contains(group.Key)) found.AddRange(queries.CustomersBehind(group.Key, ids, known));
        }

        return found;
    }
}
