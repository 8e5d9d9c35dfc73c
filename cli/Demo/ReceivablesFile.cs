using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using CsvHelper;
using CsvHelper.Configuration;

namespace Crm.Extensions.Cli.Demo;

/// <summary>Reads receivables, one invoice a row, as <see cref="ReceivablesMap"/> says; a customer's invoices become the amounts due of one account.</summary>
internal sealed class ReceivablesFile(ReceivablesMap map)
{
    private const decimal MostMoney = 100_000_000_000;

    private readonly Dictionary<string, (string Country, List<Invoice> Invoices)> customers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Customer, string Number)> seen = [];

    /// <summary>What was wrong, by line and column; such a row is left out.</summary>
    public IReadOnlyList<RowProblem> Problems { get; private set; } = [];

    /// <summary>The file's first <paramref name="take"/> customers (all when null), in the order in which they first stand there.</summary>
    /// <exception cref="UnusableFileException">The file is empty or a column is missing: nothing can be read.</exception>
    public IReadOnlyList<DemoCustomer> Read(TextReader file, int? take, DateOnly monday)
    {
        using var csv = new CsvReader(file, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null });
        if (!csv.Read() || !csv.ReadHeader()) throw new UnusableFileException(TextKey.EmptyInvoices);
        var missing = map.Needed.Except(csv.HeaderRecord ?? []).ToArray();
        if (missing.Length > 0) throw new UnusableFileException(TextKey.NoColumns, string.Join(", ", missing));

        var row = new CsvRow(csv);
        Problems = row.Problems;
        var hasCountry = csv.HeaderRecord!.Contains(map[ReceivablesMap.Country]);
        while (csv.Read()) ReadInvoice(row, hasCountry ? csv.GetField(map[ReceivablesMap.Country])?.Trim() ?? "" : "");

        return [.. customers.Take(take ?? int.MaxValue).Select((customer, at) => ReceivablesAccount.Of(at + 1, customer.Key, customer.Value.Country, customer.Value.Invoices, monday))];
    }

    private void ReadInvoice(CsvRow row, string country)
    {
        if (!row.IsWhole()) return;

        var before = Problems.Count;
        var customer = row.Text(map[ReceivablesMap.Customer]);
        var number = row.Text(map[ReceivablesMap.Number]);
        var due = row.Date(map[ReceivablesMap.Due], map.DateFormat, mayBeEmpty: false);
        var amount = row.Number(map[ReceivablesMap.Amount], 0.01m, MostMoney);
        var paid = row.Date(map[ReceivablesMap.Paid], map.DateFormat, mayBeEmpty: true);
        var code = country.Length == 0 ? map.DefaultCountry : map.CountryOf(country);
        if (CountryPacks.Find(code) is null) row.Report(map[ReceivablesMap.Country], TextKey.NoRules, code, string.Join(", ", CountryPacks.Countries));
        else if (customers.TryGetValue(customer, out var known) && known.Country != code) row.Report(map[ReceivablesMap.Country], TextKey.TwoCountries, customer, known.Country);
        if (Problems.Count == before && !seen.Add((customer, number))) row.Report(map[ReceivablesMap.Number], TextKey.SeenInvoice, number, customer);
        if (Problems.Count > before) return;

        if (!customers.TryGetValue(customer, out var found)) customers[customer] = found = (code, []);
        found.Invoices.Add(new Invoice(number, due!.Value.AddDays(map.ShiftDays), amount, paid?.AddDays(map.ShiftDays)));
    }
}

/// <summary>An invoice, its days already moved to the time of the week.</summary>
internal sealed record Invoice(string Number, DateOnly Due, decimal Amount, DateOnly? Paid);
