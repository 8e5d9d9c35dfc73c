using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>On a day, before or after it: the day is the caller's, whatever the time of day.</summary>
internal static class DayOperators
{
    public static Dictionary<ConditionOperator, OperatorRule> Rules { get; } = new()
    {
        [ConditionOperator.On] = On,
        [ConditionOperator.NotOn] = comparison => EqualityOperators.Not(On(comparison)),
        [ConditionOperator.OnOrBefore] = comparison =>
        {
            var end = comparison.Calendar.Start(Day(comparison).AddDays(1));
            return value => value is DateTime moment && moment < end;
        },
        [ConditionOperator.OnOrAfter] = comparison =>
        {
            var start = comparison.Calendar.Start(Day(comparison));
            return value => value is DateTime moment && moment >= start;
        },
    };

    private static Func<object?, bool> On(Comparison comparison)
    {
        var day = Day(comparison);
        var (start, end) = (comparison.Calendar.Start(day), comparison.Calendar.Start(day.AddDays(1)));
        return value => value is DateTime moment && moment >= start && moment < end;
    }

    private static DateTime Day(Comparison comparison)
    {
        comparison.Only(ColumnType.DateTime);
        if (comparison.Values.Count != 1) throw QueryFaults.ValueCount(comparison.Table, comparison.Column.LogicalName, comparison.Operator, "exactly one value", comparison.Values.Count);
        return comparison.Values[0] switch
        {
            DateTime moment => comparison.Calendar.DayOf(moment),
            string text when DateTime.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind, out var parsed) => comparison.Calendar.DayOf(parsed),
            var other => throw QueryFaults.ValueType(comparison.Table, comparison.Column.LogicalName, typeof(DateTime), other),
        };
    }
}
