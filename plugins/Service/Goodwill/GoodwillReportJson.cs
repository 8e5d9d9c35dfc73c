using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Collections;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>The report as JSON.</summary>
internal static class GoodwillReportJson
{
    public static string Write(GoodwillReport report)
    {
        var file = new GoodwillReportFile
        {
            Grants = report.Grants,
            Figures = [.. report.Figures.Select(figure => new GoodwillFigureLine
            {
                Job = figure.Job,
                Segment = figure.Segment is { } segment ? segment.ToString() : "",
                Kind = Words.Of(figure.Kind),
                Currency = figure.Currency,
                Grants = figure.Grants,
                Customers = figure.Customers,
                Total = figure.Total,
            })],
            Splits = [.. report.Splits.Select(split => new GoodwillFinding
            {
                Customer = Text(split.Customer),
                Worker = string.Join(",", split.Grants.Select(grant => grant.Worker).Distinct().Select(Text)),
                Currency = split.Currency,
                Grants = split.Grants.Count,
                Total = split.Total,
                Limit = split.Limit,
            })],
            Dealings = [.. report.Dealings.Select(dealing => new GoodwillFinding
            {
                Customer = Text(dealing.Customer),
                Worker = Text(dealing.Worker),
                Currency = dealing.Currency,
                Grants = dealing.Grants,
                Total = dealing.Total,
                Signs = [.. dealing.Signs.Select(Words.Of)],
            })],
            Favourites = [.. report.Favourites.Select(favourite => new GoodwillFinding
            {
                Customer = Text(favourite.Customer),
                Worker = Text(favourite.Worker),
                Currency = favourite.Currency,
                Grants = favourite.Grants,
                Of = favourite.Of,
                Total = favourite.Total,
            })],
        };
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(GoodwillReportFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Text(Guid id) => id.ToString("D");
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class GoodwillReportFile
{
    [DataMember(Name = "grants", Order = 0)] public int Grants { get; set; }

    [DataMember(Name = "figures", Order = 1)] public List<GoodwillFigureLine> Figures { get; set; } = [];

    [DataMember(Name = "splits", Order = 2)] public List<GoodwillFinding> Splits { get; set; } = [];

    [DataMember(Name = "dealings", Order = 3)] public List<GoodwillFinding> Dealings { get; set; } = [];

    [DataMember(Name = "favourites", Order = 4)] public List<GoodwillFinding> Favourites { get; set; } = [];
}

/// <summary>What a job granted to a segment.</summary>
[DataContract]
public sealed class GoodwillFigureLine
{
    [DataMember(Name = "job", Order = 0)] public string Job { get; set; } = "";

    /// <summary>Empty: customers in no segment.</summary>
    [DataMember(Name = "segment", Order = 1)] public string Segment { get; set; } = "";

    /// <summary>goodwill or redress.</summary>
    [DataMember(Name = "kind", Order = 2)] public string Kind { get; set; } = "";

    [DataMember(Name = "currency", Order = 3)] public string Currency { get; set; } = "";

    [DataMember(Name = "grants", Order = 4)] public int Grants { get; set; }

    [DataMember(Name = "customers", Order = 5)] public int Customers { get; set; }

    [DataMember(Name = "total", Order = 6)] public decimal Total { get; set; }
}

/// <summary>Something that a person should look at.</summary>
[DataContract]
public sealed class GoodwillFinding
{
    [DataMember(Name = "customer", Order = 0)] public string Customer { get; set; } = "";

    /// <summary>Ids with commas between them.</summary>
    [DataMember(Name = "worker", Order = 1)] public string Worker { get; set; } = "";

    [DataMember(Name = "currency", Order = 2)] public string Currency { get; set; } = "";

    [DataMember(Name = "grants", Order = 3)] public int Grants { get; set; }

    /// <summary>Of so many grants of the worker; only of favourites.</summary>
    [DataMember(Name = "of", Order = 4, EmitDefaultValue = false)] public int Of { get; set; }

    [DataMember(Name = "total", Order = 5)] public decimal Total { get; set; }

    /// <summary>What may be spent on one case; only of split cases.</summary>
    [DataMember(Name = "limit", Order = 6, EmitDefaultValue = false)] public decimal Limit { get; set; }

    /// <summary>himself, email, phone, address, name, family or account; only of dealings.</summary>
    [DataMember(Name = "signs", Order = 7, EmitDefaultValue = false)] public List<string>? Signs { get; set; }
}
