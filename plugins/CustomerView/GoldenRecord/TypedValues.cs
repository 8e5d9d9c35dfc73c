using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>What people did to a customer's own row since it was last computed: a value that is not the one that was written there is theirs.</summary>
/// <remarks>
/// A group in which a person changed a value is the person's as a whole, as it now stands: who corrects a town has the street before them. A group that a
/// person emptied is given back to the records, less the values that were taken off.
/// </remarks>
internal sealed class TypedValues
{
    private TypedValues(IReadOnlyList<GoldenValue> kept, IReadOnlyList<string> removed)
    {
        Kept = kept;
        Removed = removed;
    }

    public IReadOnlyList<GoldenValue> Kept { get; }

    /// <summary>Values taken off, those of before included.</summary>
    public IReadOnlyList<string> Removed { get; }

    /// <param name="current">The customer's columns as they stand; empty ones left out.</param>
    /// <param name="isMadeByRecords">Whether a customer without lineage was made of its first record, so that nothing on it was typed.</param>
    /// <param name="typedOn">When the customer's row was last changed, UTC: the nearest that is known.</param>
    public static TypedValues Find(IReadOnlyDictionary<string, string> current, Lineage lineage, bool isMadeByRecords, DateTime? typedOn)
    {
        var kept = new List<GoldenValue>();
        var removed = new List<string>(lineage.Removed);
        var isNew = lineage.Entries.Count == 0;
        foreach (var group in GoldenColumns.Groups)
        {
            var columns = GoldenColumns.Of(group);
            var values = columns.Where(current.ContainsKey).ToDictionary(column => column, column => current[column], StringComparer.Ordinal);
            var before = columns.Select(lineage.Of).OfType<LineageEntry>().ToList();
            if (values.Count == 0)
            {
                removed.AddRange(before.Select(entry => Survivorship.Removed(entry.Column, entry.Value)));
                continue;
            }

            var wasTyped = before.Any(entry => entry.Rule == LineageRule.Typed);
            var isTyped = isNew ? !isMadeByRecords && IsTelling(group, values) : columns.Any(column => Differs(lineage.Of(column)?.Value, values, column));
            if (!wasTyped && !isTyped) continue;

            var on = isTyped ? typedOn : LineageJson.Instant(before.First(entry => entry.Rule == LineageRule.Typed).ConfirmedOn);
            kept.Add(new GoldenValue(group, values, "", "", LineageRule.Typed, on));
        }

        // what somebody types again is wrong no more
        removed.RemoveAll(text => kept.Any(value => value.Columns.Any(column => Survivorship.Removed(column.Key, column.Value) == text)));
        return new TypedValues(kept, removed);
    }

    // the country alone is the house's own doing, and says of no home
    private static bool IsTelling(SurvivingGroup group, Dictionary<string, string> values) => group != SurvivingGroup.Address || values.Keys.Any(column => column != GoldenColumns.Country);

    private static bool Differs(string? before, Dictionary<string, string> values, string column) =>
        !(before is null && column == GoldenColumns.Country) && !string.Equals(before ?? "", values.TryGetValue(column, out var now) ? now : "", StringComparison.Ordinal);
}
