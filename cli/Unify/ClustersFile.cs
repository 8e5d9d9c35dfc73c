using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using CsvHelper;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Writes <c>source,recordid,customerid,score</c>, a line for each record in the order of the inputs.</summary>
internal static class ClustersFile
{
    /// <param name="probabilities">Per record the probability of its strongest pair in the cluster; 1 for one that is alone; NaN, written as nothing, where it was not judged.</param>
    public static void Write(string path, RecordSet records, IReadOnlyList<Guid> customers, IReadOnlyList<double> probabilities)
    {
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        foreach (var heading in (string[])["source", "recordid", "customerid", "score"]) csv.WriteField(heading);
        csv.NextRecord();
        for (var record = 0; record < records.Count; record++)
        {
            csv.WriteField(records.SourceOf(record));
            csv.WriteField(records.IdOf(record));
            csv.WriteField(customers[record].ToString("D", CultureInfo.InvariantCulture));
            csv.WriteField(double.IsNaN(probabilities[record]) ? "" : probabilities[record].ToString("0.000000", CultureInfo.InvariantCulture));
            csv.NextRecord();
        }
    }
}
