using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;

namespace Crm.Extensions.Collections;

/// <summary>The report as JSON, for pages and programs.</summary>
internal static class ObservedJson
{
    public static string Write(ObservedReport report)
    {
        var file = new ObservedFile
        {
            Judged = report.Judged,
            NotJudged = report.NotJudged,
            Moved = report.Moved,
            Stopped = report.Stopped,
            Breaches = report.Breaches,
            Rows = [.. report.Rows.Select(row => new ObservedRowFile
            {
                Rule = row.Key.Rule,
                Department = row.Key.Department,
                Channel = Words.Of(row.Key.Channel),
                Moved = row.Moved,
                Stopped = row.Stopped,
                Breach = row.Breach,
            })],
        };
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(ObservedFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class ObservedFile
{
    [DataMember(Name = "judged", Order = 0)] public int Judged { get; set; }

    /// <summary>Contacts of nobody in a country with rules.</summary>
    [DataMember(Name = "notJudged", Order = 1)] public int NotJudged { get; set; }

    [DataMember(Name = "moved", Order = 2)] public int Moved { get; set; }

    [DataMember(Name = "stopped", Order = 3)] public int Stopped { get; set; }

    [DataMember(Name = "breaches", Order = 4)] public int Breaches { get; set; }

    [DataMember(Name = "rows", Order = 5)] public List<ObservedRowFile> Rows { get; set; } = [];
}

/// <summary>What one rule would have done to the contacts of one department by one channel.</summary>
[DataContract]
public sealed class ObservedRowFile
{
    [DataMember(Name = "rule", Order = 0)] public string Rule { get; set; } = "";

    [DataMember(Name = "department", Order = 1)] public string Department { get; set; } = "";

    [DataMember(Name = "channel", Order = 2)] public string Channel { get; set; } = "";

    [DataMember(Name = "moved", Order = 3)] public int Moved { get; set; }

    [DataMember(Name = "stopped", Order = 4)] public int Stopped { get; set; }

    [DataMember(Name = "breach", Order = 5)] public int Breach { get; set; }
}
