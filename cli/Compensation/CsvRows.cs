using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Unify;
using Crm.Extensions.Shared;
using CsvHelper;
using CsvHelper.Configuration;

namespace Crm.Extensions.Cli.Compensation;

/// <summary>Reads a CSV file row by row; what cannot be read is told by line and column, and its row is left out.</summary>
internal sealed class CsvRows : IDisposable
{
    private const int MostFindings = 100;
    private readonly TextReader reader;
    private readonly CsvParser parser;
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);
    private readonly string name;
    private bool isSpoilt;

    /// <exception cref="InvalidDataException">The file is empty or lacks a column that is needed.</exception>
    public CsvRows(string path, params string[] needed)
    {
        name = Path.GetFileName(path);
        reader = TextFile.Open(path);
        parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, BufferSize = 1 << 16, ProcessFieldBufferSize = 1024 });
        if (!parser.Read()) throw new InvalidDataException($"{name} is empty.");
        var heading = parser.Record!;
        for (var index = 0; index < heading.Length; index++) columns.TryAdd(heading[index].Trim(), index);
        var missing = needed.Where(column => !columns.ContainsKey(column)).ToList();
        if (missing.Count > 0) throw new InvalidDataException($"{name} lacks the column {string.Join(", ", missing)}.");
    }

    /// <summary>At most a hundred are told; <see cref="LeftOut"/> counts all.</summary>
    public List<string> Findings { get; } = [];

    public int LeftOut { get; private set; }

    /// <summary>Of the row that was read last; the heading is line 1.</summary>
    public int Line => parser.RawRow;

    /// <summary>Reads rows one by one; a row whose fields were all right is kept.</summary>
    public IEnumerable<T> Read<T>(Func<CsvRows, T> make)
    {
        while (parser.Read())
        {
            if (parser.Count == 1 && parser[0].Length == 0) continue;
            isSpoilt = false;
            var row = make(this);
            if (!isSpoilt) yield return row;
            else LeftOut++;
        }
    }

    /// <summary>Whether the file has the column at all.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    public string Text(string column)
    {
        if (!asked.TryGetValue(column, out var index)) asked[column] = index = columns.GetValueOrDefault(column, -1);
        return index >= 0 && index < parser.Count ? parser[index].Trim() : "";
    }

    /// <summary>A text that must be there.</summary>
    public string Key(string column)
    {
        var text = Text(column);
        if (text.Length == 0) Spoil(column, "a value is needed here.");
        return text;
    }

    public decimal Number(string column, decimal? otherwise = null)
    {
        var text = Text(column);
        if (text.Length == 0 && otherwise is { } value) return value;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        Spoil(column, $"'{text}' is no number. Please write digits and a decimal point: 1234.50.");
        return 0;
    }

    public decimal? NumberOrNone(string column) => Text(column).Length == 0 ? null : Number(column);

    /// <summary>An amount of at most two decimals.</summary>
    public decimal Money(string column, decimal? otherwise = null)
    {
        var amount = Number(column, otherwise);
        if (decimal.Round(amount, 2) != amount) Spoil(column, $"'{Text(column)}' has fractions of a cent.");
        return amount;
    }

    /// <summary>0 to 1.</summary>
    public decimal Share(string column, decimal? otherwise = null)
    {
        var share = Number(column, otherwise);
        if (share is < 0 or > 1) Spoil(column, $"'{Text(column)}' is no share from 0 to 1.");
        return share;
    }

    public CalendarDate Day(string column)
    {
        if (!CalendarDate.TryParse(Text(column), out var day)) Spoil(column, $"'{Text(column)}' is no day. Please write year-month-day: 2026-11-23.");
        return day;
    }

    public CalendarDate? DayOrNone(string column) => Text(column).Length == 0 ? null : Day(column);

    public bool YesNo(string column)
    {
        var text = Text(column);
        if (text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("yes", StringComparison.OrdinalIgnoreCase)) return true;
        if (text is not ("" or "0") && !text.Equals("false", StringComparison.OrdinalIgnoreCase) && !text.Equals("no", StringComparison.OrdinalIgnoreCase)) Spoil(column, $"'{text}' is neither true nor false.");
        return false;
    }

    public T Word<T>(string column)
        where T : struct, Enum
    {
        var text = Text(column);
        if (text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value)) return value;
        Spoil(column, $"'{text}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }

    /// <summary>Leaves the row out and says why.</summary>
    public void Spoil(string column, string why)
    {
        isSpoilt = true;
        Tell(parser.RawRow, column, why);
    }

    /// <summary>Leaves a row out that was read before, and says why.</summary>
    public void LeaveOut(int line, string column, string why)
    {
        LeftOut++;
        Tell(line, column, why);
    }

    private void Tell(int line, string column, string why)
    {
        if (Findings.Count < MostFindings) Findings.Add(FormattableString.Invariant($"{name}, line {line}, column {column}: {why}"));
    }

    public void Dispose()
    {
        parser.Dispose();
        reader.Dispose();
    }
}
