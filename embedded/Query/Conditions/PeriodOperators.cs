using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>Calendar periods around the caller's today: a day, week, month or year, whole.</summary>
internal static class PeriodOperators
{
    public static Dictionary<ConditionOperator, OperatorRule> Rules { get; } = new()
    {
        [ConditionOperator.Yesterday] = Whole(calendar => (calendar.Today.AddDays(-1), calendar.Today)),
        [ConditionOperator.Today] = Whole(calendar => (calendar.Today, calendar.Today.AddDays(1))),
        [ConditionOperator.Tomorrow] = Whole(calendar => (calendar.Today.AddDays(1), calendar.Today.AddDays(2))),
        // both count today as one of the seven or as the day they start from
        [ConditionOperator.Last7Days] = Whole(calendar => (calendar.Today.AddDays(-7), calendar.Today.AddDays(1))),
        [ConditionOperator.Next7Days] = Whole(calendar => (calendar.Today, calendar.Today.AddDays(8))),
        [ConditionOperator.LastWeek] = Whole(calendar => (calendar.Week.AddDays(-7), calendar.Week)),
        [ConditionOperator.ThisWeek] = Whole(calendar => (calendar.Week, calendar.Week.AddDays(7))),
        [ConditionOperator.NextWeek] = Whole(calendar => (calendar.Week.AddDays(7), calendar.Week.AddDays(14))),
        [ConditionOperator.LastMonth] = Whole(calendar => (calendar.Month.AddMonths(-1), calendar.Month)),
        [ConditionOperator.ThisMonth] = Whole(calendar => (calendar.Month, calendar.Month.AddMonths(1))),
        [ConditionOperator.NextMonth] = Whole(calendar => (calendar.Month.AddMonths(1), calendar.Month.AddMonths(2))),
        [ConditionOperator.LastYear] = Whole(calendar => (calendar.Year.AddYears(-1), calendar.Year)),
        [ConditionOperator.ThisYear] = Whole(calendar => (calendar.Year, calendar.Year.AddYears(1))),
        [ConditionOperator.NextYear] = Whole(calendar => (calendar.Year.AddYears(1), calendar.Year.AddYears(2))),
    };

    private static OperatorRule Whole(Func<CalendarPeriods, (DateTime From, DateTime To)> period) => comparison =>
    {
        comparison.Only(ColumnType.DateTime);
        comparison.None();
        var calendar = comparison.Calendar;
        var (from, to) = period(calendar);
        var (start, end) = (calendar.Start(from), calendar.Start(to));
        return value => value is DateTime moment && moment >= start && moment < end;
    };
}
