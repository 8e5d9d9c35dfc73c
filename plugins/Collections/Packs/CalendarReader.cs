using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections.Packs;

/// <summary>Turns the calendars and due date conventions of a pack file into rules.</summary>
internal static class CalendarReader
{
    public static HolidayCalendar PublicHolidays(PackFile file) => new([.. file.PublicHolidays.Select(Holiday)]);

    public static HolidayCalendar BankHolidays(PackFile file) =>
        new([.. (file.BankHolidays.WithPublic ? file.PublicHolidays : []).Concat(file.BankHolidays.Days ?? []).Select(Holiday)]);

    /// <exception cref="FormatException">A value cannot be understood; the message names it.</exception>
    public static IReadOnlyList<DueDateValue> DueDates(PackFile file, Func<string, RuleSource> source) =>
    [
        .. (file.DueDate ?? []).Select(value => new DueDateValue(
            Words.TryRead<DueDateConvention>(value.Convention, out var convention) ? convention : throw new FormatException("Unknown convention '" + value.Convention + "'."),
            source(value.Source),
            Day(value.ValidFrom),
            Day(value.ValidUntil))),
    ];

    private static HolidayRule Holiday(HolidayFile file)
    {
        var rule = new HolidayRule(file.Name)
        {
            Month = file.Month,
            Day = file.Day,
            FromEaster = file.FromEaster,
            SolsticeUtcOffset = file.JuneSolsticeAt,
            Ordinal = file.Ordinal,
            Weekday = file.Weekday is null ? DayOfWeek.Sunday : Weekday(file.Weekday),
            Shift = file.Shift is null ? HolidayShift.None : HolidayShift.TryParse(file.Shift, out var shift) ? shift : throw new FormatException("Not a shift: '" + file.Shift + "'."),
            ShiftFrom = file.ShiftFrom,
            KeepsOwnDay = file.KeepsOwnDay,
            OnlyOn = KeptOn(file),
            FirstYear = Math.Max(file.FirstYear, file.Year),
            LastYear = file.Year > 0 ? file.Year : file.LastYear == 0 ? 9999 : file.LastYear,
            EveryYears = file.EveryYears == 0 ? 1 : file.EveryYears,
            NotIn = file.NotIn ?? [],
        };
        return file.ObservedName is null ? rule : rule with { ObservedName = file.ObservedName };
    }

    // DataContractJsonSerializer makes objects without running initialisers: a list that the file does not give is null
    private static IReadOnlyList<DayOfWeek> KeptOn(HolidayFile file) => file.NotOn is { Count: > 0 } never
        ? [.. ((DayOfWeek[])Enum.GetValues(typeof(DayOfWeek))).Except(never.Select(Weekday))]
        : [.. (file.OnlyOn ?? []).Select(Weekday)];

    private static DayOfWeek Weekday(string text) =>
        WeekText.IndexOf(text) is var index and >= 0 ? (DayOfWeek)index : throw new FormatException("Unknown weekday '" + text + "'.");

    private static CalendarDate? Day(string? text) =>
        text is null ? null : CalendarDate.TryParse(text, out var day) ? day : throw new FormatException("Not a date: '" + text + "'.");
}
