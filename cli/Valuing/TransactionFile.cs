using System;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Courtesy;

namespace Crm.Extensions.Cli.Valuing;

/// <summary>Reads transactions: <c>customer_id,date,amount</c>, or the columns of the CDNOW data set. A row that makes no sense is named and left out.</summary>
internal static class TransactionFile
{
    private static readonly string[] Columns = ["customer_id", "date", "amount"];

    /// <summary>Of the published sample: id in the master file, id in the sample, date, number of CDs, dollars. The master file lacks the second.</summary>
    private static readonly string[] CdnowColumns = ["id", "date", "dollars"];

    /// <exception cref="InvalidDataException">The format is none, a column is missing, or no row could be read.</exception>
    public static Transactions Read(string path, string format)
    {
        var transactions = new Transactions(path);
        switch (format)
        {
            case "crmx":
                ReadCsv(path, transactions);
                break;
            case "cdnow":
                ReadCdnow(path, transactions);
                break;
            default:
                throw new InvalidDataException($"'{format}' is no format. Known: crmx, cdnow.");
        }

        if (transactions.Rows > 0) return transactions;
        throw new InvalidDataException(string.Join(Environment.NewLine, [.. transactions.Problems.Take(10), $"{path} has no transaction that can be read."]));
    }

    private static void ReadCsv(string path, Transactions transactions)
    {
        using var file = File.OpenText(path);
        using var csv = CsvColumns.Open(file, path, Columns);
        while (csv.Read())
            transactions.Add(csv.Parser.RawRow, Columns, CsvColumns.Text(csv, Columns[0]), CsvColumns.Text(csv, Columns[1]), "yyyy-MM-dd", CsvColumns.Text(csv, Columns[2]));
    }

    private static void ReadCdnow(string path, Transactions transactions)
    {
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            var values = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (values.Length == 0) continue;
            if (values.Length is 4 or 5) transactions.Add(line, CdnowColumns, values[0], values[^3], "yyyyMMdd", values[^1]);
            else transactions.Report(line, CdnowColumns[Math.Min(2, values.Length - 1)], text.Trim(), "has not the columns id, date, number and dollars");
        }
    }
}
