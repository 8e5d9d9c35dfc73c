using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Query.Parsed;
using Crm.Extensions.Embedded.Query.Results;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Query.Execution;

/// <summary>Cuts what was found into pages of at most 5,000 rows.</summary>
internal sealed class Pager(BoundQuery query, Sorter sorter)
{
    internal const int Largest = 5_000;

    private readonly ParsedQuery asked = query.Asked;

    private int Size => Math.Min(asked.Count ?? Largest, Largest);

    /// <summary>Whether the order of rows can be seen: without an order and on one page, it can't.</summary>
    public bool NeedsOrder(int found) => query.Orders.Count > 0 || asked.Page > 1 || (asked.Top is null && found > Size);

    public EntityCollection Cut(List<Row?[]> sorted, ResultWriter writer)
    {
        if (asked.Top is { } top) return Result(sorted.Take(top).Select(writer.Write), sorted.Count, false);
        var cookie = new PagingCookie(query);
        var start = Math.Min((long)(asked.Page - 1) * Size, sorted.Count);
        if (asked.Page > 1 && !string.IsNullOrEmpty(asked.Cookie) && cookie.Possible && sorted.Count > 0
            && cookie.Read(asked.Cookie, asked.Page, at => KeyType(sorted, at)) is { } last)
        {
            start = sorted.FindIndex(rows => sorter.Compare(sorter.Keys(rows), last) > 0);
            if (start < 0) start = sorted.Count;
        }
        var page = sorted.GetRange((int)start, Math.Min(Size, sorted.Count - (int)start));
        var result = Result(page.Select(writer.Write), sorted.Count, start + page.Count < sorted.Count);
        if (cookie.Possible && page.Count > 0) result.PagingCookie = cookie.Write(asked.Page, sorter.Keys(page[0]), sorter.Keys(page[^1]));
        return result;
    }

    /// <summary>A page of an aggregate's results.</summary>
    public EntityCollection Cut(List<Entity> results)
    {
        if (asked.Top is { } top) return Result(results.Take(top), results.Count, false);
        var start = (long)(asked.Page - 1) * Size;
        return Result(results.Where((_, at) => at >= start && at < start + Size), results.Count, start + Size < results.Count);
    }

    private Type? KeyType(List<Row?[]> sorted, int at) =>
        sorted.Select(rows => sorter.Keys(rows)[at]).FirstOrDefault(value => value is not null)?.GetType();

    private EntityCollection Result(IEnumerable<Entity> entities, int total, bool more)
    {
        var result = new EntityCollection([.. entities]) { EntityName = query.Root.Table.LogicalName, MoreRecords = more, TotalRecordCount = -1 };
        if (asked.ReturnTotal)
        {
            result.TotalRecordCount = Math.Min(total, Largest);
            result.TotalRecordCountLimitExceeded = total > Largest;
        }
        return result;
    }
}
