using System.Collections.Generic;
using System.IO;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>Reads contacts to be judged: <c>country,channel,purpose,at[,timezone,customer,obligation]</c>.</summary>
internal static class ContactsFile
{
    /// <summary>The questions in the file's order, each with the line it stands in.</summary>
    /// <exception cref="InvalidDataException">The file is empty or lacks a column.</exception>
    public static IEnumerable<ContactLine> Read(string path, CourtesyInput common)
    {
        using var file = File.OpenText(path);
        using var csv = CsvColumns.Open(file, path, ["country", "channel", "purpose", "at"]);
        while (csv.Read())
        {
            var zone = CsvColumns.Text(csv, "timezone");
            var customer = CsvColumns.Text(csv, "customer");
            var obligation = CsvColumns.Text(csv, "obligation");
            yield return new ContactLine(csv.Parser.RawRow, common with
            {
                Country = CsvColumns.Text(csv, "country"),
                Channel = CsvColumns.Text(csv, "channel"),
                Purpose = CsvColumns.Text(csv, "purpose"),
                At = CsvColumns.Text(csv, "at"),
                TimeZone = zone.Length == 0 ? common.TimeZone : zone,
                Customer = customer.Length == 0 ? common.Customer : customer,
                Obligation = obligation.Length == 0 ? common.Obligation : obligation,
            });
        }
    }
}

/// <summary>A contact of the file.</summary>
/// <param name="Line">The file's first line is 1.</param>
internal sealed record ContactLine(int Line, CourtesyInput Input);
