using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections;

/// <summary>A week's grid as JSON.</summary>
internal static class GridJson
{
    public static string Write(ContactGrid grid, string timeZone, Language language)
    {
        var file = new GridFile
        {
            TimeZone = timeZone,
            MinutesPerCell = ContactGrid.MinutesPerCell,
            Days = [.. grid.Days.Select(day => new GridDayFile
            {
                Date = day.Date.ToString(),
                Open = [.. day.Open.Select(window => window.ToString())],
                Cells = string.Concat(day.Cells.Select(cell => cell.IsOpen ? '1' : '0')),
                Why = [.. day.Reasons.Select(finding => new GridReasonFile { Rule = finding.RuleId, Explanation = VerdictText.Explain(finding, language) })],
            })],
        };
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(GridFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class GridFile
{
    [DataMember(Name = "timeZone", Order = 0)] public string TimeZone { get; set; } = "";

    [DataMember(Name = "minutesPerCell", Order = 1)] public int MinutesPerCell { get; set; }

    [DataMember(Name = "days", Order = 2)] public List<GridDayFile> Days { get; set; } = [];
}

/// <summary>A day of the grid.</summary>
[DataContract]
public sealed class GridDayFile
{
    [DataMember(Name = "date", Order = 0)] public string Date { get; set; } = "";

    [DataMember(Name = "open", Order = 1)] public List<string> Open { get; set; } = [];

    /// <summary>One character a cell from midnight: 1 open, 0 closed.</summary>
    [DataMember(Name = "cells", Order = 2)] public string Cells { get; set; } = "";

    [DataMember(Name = "why", Order = 3)] public List<GridReasonFile> Why { get; set; } = [];
}

/// <summary>What closes hours of the day.</summary>
[DataContract]
public sealed class GridReasonFile
{
    [DataMember(Name = "rule", Order = 0)] public string Rule { get; set; } = "";

    [DataMember(Name = "explanation", Order = 1)] public string Explanation { get; set; } = "";
}
