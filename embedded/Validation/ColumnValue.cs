using System;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Validation;

/// <summary>Turns what a client sends for a column into what a row keeps, and refuses what the platform would refuse.</summary>
/// <remarks>Whether a look-up's row exists is asked elsewhere: this class sees one value.</remarks>
internal static class ColumnValue
{
    private static readonly DateTime Earliest = new(1753, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The value to keep; null empties the column.</summary>
    public static object? Read(Table table, Column column, object? value) => value switch
    {
        null or "" => null,
        string text when column.Type is ColumnType.Text or ColumnType.Memo =>
            column.MaxLength is { } longest && text.Length > longest ? throw PlatformFaults.TooLong(table, column, text.Length) : text,
        string name when column.Type is ColumnType.EntityName => name,
        bool when column.Type is ColumnType.Boolean => value,
        int number when column.Type is ColumnType.Integer => Ranged(table, column, value, number),
        long when column.Type is ColumnType.BigInt => value,
        int number when column.Type is ColumnType.BigInt => (long)number,
        double number when column.Type is ColumnType.Float => Math.Round(Bounded(table, column, number), column.Precision ?? 5, MidpointRounding.AwayFromZero),
        decimal number when column.Type is ColumnType.Decimal =>
            Ranged(table, column, Math.Round(number, column.Precision ?? 10, MidpointRounding.AwayFromZero), number),
        Money money when column.Type is ColumnType.Money => Ranged(table, column, Math.Round(money.Value, column.Precision ?? 4, MidpointRounding.AwayFromZero), money.Value),
        DateTime instant when column.Type is ColumnType.DateTime => Instant(table, column, instant),
        OptionSetValue option when column.Type is ColumnType.Choice or ColumnType.State or ColumnType.Status => Chosen(table, column, option.Value),
        OptionSetValueCollection options when column.Type is ColumnType.MultiChoice =>
            options.Count == 0 ? null : options.Select(option => Chosen(table, column, option.Value)).Distinct().Order().ToArray(),
        EntityReference reference when column.IsReference => Pointing(table, column, reference),
        Guid when column.Type is ColumnType.PrimaryKey or ColumnType.UniqueIdentifier => value,
        _ => throw PlatformFaults.WrongType(table, column, value),
    };

    private static object Ranged(Table table, Column column, object kept, decimal value) =>
        value < column.Min || value > column.Max ? throw PlatformFaults.OutOfRange(table, column, value) : kept;

    private static double Bounded(Table table, Column column, double value) =>
        double.IsFinite(value) && !((double?)column.Min > value) && !((double?)column.Max < value) ? value : throw PlatformFaults.OutOfRange(table, column, value);

    private static DateTime Instant(Table table, Column column, DateTime value)
    {
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc);
        if (utc < Earliest) throw PlatformFaults.DateTooEarly(table, column, value);
        if (column.DateBehavior == DateBehavior.DateOnly) return DateTime.SpecifyKind(utc.Date, DateTimeKind.Unspecified);
        var whole = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
        return column.DateBehavior == DateBehavior.TimeZoneIndependent ? DateTime.SpecifyKind(whole, DateTimeKind.Unspecified) : whole;
    }

    private static int Chosen(Table table, Column column, int value)
    {
        if (column.Options.Count == 0) return value;
        foreach (var option in column.Options)
        {
            if (option.Value == value) return value;
        }

        throw PlatformFaults.UnknownOption(table, column, value);
    }

    private static object Pointing(Table table, Column column, EntityReference reference)
    {
        if (reference.LogicalName is not { } target || (column.Targets.Count > 0 && !column.Targets.Contains(target)))
            throw PlatformFaults.WrongTarget(table, column, reference.LogicalName ?? "");
        return new Reference(target, reference.Id);
    }
}
