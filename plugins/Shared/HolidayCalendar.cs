using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Shared;

/// <summary>The holidays of a country, worked out once per year. Safe for many threads.</summary>
internal sealed class HolidayCalendar
{
    private readonly ConcurrentDictionary<int, Dictionary<CalendarDate, string>> years = new();
    private readonly IReadOnlyList<HolidayRule> rules;

    public HolidayCalendar(IReadOnlyList<HolidayRule> rules) => this.rules = rules;

    public bool Contains(CalendarDate date) => Year(date.Year).ContainsKey(date);

    /// <summary>The holiday's name (several names of one day joined by a semicolon), or null on an ordinary day.</summary>
    public string? NameOf(CalendarDate date) => Year(date.Year).TryGetValue(date, out var name) ? name : null;

    /// <summary>All holidays of a year by date; two that fall on one day are both named.</summary>
    public IEnumerable<Holiday> In(int year) =>
        // 1 January may be kept on 31 December, and a day late in December in the year after
        Enumerable.Range(Math.Max(year - 1, 1), 3)
            .Where(kept => kept <= year + 1 && kept <= 9999)
            .SelectMany(kept => rules.SelectMany(rule => rule.Of(kept)))
            .Where(holiday => holiday.Date.Year == year)
            .OrderBy(holiday => holiday.Date);

    /// <summary>The holidays from one day to another, both included, by date.</summary>
    public IEnumerable<Holiday> Between(CalendarDate first, CalendarDate last) =>
        Enumerable.Range(first.Year, last.Year - first.Year + 1).SelectMany(In).Where(holiday => first <= holiday.Date && holiday.Date <= last);

    private Dictionary<CalendarDate, string> Year(int year) =>
        years.GetOrAdd(year, y => In(y).GroupBy(holiday => holiday.Date).ToDictionary(day => day.Key, day => string.Join("; ", day.Select(holiday => holiday.Name).Distinct())));
}
