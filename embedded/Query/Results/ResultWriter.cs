using System;
using System.Collections.Generic;
using System.Globalization;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Query.Results;

/// <summary>Writes combinations of rows as entities: the columns asked for, formatted values, and aliased values for linked columns.</summary>
/// <remarks>Empty columns are absent. So are secured ones that the caller may not read, which can't be told from empty.</remarks>
internal sealed class ResultWriter(BoundQuery query, ColumnWriter columns)
{
    public Entity Write(Row?[] rows)
    {
        var root = rows[0]!;
        var table = query.Root.Table;
        var entity = new Entity(table.LogicalName);
        if (!query.Asked.Distinct)
        {
            entity.Id = root.Id;
            entity[table.PrimaryId] = root.Id;
        }
        entity.RowVersion = root.Version.ToString(CultureInfo.InvariantCulture);
        foreach (var source in query.Joined)
        {
            if (rows[source.Slot] is not { } row) continue;
            foreach (var output in source.Outputs)
            {
                if (!output.Readable) continue;
                columns.Write(entity, output.Name, output.Cell, row, output.Aliased);
                if (!output.Aliased && output.Cell.IsPrimaryId) entity.Id = row.Id;
            }
        }
        return entity;
    }

    /// <summary>Leaves one of each set of results that show the same: their readable columns, not their ids, decide.</summary>
    public IEnumerable<Row?[]> Distinct(IEnumerable<Row?[]> found)
    {
        var seen = new HashSet<object?[]>(new SameValues());
        foreach (var rows in found)
        {
            var values = new List<object?>();
            foreach (var source in query.Joined)
            {
                foreach (var output in source.Outputs) values.Add(output.Readable ? output.Cell.Of(rows) : null);
            }
            if (values.Count == 0) values.Add(rows[0]?.Id);
            if (seen.Add([.. values])) yield return rows;
        }
    }

    /// <summary>Equality of lists of values, as the database compares them.</summary>
    internal sealed class SameValues : IEqualityComparer<object?[]>
    {
        public bool Equals(object?[]? left, object?[]? right)
        {
            if (left is null || right is null || left.Length != right.Length) return left == right;
            for (var at = 0; at < left.Length; at++)
            {
                if (!Values.Instance.Equals(left[at], right[at])) return false;
            }
            return true;
        }

        public int GetHashCode(object?[] values)
        {
            var hash = default(HashCode);
            foreach (var value in values) hash.Add(Values.Instance.GetHashCode(value));
            return hash.ToHashCode();
        }
    }
}
