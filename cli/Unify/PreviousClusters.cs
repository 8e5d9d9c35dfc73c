using System;
using System.Collections.Generic;
using System.IO;
using Crm.Extensions.Cli.Courtesy;

namespace Crm.Extensions.Cli.Unify;

/// <summary>The customers of an earlier run, from its <c>clusters.csv</c>; the older stand first.</summary>
internal sealed class PreviousClusters
{
    private readonly Dictionary<string, int> customers = new(StringComparer.Ordinal);
    private readonly List<Guid> ids = [];

    /// <summary>Customer ids in the order in which they first stand in the file.</summary>
    public IReadOnlyList<Guid> Ids => ids;

    /// <returns>The number of the customer that a record had, in the order of <see cref="Ids"/>; null where it is new.</returns>
    public int? CustomerOf(string key) => customers.TryGetValue(key, out var customer) ? customer : null;

    /// <exception cref="InvalidDataException">The file lacks a column, or a customer's id is no GUID.</exception>
    public static PreviousClusters Read(string path)
    {
        var previous = new PreviousClusters();
        using var text = TextFile.Open(path);
        var name = Path.GetFileName(path);
        using var csv = CsvColumns.Open(text, name, ["source", "recordid", "customerid"]);
        var numbers = new Dictionary<Guid, int>();
        while (csv.Read())
        {
            if (!Guid.TryParse(CsvColumns.Text(csv, "customerid"), out var id)) throw new InvalidDataException(CsvColumns.Problem(csv, name, "customerid", "is no customer id of an earlier run"));
            if (!numbers.TryGetValue(id, out var number))
            {
                numbers[id] = number = previous.ids.Count;
                previous.ids.Add(id);
            }

            previous.customers[CsvColumns.Text(csv, "source") + "|" + CsvColumns.Text(csv, "recordid")] = number;
        }

        return previous;
    }
}
