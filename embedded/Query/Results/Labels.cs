using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Query.Results;

/// <summary>What users see instead of numbers and ids: option labels, names of rows, amounts and dates in the caller's way.</summary>
internal sealed class Labels(Catalog catalog, IReadView view, QueryCaller caller)
{
    private const int English = 1033;
    private readonly Dictionary<Reference, string?> names = [];
    private CultureInfo? culture;

    private CultureInfo Culture => culture ??= caller.Language switch
    {
        3082 => CultureInfo.GetCultureInfo("es-ES"),
        English => CultureInfo.GetCultureInfo("en-US"),
        var other => CultureInfo.GetCultureInfo(other),
    };

    /// <summary>The label of an option in the caller's language, else in English, else in any.</summary>
    public string Choice(Column column, int value)
    {
        foreach (var option in column.Options)
        {
            if (option.Value == value) return InLanguage(option.Labels) ?? value.ToString(CultureInfo.InvariantCulture);
        }
        return value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The primary name of the row a look-up points at; null where there is none. Names are shown even for rows the caller may not open.</summary>
    public string? Name(Reference reference)
    {
        if (names.TryGetValue(reference, out var known)) return known;
        var name = catalog.Find(reference.Table)?.PrimaryName is { } column ? view.Find(reference.Table, reference.Id)?[column] as string : null;
        names.Add(reference, name);
        return name;
    }

    /// <summary>The text shown for a value; null for kinds that have none (texts, keys).</summary>
    public string? Format(Column column, object value, Row? row) => (column.Type, value) switch
    {
        (ColumnType.Choice or ColumnType.State or ColumnType.Status, int number) => Choice(column, number),
        (ColumnType.MultiChoice, int[] numbers) => string.Join("; ", numbers.Select(number => Choice(column, number))),
        (ColumnType.Boolean, bool flag) => Flag(column, flag),
        (ColumnType.Money, decimal amount) => Symbol(row) + amount.ToString("N" + (column.Precision ?? 2).ToString(CultureInfo.InvariantCulture), Culture),
        (ColumnType.Decimal, decimal number) => number.ToString("N" + (column.Precision ?? 2).ToString(CultureInfo.InvariantCulture), Culture),
        (ColumnType.Float, double number) => number.ToString("N" + (column.Precision ?? 2).ToString(CultureInfo.InvariantCulture), Culture),
        (ColumnType.Integer, int number) => number.ToString("N0", Culture),
        (ColumnType.BigInt, long number) => number.ToString(CultureInfo.InvariantCulture),
        (ColumnType.DateTime, DateTime moment) => Moment(column, moment),
        (ColumnType.EntityName, string table) => catalog.Find(table)?.SchemaName ?? table,
        (_, Reference reference) => Name(reference),
        _ => null,
    };

    private string? InLanguage(IReadOnlyDictionary<int, string> labels) =>
        labels.TryGetValue(caller.Language, out var own) ? own : labels.TryGetValue(English, out var english) ? english : labels.Values.FirstOrDefault();

    private string Flag(Column column, bool flag)
    {
        if (column.Options.Count > 0) return Choice(column, flag ? 1 : 0);
        return caller.Language == 3082 ? flag ? "Sí" : "No" : flag ? "Yes" : "No";
    }

    private string Symbol(Row? row) =>
        row?["transactioncurrencyid"] is Reference currency && view.Find(currency.Table, currency.Id)?["currencysymbol"] is string symbol ? symbol : "";

    private string Moment(Column column, DateTime moment)
    {
        if (column.DateBehavior == DateBehavior.DateOnly) return moment.ToString("d", Culture);
        var shown = column.DateBehavior == DateBehavior.UserLocal
            ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), caller.TimeZone)
            : moment;
        return shown.ToString("g", Culture);
    }
}
