using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Crm.Extensions.CustomerView.Erasure;

/// <summary>How far forgetting has come: the step it is at, how many rows each rule found, and rows that could not be touched. No word of the customer.</summary>
internal sealed class ErasureProgress
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<string> refused = new();

    /// <summary>Index of the step that is next.</summary>
    public int Step { get; set; }

    /// <summary>The page of the step that is next, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Rows by what they are called.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>Rows that the platform would not let be changed, with what it said.</summary>
    public IReadOnlyList<string> Refused => refused;

    public void Count(string code, int rows) => counts[code] = (counts.TryGetValue(code, out var before) ? before : 0) + rows;

    public void Refuse(string table, Guid row, string why)
    {
        const int MostListed = 50;
        if (refused.Count < MostListed) refused.Add(table + " " + row.ToString("D", CultureInfo.InvariantCulture) + ": " + why.Replace('\n', ' ').Replace('\t', ' '));
    }

    public string Write()
    {
        var text = new StringBuilder();
        text.Append("step\t").Append(Step.ToString(CultureInfo.InvariantCulture)).Append('\t').Append(Page.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var count in counts.OrderBy(count => count.Key, StringComparer.Ordinal))
        {
            text.Append("count\t").Append(count.Key).Append('\t').Append(count.Value.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        foreach (var row in refused) text.Append("refused\t").Append(row).Append('\n');
        return text.ToString();
    }

    public static ErasureProgress Read(string? text)
    {
        var progress = new ErasureProgress();
        foreach (var columns in (text ?? "").Split('\n').Select(line => line.TrimEnd('\r').Split('\t')))
        {
            switch (columns[0])
            {
                case "step" when columns.Length == 3:
                    progress.Step = int.Parse(columns[1], CultureInfo.InvariantCulture);
                    progress.Page = int.Parse(columns[2], CultureInfo.InvariantCulture);
                    break;
                case "count" when columns.Length == 3:
                    progress.counts[columns[1]] = int.Parse(columns[2], CultureInfo.InvariantCulture);
                    break;
                case "refused" when columns.Length == 2:
                    progress.refused.Add(columns[1]);
                    break;
            }
        }

        return progress;
    }
}
