using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>Whom records that leave a customer go to.</summary>
internal sealed class SplitTarget
{
    private SplitTarget(Guid customer, Operation? join, bool isNew)
    {
        Customer = customer;
        Join = join;
        IsNew = isNew;
    }

    public Guid Customer { get; }

    /// <summary>The join by which they came, when they go back all together: then all that came with them goes back too.</summary>
    public Operation? Join { get; }

    public bool IsNew { get; }

    /// <summary>
    /// The one that a request names; else the one that was merged, when all of them came from there and it still answers to this customer's id; else a new
    /// customer.
    /// </summary>
    /// <param name="links">Those that leave, all of them the customer's.</param>
    public static SplitTarget Of(OperationStore store, Operation split, Guid customer, IReadOnlyList<Guid> links, Func<Guid, Guid?> mergedInto)
    {
        if (split.To != Guid.Empty) return new SplitTarget(split.To, null, false);

        foreach (var join in store.Of(OperationColumns.To, customer).Where(other => other.Kind == OperationColumns.Join && other.Status == OperationColumns.Done))
        {
            var came = Entries(store, join).Where(entry => entry.Table == IdentityTables.SourceLink).Select(entry => entry.Row).ToList();
            if (!links.All(came.Contains) || mergedInto(join.From) != customer) continue;

            return new SplitTarget(join.From, came.All(links.Contains) ? join : null, false);
        }

        return new SplitTarget(ComponentId.NameBased(split.Id, "customer"), null, true);
    }

    /// <summary>All that an operation changed, its parts included.</summary>
    public static IEnumerable<JournalEntry> Entries(OperationStore store, Operation operation) =>
        operation.Journal.Entries.Concat(store.Find(operation.Journal.Parts).SelectMany(part => part.Journal.Entries));
}
