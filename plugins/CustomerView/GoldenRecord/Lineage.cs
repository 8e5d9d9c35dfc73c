using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>Where each value of a customer comes from, and which values a person took off it.</summary>
internal sealed class Lineage
{
    private readonly IReadOnlyList<LineageEntry> entries;
    private readonly IReadOnlyList<string> removed;

    public Lineage(IReadOnlyList<LineageEntry> entries, IReadOnlyList<string> removed)
    {
        this.entries = entries;
        this.removed = removed;
    }

    /// <summary>Of a customer that was never computed.</summary>
    public static Lineage None { get; } = new([], []);

    public IReadOnlyList<LineageEntry> Entries => entries;

    /// <summary>Column and value, as <see cref="Survivorship.Removed"/> writes them.</summary>
    public IReadOnlyList<string> Removed => removed;

    public LineageEntry? Of(string column) => entries.FirstOrDefault(entry => string.Equals(entry.Column, column, StringComparison.Ordinal));

    /// <summary>The lineage of newly chosen values; an entry that says the same as before keeps its day.</summary>
    /// <param name="on">When it was chosen, UTC.</param>
    public Lineage Next(IEnumerable<GoldenValue> values, IEnumerable<string> removedNow, DateTime on)
    {
        var next = new List<LineageEntry>();
        foreach (var value in values)
        {
            foreach (var column in value.Columns.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                var entry = new LineageEntry
                {
                    Column = column.Key, Value = column.Value, Link = value.Link, Source = value.Source, Rule = value.Rule, ConfirmedOn = LineageJson.Instant(value.ConfirmedOn), On = LineageJson.Instant(on),
                };
                var before = Of(column.Key);
                if (before is not null && before.IsSame(entry)) entry.On = before.On;
                next.Add(entry);
            }
        }

        return new Lineage(next, [.. removedNow.Distinct(StringComparer.Ordinal).OrderBy(text => text, StringComparer.Ordinal)]);
    }
}
