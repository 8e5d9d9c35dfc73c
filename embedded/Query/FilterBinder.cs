using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Query.Conditions;
using Crm.Extensions.Embedded.Query.Parsed;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Turns filters into tests, each hung on the last source that it needs, so that rows fall out as early as they can.</summary>
internal sealed class FilterBinder(Binder binder, IReadView view, QueryCaller caller)
{
    /// <summary>Links that filters ask about; already turned into conditions.</summary>
    public HashSet<Source> Asked { get; } = [];

    /// <summary>Hangs a filter's conditions on the sources they speak of; those of a link stay with the link.</summary>
    public void Attach(ParsedFilter filter, Source own, bool isLink)
    {
        if (filter.IsOr)
        {
            Take(Bind(filter, own), own, isLink);
            return;
        }
        foreach (var condition in filter.Conditions) Take(Bind(condition, own), own, isLink);
        foreach (var nested in filter.Filters) Attach(nested, own, isLink);
        foreach (var link in filter.Links) Hang(Bind(link, own), own, isLink);
    }

    /// <summary>A link of type exists, in, any … that stands beside the filter instead of in it.</summary>
    public void AttachQuestion(Source source)
    {
        Asked.Add(source);
        var above = source.Above!;
        (above.Above is null ? above.Where : above.On).Add(binder.Finder.Question(source));
    }

    private void Take(Part part, Source own, bool isLink)
    {
        Hang(part, own, isLink);
        if (part.Seeks is { } seeks && (!isLink || part.Source == own)) part.Source!.Seeks.Add(seeks);
    }

    private void Hang(Part part, Source own, bool isLink)
    {
        if (!isLink) (part.Source ?? own).Where.Add(part.Test);
        else if (part.LastSlot > own.Slot) throw QueryFaults.NotSupported($"a condition of the link '{own.Alias}' on the later link '{part.Source?.Alias}'");
        else own.On.Add(part.Test);
    }

    private Part Bind(ParsedFilter filter, Source own)
    {
        var parts = filter.Conditions.Select(condition => Bind(condition, own))
            .Concat(filter.Filters.Select(nested => Bind(nested, own)))
            .Concat(filter.Links.Select(link => Bind(link, own)))
            .ToArray();
        if (parts.Length == 0) return new Part(_ => true, own, own.Slot, null);
        var tests = Array.ConvertAll(parts, part => part.Test);
        var last = parts.MaxBy(part => part.LastSlot)!;
        var source = last.LastSlot > own.Slot ? last.Source : own;
        return new Part(filter.IsOr ? rows => Any(tests, rows) : rows => All(tests, rows), source, Math.Max(last.LastSlot, own.Slot), source is null ? null : SeeksOf(filter.IsOr, parts, source));
    }

    // of alternatives all rows must be found, of conditions that hold together those of one
    private static IReadOnlyList<Seek>? SeeksOf(bool isOr, Part[] parts, Source source)
    {
        if (!isOr) return parts.FirstOrDefault(part => part.Seeks is not null && part.Source == source)?.Seeks;
        return parts.All(part => part.Seeks is not null && part.Source == source) ? [.. parts.SelectMany(part => part.Seeks!)] : null;
    }

    private Part Bind(ParsedTable link, Source own)
    {
        var source = binder.Add(link, own);
        if (!source.IsQuestion) throw QueryFaults.JoinOperator($"{link.Join} within a filter");
        Asked.Add(source);
        return new Part(binder.Finder.Question(source), own, own.Slot, null);
    }

    private Part Bind(ParsedCondition condition, Source own)
    {
        var source = condition.Table is null || condition.Table == own.Alias ? own : binder.Named(condition.Table) ?? throw QueryFaults.NoAlias(condition.Table);
        if (source.IsQuestion && source != own) throw QueryFaults.NoAlias(condition.Table!);
        var cell = binder.CellOf(source, condition.Column);
        if (condition.OtherColumn is { } other) return Columns(condition, source, cell, other, own);

        var comparison = new Comparison(cell, condition.Operator, condition.Values, caller, view);
        var test = Operators.Test(comparison);
        // a row that an outer join did not find has empty columns
        return new Part(rows => test(cell.Of(rows)), source, source.Slot, (cell.IsIndexed || cell.LeadsKey) && SeekOf(comparison, cell) is { } seek ? [seek] : null);
    }

    private Part Columns(ParsedCondition condition, Source source, Cell cell, string other, Source own)
    {
        var dot = other.IndexOf('.', StringComparison.Ordinal);
        var otherSource = dot < 0 ? source : binder.Named(other[..dot]) ?? throw QueryFaults.NoAlias(other[..dot]);
        if (otherSource.IsQuestion && otherSource != own) throw QueryFaults.NoAlias(other[..dot]);
        var otherCell = binder.CellOf(otherSource, other[(dot + 1)..]);
        var holds = Operators.Pair(condition.Operator, cell.Table.LogicalName, cell.Column.LogicalName);
        var last = otherSource.Slot > source.Slot ? otherSource : source;
        return new Part(rows => holds(cell.Of(rows), otherCell.Of(rows)), last, last.Slot, null);
    }

    private static Seek? SeekOf(Comparison comparison, Cell cell) => comparison.Operator switch
    {
        ConditionOperator.Equal or ConditionOperator.In => new Seek(cell, [.. comparison.Operands(1, int.MaxValue).Distinct(Values.Instance).OfType<object>()]),
        _ => CallerOperators.Keys(comparison) is { } keys ? new Seek(cell, [.. keys.Cast<object>()]) : null,
    };

    private static bool Any(Condition[] tests, Row?[] rows)
    {
        foreach (var test in tests)
        {
            if (test(rows)) return true;
        }
        return false;
    }

    private static bool All(Condition[] tests, Row?[] rows)
    {
        foreach (var test in tests)
        {
            if (!test(rows)) return false;
        }
        return true;
    }

    /// <param name="Test">The condition itself.</param>
    /// <param name="Source">The last source whose row it needs.</param>
    /// <param name="LastSlot">That source's slot.</param>
    /// <param name="Seeks">For equalities on indexed columns of the source: where the rows that can match are found, each alternative by itself.</param>
    private sealed record Part(Condition Test, Source? Source, int LastSlot, IReadOnlyList<Seek>? Seeks);
}
