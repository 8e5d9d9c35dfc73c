using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Query.Parsed;
using Crm.Extensions.Embedded.Query.Results;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Query.Execution;

/// <summary>Groups rows and computes counts, sums, averages, smallest and largest values over each group.</summary>
/// <remarks>Empty columns count for nothing but "count". More than 50,000 rows are refused, as by the platform.</remarks>
internal sealed class Aggregator(BoundQuery query, Labels labels, QueryCaller caller)
{
    internal const int RowLimit = 50_000;

    private readonly AggregateColumn[] groupedBy = [.. query.Aggregates.Where(column => column.Asked.GroupBy)];

    /// <summary>Refuses an aggregate that the column's type does not bear.</summary>
    public static void Check(Cell cell, ParsedColumn asked)
    {
        var type = cell.Column.Type;
        var bearable = asked.Aggregation switch
        {
            Aggregation.Sum or Aggregation.Average => type is ColumnType.Integer or ColumnType.BigInt or ColumnType.Decimal or ColumnType.Float or ColumnType.Money,
            Aggregation.Minimum or Aggregation.Maximum => type is ColumnType.Integer or ColumnType.BigInt or ColumnType.Decimal or ColumnType.Float or ColumnType.Money or ColumnType.DateTime,
            _ => type is not (ColumnType.PartyList or ColumnType.CalendarRules or ColumnType.MultiChoice or ColumnType.Memo) || asked.Aggregation is Aggregation.Count or Aggregation.CountColumn,
        };
        if (!bearable) throw QueryFaults.Aggregate(asked.GroupBy ? "GroupBy" : asked.Aggregation.ToString(), cell.Table.LogicalName, cell.Column.LogicalName, type.ToString());
        if (asked.GroupBy && type == ColumnType.DateTime && asked.Grouping == DateGrouping.None)
            throw QueryFaults.DateGrouping($"none, for '{cell.Table.LogicalName}.{cell.Column.LogicalName}'");
    }

    public List<Entity> Run(IEnumerable<Row?[]> found)
    {
        var groups = new Dictionary<object?[], List<Row?[]>>(new ResultWriter.SameValues());
        var count = 0;
        foreach (var rows in found)
        {
            if (++count > RowLimit) throw QueryFaults.AggregateLimit();
            var key = Array.ConvertAll(groupedBy, column => GroupOf(column, column.Cell.Of(rows)));
            if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = []);
            group.Add(rows);
        }
        if (groups.Count == 0 && groupedBy.Length == 0) groups.Add([], []);
        var results = groups.Select(group => query.Aggregates.ToDictionary(column => column.Alias, column => Value(column, group.Key, group.Value), StringComparer.Ordinal)).ToList();
        return Order(results).ConvertAll(Write);
    }

    private object? Value(AggregateColumn column, object?[] key, List<Row?[]> rows)
    {
        if (column.Asked.GroupBy) return key[Array.IndexOf(groupedBy, column)];
        if (column.Asked.Aggregation == Aggregation.Count) return rows.Count;
        var values = rows.Select(column.Cell.Of).Where(value => value is not null).ToList();
        if (column.Asked.Aggregation == Aggregation.CountColumn) return column.Asked.Distinct ? values.Distinct(Values.Instance).Count() : values.Count;
        if (values.Count == 0) return null;
        return column.Asked.Aggregation switch
        {
            Aggregation.Minimum => values.Min(Values.Instance),
            Aggregation.Maximum => values.Max(Values.Instance),
            Aggregation.Sum => Typed(column, values.Sum(Number)),
            _ => Typed(column, values.Sum(Number) / values.Count),
        };
    }

    private static decimal Number(object? value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    // an average of whole numbers is a whole number, cut off, as the database has it
    private static object Typed(AggregateColumn column, decimal number) => column.Cell.Column.Type switch
    {
        ColumnType.Integer => (int)number,
        ColumnType.BigInt => (long)number,
        ColumnType.Float => (double)number,
        _ => number,
    };

    private object? GroupOf(AggregateColumn column, object? value)
    {
        if (column.Asked.Grouping == DateGrouping.None || value is not DateTime moment) return value;
        if (column.Cell.Column.DateBehavior == DateBehavior.UserLocal && column.Asked.InUserTimeZone)
            moment = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), caller.TimeZone);
        return column.Asked.Grouping switch
        {
            DateGrouping.Day => moment.Day,
            DateGrouping.Week => CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(moment, CalendarWeekRule.FirstDay, caller.WeekStart),
            DateGrouping.Month => moment.Month,
            DateGrouping.Quarter => ((moment.Month - 1) / 3) + 1,
            _ => moment.Year,
        };
    }

    private List<Dictionary<string, object?>> Order(List<Dictionary<string, object?>> results)
    {
        IOrderedEnumerable<Dictionary<string, object?>>? ordered = null;
        foreach (var order in Tables(query.Asked.Root).SelectMany(table => table.Orders))
        {
            var column = query.Aggregates.FirstOrDefault(candidate => candidate.Alias == order.Name)
                ?? (order.IsAlias ? null : query.Aggregates.FirstOrDefault(candidate => candidate.Cell.Column.LogicalName == order.Name))
                ?? throw QueryFaults.Argument($"An aggregate is ordered by the alias of one of its columns, and '{order.Name}' is none.");
            object? Key(Dictionary<string, object?> result) => result[column.Alias] is Reference reference ? labels.Name(reference) ?? "" : result[column.Alias];
            ordered = (ordered, order.Descending) switch
            {
                (null, false) => results.OrderBy(Key, Values.Instance),
                (null, true) => results.OrderByDescending(Key, Values.Instance),
                (_, false) => ordered.ThenBy(Key, Values.Instance),
                (_, true) => ordered.ThenByDescending(Key, Values.Instance),
            };
        }
        return ordered is null ? results : [.. ordered];
    }

    private static IEnumerable<ParsedTable> Tables(ParsedTable table) => table.Links.SelectMany(Tables).Prepend(table);

    private Entity Write(Dictionary<string, object?> result)
    {
        var entity = new Entity(query.Root.Table.LogicalName);
        foreach (var column in query.Aggregates)
        {
            var value = result[column.Alias];
            var ownType = value is not null && column.Asked.Grouping == DateGrouping.None && column.Asked.Aggregation is not (Aggregation.Count or Aggregation.CountColumn);
            var written = ownType ? SdkValues.Of(column.Cell.Column, value!, labels) : value;
            entity[column.Alias] = new AliasedValue(column.Cell.Table.LogicalName, column.Cell.Column.LogicalName, written);
            var text = ownType ? labels.Format(column.Cell.Column, value!, null) : value is int number ? number.ToString("N0", CultureInfo.InvariantCulture) : null;
            if (text is not null) entity.FormattedValues[column.Alias] = text;
        }
        return entity;
    }
}
