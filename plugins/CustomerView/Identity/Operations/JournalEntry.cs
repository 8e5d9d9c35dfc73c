using System;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>One column of one row that an operation changes: what stood there, and what stands there afterwards.</summary>
/// <remarks>Values are texts of <see cref="JournalValue"/>, so that they can be compared and kept whatever their type.</remarks>
internal sealed class JournalEntry : IEquatable<JournalEntry>
{
    public JournalEntry(string table, Guid row, string column, string former, string after)
    {
        Table = table;
        Row = row;
        Column = column;
        Former = former;
        After = after;
    }

    public string Table { get; }

    public Guid Row { get; }

    public string Column { get; }

    public string Former { get; }

    public string After { get; }

    public bool Equals(JournalEntry? other) =>
        other is not null && Row == other.Row && Same(Table, other.Table) && Same(Column, other.Column) && Same(Former, other.Former) && Same(After, other.After);

    public override bool Equals(object? obj) => Equals(obj as JournalEntry);

    public override int GetHashCode() => Row.GetHashCode() ^ StringComparer.Ordinal.GetHashCode(Column);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
