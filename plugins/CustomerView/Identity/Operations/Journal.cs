using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>
/// What an operation changes, written down before it is changed, so that it can be carried on and taken back from any point: the columns with their
/// former values, the parts it was divided into, and the rows that stayed as they were, with the reason.
/// </summary>
internal sealed class Journal
{
    private readonly List<JournalEntry> entries = new();
    private readonly HashSet<JournalEntry> known = new();
    private readonly List<Guid> parts = new();
    private readonly Dictionary<Guid, KeptRow> kept = new();

    public IReadOnlyList<JournalEntry> Entries => entries;

    /// <summary>Ids of the operations (rows of their own) that carry out a part each.</summary>
    public IReadOnlyList<Guid> Parts => parts;

    /// <summary>Rows that were left as they were.</summary>
    public IReadOnlyCollection<KeptRow> Kept => kept.Values;

    /// <summary>Adds what is not in it yet.</summary>
    /// <returns>Whether anything was added.</returns>
    public bool Add(IEnumerable<JournalEntry> more)
    {
        var before = entries.Count;
        entries.AddRange(more.Where(known.Add));
        return entries.Count > before;
    }

    public void AddPart(Guid operation) => parts.Add(operation);

    public bool Keep(KeptRow row)
    {
        if (kept.ContainsKey(row.Row)) return false;

        kept.Add(row.Row, row);
        return true;
    }

    public bool Keeps(Guid row) => kept.ContainsKey(row);
}

/// <summary>A row that an operation left as it was.</summary>
internal sealed class KeptRow
{
    /// <summary>The survivor has the same already (an alternate key forbids two): the row stays with the merged customer.</summary>
    public const string Same = "same";

    /// <summary>Somebody changed it since: their change stands.</summary>
    public const string Changed = "changed";

    /// <summary>The row is no longer there.</summary>
    public const string Gone = "gone";

    /// <param name="reason">One of the constants, or what the platform said when it refused.</param>
    public KeptRow(string table, Guid row, string reason)
    {
        Table = table;
        Row = row;
        Reason = reason;
    }

    public string Table { get; }

    public Guid Row { get; }

    public string Reason { get; }
}
