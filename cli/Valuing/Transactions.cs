using System;
using System.Collections.Generic;
using System.Globalization;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Valuing;

/// <summary>What customers paid, as a file has it, and what of the file could not be read.</summary>
internal sealed class Transactions(string file)
{
    /// <summary>Beyond it a figure is a slip of the keyboard, and sums would overflow.</summary>
    private const decimal MostMoney = 1_000_000_000_000;

    private readonly SortedDictionary<string, List<Purchase>> customers = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    /// <summary>In the order of their ids, so that the order of the file's rows does not matter.</summary>
    public IReadOnlyDictionary<string, List<Purchase>> Customers => customers;

    /// <summary>One sentence for each value that could not be read, by line and column; such a row is left out.</summary>
    public IReadOnlyList<string> Problems => problems;

    public int Rows { get; private set; }

    public CalendarDate First { get; private set; }

    public CalendarDate Last { get; private set; }

    /// <summary>Takes a row in, or says what is wrong with it.</summary>
    /// <param name="line">The file's first line is 1.</param>
    /// <param name="columns">What the file calls customer, date and amount.</param>
    public void Add(int line, IReadOnlyList<string> columns, string customer, string date, string dateFormat, string amount)
    {
        var before = problems.Count;
        if (customer.Length == 0) Report(line, columns[0], customer, "is empty");
        if (!DateTime.TryParseExact(date, dateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) Report(line, columns[1], date, $"is no date such as {new DateTime(2026, 11, 22).ToString(dateFormat, CultureInfo.InvariantCulture)}");
        if (!decimal.TryParse(amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var money)) Report(line, columns[2], amount, "is no amount such as 1234.56");
        else if (Math.Abs(money) > MostMoney) Report(line, columns[2], amount, "is beyond a million millions");
        if (problems.Count > before) return;

        var on = CalendarDate.Of(day);
        if (Rows == 0 || on < First) First = on;
        if (Rows == 0 || on > Last) Last = on;
        Rows++;
        if (!customers.TryGetValue(customer, out var purchases)) customers[customer] = purchases = [];
        purchases.Add(new Purchase(on, money));
    }

    /// <summary>Names a row that has not the values it must have.</summary>
    public void Report(int line, string column, string value, string what) =>
        problems.Add(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, column {column}: '{value}' {what}."));
}
