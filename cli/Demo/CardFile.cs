using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using CsvHelper.Configuration;

namespace Crm.Extensions.Cli.Demo;

/// <summary>
/// Reads card clients with six monthly statements each, as in UCI data set 350 ("Default of Credit Card Clients", Yeh &amp; Lien 2009):
/// BILL_AMT1 and PAY_0 are the latest month, BILL_AMT6 and PAY_6 the oldest; PAY_n is −2 (not used), −1 (paid in full), 0 (revolving)
/// or the number of months late; PAY_AMTn was paid in that month.
/// </summary>
internal sealed class CardFile
{
    private static readonly string[] LateColumns = ["PAY_0", "PAY_2", "PAY_3", "PAY_4", "PAY_5", "PAY_6"];

    private readonly HashSet<int> seen = [];

    /// <summary>What was wrong, by line and column; such a row is left out.</summary>
    public List<RowProblem> Problems { get; } = [];

    /// <summary>The file's first <paramref name="take"/> clients (all when null), spread over Colombia and Mexico by turns.</summary>
    /// <exception cref="UnusableFileException">The file is empty or a column is missing: nothing can be read.</exception>
    public IReadOnlyList<DemoCustomer> Read(TextReader file, int? take, DateOnly monday)
    {
        using var csv = new CsvReader(file, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null });
        if (!csv.Read() || !csv.ReadHeader()) throw new UnusableFileException(TextKey.EmptyFile);
        RequireColumns(csv);

        var customers = new List<DemoCustomer>();
        while (customers.Count < (take ?? int.MaxValue) && csv.Read())
        {
            if (ReadClient(csv, monday, customers.Count) is { } customer) customers.Add(customer);
        }

        return customers;
    }

    private static void RequireColumns(CsvReader csv)
    {
        string[] needed = ["ID", "LIMIT_BAL", .. LateColumns, .. Enumerable.Range(1, 6).SelectMany(n => new[] { $"BILL_AMT{n}", $"PAY_AMT{n}" })];
        var missing = needed.Except(csv.HeaderRecord ?? []).ToArray();
        if (missing.Length > 0) throw new UnusableFileException(TextKey.NoColumns, string.Join(", ", missing));
    }

    private DemoCustomer? ReadClient(CsvReader csv, DateOnly monday, int index)
    {
        var (values, columns) = (csv.Parser.Count, csv.HeaderRecord!.Length);
        if (values < columns)
        {
            Report(csv, csv.HeaderRecord[values], TextKey.ShortRow, values, columns);
            return null;
        }

        var before = Problems.Count;
        var id = (int)Number(csv, "ID", decimal.One, 99_999_999);
        var limit = Number(csv, "LIMIT_BAL", 0, 100_000_000_000);
        var late = LateColumns.Select(column => (int)Number(csv, column, -2, 12)).ToArray();
        var billed = Enumerable.Range(1, 6).Select(month => Number(csv, $"BILL_AMT{month}", -100_000_000_000, 100_000_000_000)).ToArray();
        var paid = Enumerable.Range(1, 6).Select(month => Number(csv, $"PAY_AMT{month}", 0, 100_000_000_000)).ToArray();
        if (Problems.Count == before && !seen.Add(id)) Report(csv, "ID", TextKey.SeenBefore, id);
        if (Problems.Count > before) return null;

        var isColombian = index % 2 == 0;
        var statements = Enumerable.Range(1, 6).Reverse().Select(month => new DemoStatement(monday.AddMonths(-month), billed[month - 1], paid[month - 1])).ToArray();
        var number = id.ToString("D6", CultureInfo.InvariantCulture);
        var obligation = new DemoObligation("UCI-" + number, "Tarjeta de crédito", limit, billed[0], Math.Max(late[0], 0), statements);
        return new DemoCustomer(id, "Titular " + number, isColombian ? "CO" : "MX", isColombian ? DemoZone.Bogota : DemoZone.MexicoCity, obligation);
    }

    private decimal Number(CsvReader csv, string column, decimal min, decimal max)
    {
        var text = csv.GetField(column);
        if (!decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
            Report(csv, column, string.IsNullOrWhiteSpace(text) ? TextKey.EmptyNumber : TextKey.NotANumber, text ?? "");
        else if (value < min || value > max)
            Report(csv, column, TextKey.OutOfRange, value, min, max);
        return value;
    }

    private void Report(CsvReader csv, string column, TextKey what, params object[] values) =>
        Problems.Add(new RowProblem(csv.Parser.RawRow, column, what, values));
}
