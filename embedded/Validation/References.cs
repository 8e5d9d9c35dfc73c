using Crm.Extensions.Embedded.Messages;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Validation;

/// <summary>Look-ups point at rows that exist, and that stay as long as the transaction is open.</summary>
internal static class References
{
    public static void Demand(MessageContext context, Table table, Column column, object kept)
    {
        if (kept is not Reference reference) return;
        if (context.Catalog.Find(reference.Table) is null) throw PlatformFaults.UnknownTable(reference.Table);
        if (!context.Transaction.HoldExistence(reference.Table, reference.Id)) throw PlatformFaults.Dangling(table, column, reference.Table, reference.Id);
    }
}
