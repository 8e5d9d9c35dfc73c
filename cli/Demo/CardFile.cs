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
/// or the number of months late; PAY_AMTn was paid in that month, towards the statement of the month before.
/// </summary>
internal sealed class CardFile
{
    private static readonly string[] LateColumns = ["PAY_0", "PAY_2", "PAY_3", "PAY_4", "PAY_5", "PAY_6"];

    private readonly HashSet<int> seen = [];

    /// <summary>What was wrong, by line and column; such a row is left out.</summary>
    public IReadOnlyList<RowProblem> Problems { get; private set; } = [];

    /// <summary>The file's first <paramref name="take"/> clients (all when null), spread over Colombia and Mexico by turns.</summary>
    /// <exception cref="UnusableFileException">The file is empty or a column is missing: nothing can be read.</exception>
    public IReadOnlyList<DemoCustomer> Read(TextReader file, int? take, DateOnly monday)
    {
        using var csv = new CsvReader(file, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null });
        if (!csv.Read() || !csv.ReadHeader()) throw new UnusableFileException(TextKey.EmptyFile);
        RequireColumns(csv);

        var row = new CsvRow(csv);
        Problems = row.Problems;
        var customers = new List<DemoCustomer>();
        while (customers.Count < (take ?? int.MaxValue) && csv.Read())
        {
            if (ReadClient(row, monday, customers.Count) is { } customer) customers.Add(customer);
        }

        return customers;
    }

    private static void RequireColumns(CsvReader csv)
    {
        string[] needed = ["ID", "LIMIT_BAL", .. LateColumns, .. Enumerable.Range(1, 6).SelectMany(n => new[] { $"BILL_AMT{n}", $"PAY_AMT{n}" })];
        var missing = needed.Except(csv.HeaderRecord ?? []).ToArray();
        if (missing.Length > 0) throw new UnusableFileException(TextKey.NoColumns, string.Join(", ", missing));
    }

    private DemoCustomer? ReadClient(CsvRow row, DateOnly monday, int index)
    {
        if (!row.IsWhole()) return null;

        var before = Problems.Count;
        var id = (int)row.Number("ID", decimal.One, 99_999_999);
        var limit = row.Number("LIMIT_BAL", 0, 100_000_000_000);
        var late = LateColumns.Select(column => (int)row.Number(column, -2, 12)).ToArray();
        var billed = Enumerable.Range(1, 6).Select(month => row.Number($"BILL_AMT{month}", -100_000_000_000, 100_000_000_000)).ToArray();
        var paid = Enumerable.Range(1, 6).Select(month => row.Number($"PAY_AMT{month}", 0, 100_000_000_000)).ToArray();
        if (Problems.Count == before && !seen.Add(id)) row.Report("ID", TextKey.SeenBefore, id);
        if (Problems.Count > before) return null;

        var isColombian = index % 2 == 0;
        var lastDue = CardLedger.LastDue(id, monday);
        // a statement is paid in the month after it: the last one is not due yet, or just was
        var statements = Enumerable.Range(0, 6).Reverse().Select(back => new DemoStatement(lastDue.AddMonths(-back), billed[back], back == 0 ? 0 : paid[back - 1])).ToArray();
        var number = id.ToString("D6", CultureInfo.InvariantCulture);
        var monthsLate = Math.Max(late[0], 0);
        var obligation = new DemoObligation("UCI-" + number, "Tarjeta de crédito", limit, billed[0], monthsLate, statements)
        {
            MonthsLateBefore = Math.Max(late[1], 0),
            IsPunctual = late[0] < 0,
            Ledger = CardLedger.Of(id, "UCI-" + number, statements, monthsLate, late[0] < 0, paid[0], monday),
        };
        return new DemoCustomer(id, "Titular " + number, isColombian ? "CO" : "MX", isColombian ? DemoZone.Bogota : DemoZone.MexicoCity, obligation);
    }
}
