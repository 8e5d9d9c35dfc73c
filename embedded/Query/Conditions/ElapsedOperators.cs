using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>So many hours, days, weeks, months or years back or ahead of now, and "older than".</summary>
/// <remarks>Hours and minutes count from this moment; longer units from the start of the caller's today (back) or to the end of the last day (ahead).</remarks>
internal static class ElapsedOperators
{
    public static Dictionary<ConditionOperator, OperatorRule> Rules { get; } = new()
    {
        [ConditionOperator.LastXHours] = comparison => Between(comparison, (calendar, number) => (calendar.Now.AddHours(-number), calendar.Now)),
        [ConditionOperator.NextXHours] = comparison => Between(comparison, (calendar, number) => (calendar.Now, calendar.Now.AddHours(number))),
        [ConditionOperator.LastXDays] = Back((today, number) => today.AddDays(-number)),
        [ConditionOperator.LastXWeeks] = Back((today, number) => today.AddDays(-7 * number)),
        [ConditionOperator.LastXMonths] = Back((today, number) => today.AddMonths(-number)),
        [ConditionOperator.LastXYears] = Back((today, number) => today.AddYears(-number)),
        [ConditionOperator.NextXDays] = Ahead((today, number) => today.AddDays(number)),
        [ConditionOperator.NextXWeeks] = Ahead((today, number) => today.AddDays(7 * number)),
        [ConditionOperator.NextXMonths] = Ahead((today, number) => today.AddMonths(number)),
        [ConditionOperator.NextXYears] = Ahead((today, number) => today.AddYears(number)),
        [ConditionOperator.OlderThanXMinutes] = comparison => Before(comparison, (calendar, number) => calendar.Now.AddMinutes(-number)),
        [ConditionOperator.OlderThanXHours] = comparison => Before(comparison, (calendar, number) => calendar.Now.AddHours(-number)),
        [ConditionOperator.OlderThanXDays] = comparison => Before(comparison, (calendar, number) => calendar.Start(calendar.Today.AddDays(-number))),
        [ConditionOperator.OlderThanXWeeks] = comparison => Before(comparison, (calendar, number) => calendar.Start(calendar.Today.AddDays(-7 * number))),
        [ConditionOperator.OlderThanXMonths] = comparison => Before(comparison, (calendar, number) => calendar.Start(calendar.Today.AddMonths(-number))),
        [ConditionOperator.OlderThanXYears] = comparison => Before(comparison, (calendar, number) => calendar.Start(calendar.Today.AddYears(-number))),
    };

    private static OperatorRule Back(Func<DateTime, int, DateTime> first) =>
        comparison => Between(comparison, (calendar, number) => (calendar.Start(first(calendar.Today, number)), calendar.Now));

    private static OperatorRule Ahead(Func<DateTime, int, DateTime> last) =>
        comparison => Between(comparison, (calendar, number) => (calendar.Now, calendar.Start(last(calendar.Today, number).AddDays(1)).AddTicks(-1)));

    private static Func<object?, bool> Between(Comparison comparison, Func<CalendarPeriods, int, (DateTime From, DateTime To)> period)
    {
        comparison.Only(ColumnType.DateTime);
        var (from, to) = period(comparison.Calendar, comparison.Number());
        return value => value is DateTime moment && moment >= from && moment <= to;
    }

    private static Func<object?, bool> Before(Comparison comparison, Func<CalendarPeriods, int, DateTime> limit)
    {
        comparison.Only(ColumnType.DateTime);
        var end = limit(comparison.Calendar, comparison.Number());
        return value => value is DateTime moment && moment < end;
    }
}
