using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded;

/// <content>Copies, as of an environment.</content>
public sealed partial class EmbeddedDataverse
{
    /// <summary>
    /// Another organization with the rows, tables, solutions and rights that this one has now; far cheaper than importing again. As a copied environment it has an id of its own; clock,
    /// queues, mail, traces and what is counted begin anew.
    /// </summary>
    /// <param name="start">Where the copy's clock stands, UTC; else where this one's does.</param>
    /// <exception cref="InvalidOperationException">Jobs are waiting, which no copy would ever run.</exception>
    public EmbeddedDataverse Copy(DateTime? start = null)
    {
        if (Jobs.Count > 0) throw new InvalidOperationException($"{Jobs.Count} jobs are waiting; run or drop them before the organization is copied.");
        var copy = new EmbeddedDataverse(Options, new VirtualClock(start ?? Clock.UtcNow))
        {
            OrganizationId = Guid.NewGuid(),
            RootBusinessUnitId = RootBusinessUnitId,
            BaseCurrencyId = BaseCurrencyId,
            AdministratorId = AdministratorId,
            SystemUserId = SystemUserId,
            RepeatsMixedUpdates = RepeatsMixedUpdates,
        };
        copy.Database.CopyFrom(Database);
        copy.Rename(OrganizationId);
        copy.Security.CopyFrom(Security);
        copy.PluginTypes.CopyFrom(PluginTypes);
        copy.Installer.CopyFrom(Installer);
        copy.Registrations.Forget();
        return copy;
    }

    // its own row says who an organization is
    private void Rename(Guid former)
    {
        using var transaction = Database.Begin();
        var row = transaction.Find("organization", former)!;
        var values = new Dictionary<string, object>(row.Values, StringComparer.Ordinal) { [row.Table.PrimaryId] = OrganizationId };
        transaction.Delete(row.Table, former);
        transaction.Insert(new Row(row.Table, OrganizationId, Database.NextVersion(), values));
        transaction.Commit();
    }
}
