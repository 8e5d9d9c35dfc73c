using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>Finds what is wrong in the calendars and due date conventions of a country pack.</summary>
/// <param name="sources">The ids of the pack's sources.</param>
/// <param name="report">Takes a mistake and where it stands.</param>
internal sealed class CalendarCheck(IReadOnlySet<string> sources, Action<LocatedJson, string> report)
{
    /// <summary>The members of a pack that are looked at here.</summary>
    public static readonly IReadOnlyList<string> Members = ["publicHolidays", "bankHolidays", "dueDate"];

    private static readonly string[] HolidayMembers =
    [
        "name", "month", "day", "fromEaster", "juneSolsticeAt", "ordinal", "weekday", "shift", "shiftFrom", "keepsOwnDay", "observedName", "onlyOn", "notOn", "year",
        "firstYear", "lastYear", "everyYears", "notIn", "note",
    ];

    public void Check(LocatedJson pack)
    {
        foreach (var holiday in List(pack, "publicHolidays")) Holiday(holiday);
        if (List(pack, "publicHolidays").Count == 0) report(pack, "the pack names no public holiday");
        if (pack["bankHolidays"] is not { } bank)
        {
            report(pack, "'bankHolidays' is missing");
        }
        else
        {
            Names(bank, ["source", "withPublic", "days", "note"]);
            Known(bank);
            Flag(bank, "withPublic");
            foreach (var holiday in List(bank, "days")) Holiday(holiday);
        }

        foreach (var value in List(pack, "dueDate")) DueDate(value);
    }

    private void DueDate(LocatedJson value)
    {
        Names(value, ["convention", "source", "validFrom", "validUntil", "note"]);
        Known(value);
        if (!Words.TryRead<DueDateConvention>(value["convention"]?.Text, out _)) report(value["convention"] ?? value, $"unknown convention '{value["convention"]?.Text}'");
        var ends = new[] { "validFrom", "validUntil" }.Select(name => value[name]).OfType<LocatedJson>().ToArray();
        foreach (var end in ends.Where(end => !CalendarDate.TryParse(end.Text, out _))) report(end, $"'{end.Text}' is no date");
        if (ends.Length == 2 && string.CompareOrdinal(ends[0].Text, ends[1].Text) > 0) report(ends[1], "the value ends before it begins");
    }

    private void Holiday(LocatedJson holiday)
    {
        Names(holiday, HolidayMembers);
        Flag(holiday, "keepsOwnDay");
        if (holiday["name"] is not { Kind: JsonTokenType.String } name || name.Text.Trim().Length == 0) report(holiday, "a holiday has a name");
        if (holiday["shift"] is { } shift && !HolidayShift.TryParse(shift.Text, out _)) report(shift, $"'{shift.Text}' is no shift such as 'tuesday-1 friday+3'");
        foreach (var weekday in List(holiday, "onlyOn").Concat(List(holiday, "notOn")).Append(holiday["weekday"]).OfType<LocatedJson>().Where(day => WeekText.IndexOf(day.Text) < 0))
        {
            report(weekday, $"unknown weekday '{weekday.Text}'");
        }

        foreach (var year in new[] { "year", "firstYear", "lastYear", "shiftFrom" }.Select(member => holiday[member]).Concat(List(holiday, "notIn")).OfType<LocatedJson>())
        {
            if (!int.TryParse(year.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1583 or > 9999) report(year, $"'{year.Text}' is no year");
        }

        if (!IsOneDay(holiday)) report(holiday, "a holiday is a day of a month, the first to fourth or last weekday of a month, so many days from Easter, or the June solstice");
    }

    private static bool IsOneDay(LocatedJson holiday)
    {
        int Number(string name) => int.TryParse(holiday[name]?.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var month = Number("month");
        var isDay = month is >= 1 and <= 12 && holiday["ordinal"] is null && Number("day") >= 1 && Number("day") <= DateTime.DaysInMonth(2023, month);
        var isWeekday = month is >= 1 and <= 12 && Number("ordinal") is -1 or (>= 1 and <= 4) && holiday["weekday"] is not null && holiday["day"] is null;
        var isEaster = holiday["fromEaster"] is not null && holiday["month"] is null;
        var isSolstice = holiday["juneSolsticeAt"] is not null && holiday["month"] is null && Number("juneSolsticeAt") is >= -12 and <= 14;
        return isDay || isWeekday || (isEaster != isSolstice);
    }

    private void Flag(LocatedJson value, string name)
    {
        if (value[name] is { Kind: not (JsonTokenType.True or JsonTokenType.False) } flag) report(flag, $"'{name}' must be true or false");
    }

    private void Known(LocatedJson value)
    {
        if (value["source"] is not { Kind: JsonTokenType.String } source) report(value, "no source: each value names its authority");
        else if (!sources.Contains(source.Text)) report(source, $"unknown source '{source.Text}'");
    }

    private void Names(LocatedJson value, IReadOnlyCollection<string> known)
    {
        foreach (var member in value.Members.Where(member => !known.Contains(member.Key))) report(member.Value, $"unknown member '{member.Key}'");
    }

    private static IReadOnlyList<LocatedJson> List(LocatedJson value, string name) => value[name]?.Items ?? [];
}
