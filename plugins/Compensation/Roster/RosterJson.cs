using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>What an import found and did, as JSON: the same for <c>crmx roster --json</c> and <c>crmx_ImportRoster</c>.</summary>
internal static class RosterJson
{
    /// <summary>The most rows of a list; the counts tell of all.</summary>
    public const int Most = 500;

    public static RosterReport Report(RosterPlan plan, Language language) => new()
    {
        Rows = plan.Rows,
        Accepted = plan.Accepted,
        LeftOut = plan.Rows - plan.Accepted,
        Errors = [.. plan.Errors.Take(Most).Select(finding => Of(finding, language))],
        ErrorCount = plan.Errors.Count(),
        Remarks = [.. plan.Findings.Where(finding => finding.IsRemark).Take(Most).Select(finding => Of(finding, language))],
        Changes = [.. plan.Changes.Take(Most).Select(change => new RosterReportChange
        {
            Subject = Collections.Words.Of(change.Subject), Hrid = change.Hrid, Key = change.Key, IsNew = change.IsNew, Columns = [.. change.Columns],
        })],
        ChangeCount = plan.Changes.Count,
    };

    public static string Write(RosterReport report)
    {
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(RosterReport)).WriteObject(buffer, report);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static RosterReportFinding Of(RosterFinding finding, Language language) => new()
    {
        Line = finding.Line, Column = finding.Column, Field = finding.Ordinal, Code = finding.Code, Message = RosterTexts.Message(finding, language),
    };
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class RosterReport
{
    [DataMember(Name = "rows", Order = 0)] public int Rows { get; set; }

    [DataMember(Name = "accepted", Order = 1)] public int Accepted { get; set; }

    [DataMember(Name = "leftOut", Order = 2)] public int LeftOut { get; set; }

    [DataMember(Name = "errorCount", Order = 3)] public int ErrorCount { get; set; }

    [DataMember(Name = "errors", Order = 4)] public List<RosterReportFinding> Errors { get; set; } = [];

    [DataMember(Name = "remarks", Order = 5)] public List<RosterReportFinding> Remarks { get; set; } = [];

    [DataMember(Name = "changeCount", Order = 6)] public int ChangeCount { get; set; }

    [DataMember(Name = "changes", Order = 7)] public List<RosterReportChange> Changes { get; set; } = [];

    /// <summary>Null: nothing was meant to be written.</summary>
    [DataMember(Name = "written", Order = 8, EmitDefaultValue = false)] public int? Written { get; set; }

    /// <summary>Portfolios that end because somebody leaves.</summary>
    [DataMember(Name = "ended", Order = 9, EmitDefaultValue = false)] public List<RosterReportEnd>? Ended { get; set; }

    /// <summary>Customers of segment A or B whom nobody looks after; null: not looked up.</summary>
    [DataMember(Name = "orphanCount", Order = 10, EmitDefaultValue = false)] public int? OrphanCount { get; set; }

    [DataMember(Name = "orphans", Order = 11, EmitDefaultValue = false)] public List<RosterReportOrphan>? Orphans { get; set; }
}

/// <summary>Something wrong in a file.</summary>
[DataContract]
public sealed class RosterReportFinding
{
    [DataMember(Name = "line", Order = 0)] public int Line { get; set; }

    /// <summary>The heading; empty: the whole line.</summary>
    [DataMember(Name = "column", Order = 1)] public string Column { get; set; } = "";

    /// <summary>Which column it is, counted from 1; 0: the whole line.</summary>
    [DataMember(Name = "field", Order = 2)] public int Field { get; set; }

    [DataMember(Name = "code", Order = 3)] public string Code { get; set; } = "";

    [DataMember(Name = "message", Order = 4)] public string Message { get; set; } = "";
}

/// <summary>A row that is, or would be, written.</summary>
[DataContract]
public sealed class RosterReportChange
{
    [DataMember(Name = "subject", Order = 0)] public string Subject { get; set; } = "";

    [DataMember(Name = "hrid", Order = 1)] public string Hrid { get; set; } = "";

    [DataMember(Name = "key", Order = 2)] public string Key { get; set; } = "";

    [DataMember(Name = "new", Order = 3)] public bool IsNew { get; set; }

    [DataMember(Name = "columns", Order = 4)] public List<string> Columns { get; set; } = [];
}

/// <summary>A portfolio that ends because its manager leaves.</summary>
[DataContract]
public sealed class RosterReportEnd
{
    [DataMember(Name = "hrid", Order = 0)] public string Hrid { get; set; } = "";

    [DataMember(Name = "until", Order = 1)] public string Until { get; set; } = "";

    [DataMember(Name = "customers", Order = 2)] public int Customers { get; set; }
}

/// <summary>A customer whom nobody looks after.</summary>
[DataContract]
public sealed class RosterReportOrphan
{
    [DataMember(Name = "customerId", Order = 0)] public string CustomerId { get; set; } = "";

    [DataMember(Name = "name", Order = 1)] public string Name { get; set; } = "";

    /// <summary>Who looked after the customer last; empty: nobody ever did.</summary>
    [DataMember(Name = "former", Order = 2)] public string Former { get; set; } = "";
}
