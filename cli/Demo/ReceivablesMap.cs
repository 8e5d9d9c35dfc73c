using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Cli.Courtesy;

namespace Crm.Extensions.Cli.Demo;

/// <summary>
/// How a file of receivables is to be read: <c>map.json</c>. Its members are our columns with the file's name for each
/// (customer_id, country, number, due_date, amount, paid_date), and, if wanted: <c>countries</c> (the file's word for a country, with its ISO code),
/// <c>defaultCountry</c>, <c>dateFormat</c> (yyyy-MM-dd unless told), <c>anchor</c> (the day of the file that becomes the Monday of the week) or <c>shiftDays</c>.
/// </summary>
internal sealed class ReceivablesMap
{
    public const string Customer = "customer_id";
    public const string Country = "country";
    public const string Number = "number";
    public const string Due = "due_date";
    public const string Amount = "amount";
    public const string Paid = "paid_date";

    // a century either way
    private const int MostDays = 36_525;

    private const string Countries = "countries";
    private const string DefaultCountryName = "defaultCountry";
    private const string DateFormatName = "dateFormat";
    private const string Anchor = "anchor";
    private const string ShiftDaysName = "shiftDays";

    private static readonly string[] Columns = [Customer, Country, Number, Due, Amount, Paid];
    private static readonly string[] Known = [.. Columns, Countries, DefaultCountryName, DateFormatName, Anchor, ShiftDaysName];

    private readonly Dictionary<string, string> columns = Columns.ToDictionary(column => column, StringComparer.Ordinal);
    private readonly Dictionary<string, string> countries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The country of rows that name none; empty: each must.</summary>
    public string DefaultCountry { get; private set; } = "";

    public string DateFormat { get; private set; } = "yyyy-MM-dd";

    /// <summary>Days that are added to every date of the file.</summary>
    public int ShiftDays { get; private set; }

    /// <summary>The file's name for one of our columns.</summary>
    public string this[string column] => columns[column];

    /// <summary>The file's names for all columns that it must have.</summary>
    public IEnumerable<string> Needed => Columns.Where(column => column != Country || DefaultCountry.Length == 0).Select(column => columns[column]);

    /// <summary>What the file's word for a country stands for.</summary>
    public string CountryOf(string word) => countries.GetValueOrDefault(word, word).ToUpperInvariant();

    /// <summary>The map of a file that has our own columns and dates of today.</summary>
    public static ReceivablesMap Plain() => new();

    /// <param name="name">The map's name, for messages.</param>
    /// <param name="monday">The week that is replayed.</param>
    /// <exception cref="UnusableFileException">It is no JSON object, or a member is unknown or makes no sense; the line is named.</exception>
    public static ReceivablesMap Read(string name, string json, DateOnly monday)
    {
        var map = new ReceivablesMap();
        foreach (var (member, value) in Parse(name, json).Members)
        {
            if (!Known.Contains(member)) throw new UnusableFileException(TextKey.UnknownInMap, value.Line, member, string.Join(", ", Known)) { File = name };
            if (!map.Take(member, value, monday)) throw new UnusableFileException(TextKey.BadInMap, value.Line, member, value.Text) { File = name };
        }

        return map;
    }

    private static LocatedJson Parse(string name, string json)
    {
        try
        {
            var file = LocatedJson.Parse(json);
            return file.Kind == JsonTokenType.StartObject ? file : throw new UnusableFileException(TextKey.NotJson, file.Line) { File = name };
        }
        catch (JsonException mistake)
        {
            throw new UnusableFileException(TextKey.NotJson, (mistake.LineNumber ?? 0) + 1) { File = name };
        }
    }

    /// <returns>False where the value makes no sense for the member.</returns>
    private bool Take(string member, LocatedJson value, DateOnly monday)
    {
        switch (member)
        {
            case Countries when value.Kind == JsonTokenType.StartObject:
                foreach (var (word, code) in value.Members) countries[word] = code.Text;
                return true;
            case DefaultCountryName when value.Kind == JsonTokenType.String:
                DefaultCountry = value.Text.ToUpperInvariant();
                return true;
            case DateFormatName when value.Kind == JsonTokenType.String:
                DateFormat = value.Text;
                return true;
            case Anchor when DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                ShiftDays = monday.DayNumber - day.DayNumber;
                return true;
            case ShiftDaysName when int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && Math.Abs(days) < MostDays:
                ShiftDays = days;
                return true;
            case var column when Columns.Contains(column) && value.Kind == JsonTokenType.String && value.Text.Length > 0:
                columns[column] = value.Text;
                return true;
            default:
                return false;
        }
    }
}
