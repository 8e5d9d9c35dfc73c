using System;
using System.Globalization;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>Brings a condition's value into the type the column stores.</summary>
/// <remarks>
/// As on the platform, SDK wrappers (OptionSetValue, EntityReference, Money) and enumerations are refused: a condition takes the bare value.
/// </remarks>
internal static class Operand
{
    public static object Of(Comparison comparison, object? value)
    {
        var result = comparison.Column.Type switch
        {
            ColumnType.Text or ColumnType.Memo or ColumnType.EntityName => Text(value),
            ColumnType.Integer or ColumnType.Choice or ColumnType.State or ColumnType.Status or ColumnType.MultiChoice => Whole(value),
            ColumnType.BigInt => Long(value),
            ColumnType.Decimal or ColumnType.Money => Exact(value),
            ColumnType.Float => Exact(value) is { } number ? (double)(decimal)number : null,
            ColumnType.Boolean => Flag(value),
            ColumnType.DateTime => Moment(comparison, value),
            _ => Key(value),
        };
        return result ?? throw QueryFaults.ValueType(comparison.Table, comparison.Column.LogicalName, Expected(comparison.Column.Type), value);
    }

    private static Type Expected(ColumnType type) => type switch
    {
        ColumnType.Text or ColumnType.Memo or ColumnType.EntityName => typeof(string),
        ColumnType.Integer or ColumnType.Choice or ColumnType.State or ColumnType.Status or ColumnType.MultiChoice => typeof(int),
        ColumnType.BigInt => typeof(long),
        ColumnType.Decimal or ColumnType.Money => typeof(decimal),
        ColumnType.Float => typeof(double),
        ColumnType.Boolean => typeof(bool),
        ColumnType.DateTime => typeof(DateTime),
        _ => typeof(Guid),
    };

    private static string? Text(object? value) => value switch
    {
        string text => text,
        Guid id => id.ToString("D"),
        Enum => null,
        int or long or decimal or double => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static object? Whole(object? value) => value switch
    {
        Enum => null,
        int number => number,
        long number when number is >= int.MinValue and <= int.MaxValue => (int)number,
        bool flag => flag ? 1 : 0,
        string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static object? Long(object? value) => value switch
    {
        Enum => null,
        int number => (long)number,
        long number => number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static object? Exact(object? value) => value switch
    {
        Enum => null,
        int number => (decimal)number,
        long number => (decimal)number,
        decimal number => number,
        double number => (decimal)number,
        string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static object? Flag(object? value) => value switch
    {
        bool flag => flag,
        int and (0 or 1) => (int)value == 1,
        "0" => false,
        "1" => true,
        string text when bool.TryParse(text, out var flag) => flag,
        _ => null,
    };

    private static object? Key(object? value) => value switch
    {
        Guid id => id,
        string text when Guid.TryParse(text, out var id) => id,
        _ => null,
    };

    private static object? Moment(Comparison comparison, object? value)
    {
        switch (value)
        {
            case DateTime moment when comparison.Column.DateBehavior == DateBehavior.UserLocal:
                return moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : DateTime.SpecifyKind(moment, DateTimeKind.Utc);
            case DateTime moment:
                return comparison.Column.DateBehavior == DateBehavior.DateOnly ? moment.Date : moment;
            case string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed):
                if (comparison.Column.DateBehavior == DateBehavior.DateOnly) return parsed.Date;
                if (comparison.Column.DateBehavior == DateBehavior.TimeZoneIndependent) return parsed;
                // a text without an offset means the caller's own clock
                return parsed.Kind == DateTimeKind.Unspecified ? CalendarPeriods.ToUtc(parsed, comparison.Caller.TimeZone) : parsed.ToUniversalTime();
            default:
                return null;
        }
    }
}
