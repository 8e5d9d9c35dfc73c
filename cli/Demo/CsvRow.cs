using System;
using System.Collections.Generic;
using System.Globalization;
using CsvHelper;

namespace Crm.Extensions.Cli.Demo;

/// <summary>The row of a CSV at which its reader stands: values in the types that are wanted, and what is wrong with it, by line and column.</summary>
internal sealed class CsvRow(CsvReader csv)
{
    /// <summary>What was wrong with all rows so far.</summary>
    public List<RowProblem> Problems { get; } = [];

    public decimal Number(string column, decimal min, decimal max)
    {
        var text = csv.GetField(column);
        if (!decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
            Report(column, string.IsNullOrWhiteSpace(text) ? TextKey.EmptyNumber : TextKey.NotANumber, text ?? "");
        else if (value < min || value > max)
            Report(column, TextKey.OutOfRange, value, min, max);
        return value;
    }

    /// <returns>Empty where the column is empty, which is reported.</returns>
    public string Text(string column)
    {
        var text = csv.GetField(column)?.Trim() ?? "";
        if (text.Length == 0) Report(column, TextKey.EmptyValue);
        return text;
    }

    /// <param name="format">As .NET writes it, yyyy-MM-dd.</param>
    /// <param name="mayBeEmpty">An empty column is no mistake.</param>
    /// <returns>Null where the column is empty or no date.</returns>
    public DateOnly? Date(string column, string format, bool mayBeEmpty)
    {
        var text = csv.GetField(column)?.Trim() ?? "";
        if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (text.Length > 0) Report(column, TextKey.NotADate, text, format);
        else if (!mayBeEmpty) Report(column, TextKey.EmptyValue);
        return null;
    }

    /// <returns>Whether the line has a value for each column of the header.</returns>
    public bool IsWhole()
    {
        var (values, columns) = (csv.Parser.Count, csv.HeaderRecord!.Length);
        if (values < columns) Report(csv.HeaderRecord[values], TextKey.ShortRow, values, columns);
        return values >= columns;
    }

    public void Report(string column, TextKey what, params object[] values) => Problems.Add(new RowProblem(csv.Parser.RawRow, column, what, values));
}
