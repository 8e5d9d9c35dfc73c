using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Parsed;

/// <summary>Reads the aggregates of a QueryExpression.</summary>
internal static class AttributeExpressions
{
    public static ParsedColumn Read(XrmAttributeExpression expression) => new(expression.AttributeName)
    {
        Alias = string.IsNullOrEmpty(expression.Alias) ? null : expression.Alias,
        GroupBy = expression.HasGroupBy,
        Aggregation = expression.AggregateType switch
        {
            XrmAggregateType.None => Aggregation.None,
            XrmAggregateType.Count => Aggregation.Count,
            XrmAggregateType.CountColumn => Aggregation.CountColumn,
            XrmAggregateType.Sum => Aggregation.Sum,
            XrmAggregateType.Avg => Aggregation.Average,
            XrmAggregateType.Min => Aggregation.Minimum,
            XrmAggregateType.Max => Aggregation.Maximum,
            _ => throw QueryFaults.NotSupported($"aggregate '{expression.AggregateType}'"),
        },
        Grouping = expression.DateTimeGrouping switch
        {
            XrmDateTimeGrouping.None => DateGrouping.None,
            XrmDateTimeGrouping.Day => DateGrouping.Day,
            XrmDateTimeGrouping.Week => DateGrouping.Week,
            XrmDateTimeGrouping.Month => DateGrouping.Month,
            XrmDateTimeGrouping.Quarter => DateGrouping.Quarter,
            XrmDateTimeGrouping.Year => DateGrouping.Year,
            _ => throw QueryFaults.NotSupported($"date grouping '{expression.DateTimeGrouping}'"),
        },
    };
}
