using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Query.Execution;
using Crm.Extensions.Embedded.Query.Parsed;
using Crm.Extensions.Embedded.Query.Results;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Answers queries in any of their three forms, as one caller at one moment.</summary>
internal sealed class QueryExecutor(Catalog catalog, IReadView view, QueryCaller caller)
{
    public EntityCollection Run(QueryBase query) => Run(query switch
    {
        QueryExpression expression => ExpressionReader.Read(expression),
        QueryByAttribute byAttribute => ExpressionReader.Read(byAttribute),
        FetchExpression fetch => FetchReader.Read(fetch.Query ?? throw QueryFaults.InvalidFetch("It is empty.")),
        null => throw QueryFaults.Argument("The query is missing."),
        _ => throw QueryFaults.NotSupported($"query of type {query.GetType().FullName}"),
    });

    public EntityCollection Run(ParsedQuery parsed)
    {
        var binder = new Binder(catalog, view, caller, parsed);
        var query = binder.Bind();
        var labels = new Labels(catalog, view, caller);
        var sorter = new Sorter(query.Orders, labels, parsed.OrderChoicesByNumber);
        var pager = new Pager(query, sorter);
        if (parsed.Aggregate) return pager.Cut(new Aggregator(query, labels, caller).Run(Found(binder.Finder, query, Aggregator.RowLimit + 1)));

        var writer = new ResultWriter(query, new ColumnWriter(catalog, view, labels));
        // without an order the first rows found are as good as any
        var enough = parsed is { Top: { } top, Distinct: false, ReturnTotal: false } && query.Orders.Count == 0 ? top : int.MaxValue;
        var found = Found(binder.Finder, query, enough);
        if (parsed.Distinct) found = [.. writer.Distinct(pager.NeedsOrder(found.Count) ? sorter.Sort(found) : found)];
        else if (pager.NeedsOrder(found.Count)) found = sorter.Sort(found);
        return pager.Cut(found, writer);
    }

    private static List<Row?[]> Found(RowFinder finder, BoundQuery query, int enough)
    {
        var found = new List<Row?[]>();
        finder.Walk(query.Joined, 0, new Row?[query.Slots], rows =>
        {
            found.Add((Row?[])rows.Clone());
            return found.Count < enough;
        });
        return found;
    }
}
