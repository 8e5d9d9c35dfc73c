using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections;

/// <summary>A verdict as JSON, the same from crmx_EvaluateContact and from <c>crmx courtesy --json</c>.</summary>
internal static class VerdictJson
{
    public static string Write(Verdict verdict, Language language)
    {
        var file = new VerdictFile
        {
            Allowed = verdict.Allowed,
            Decision = Words.Of(verdict.Decision),
            NextAllowedAt = verdict.NextAllowedAtUtc is { } next && verdict.NextAllowedLocal is { } local ? Iso(local, local - next) : null,
            Rules = [.. verdict.Findings.Select(finding => new RuleFile
            {
                Id = finding.RuleId,
                Source = VerdictText.Source(finding.Source, language),
                Explanation = VerdictText.Explain(finding, language),
                Objects = finding.Objects,
                Mode = Words.Of(finding.Mode),
            })],
            Explanation = VerdictText.Explain(verdict, language),
            LocalTime = Iso(verdict.LocalAt, verdict.LocalAt - verdict.AtUtc),
            TimeZone = string.Join(", ", verdict.TimeZoneIds),
            Country = verdict.Country,
            PackVersion = verdict.PackVersion,
        };
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(VerdictFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Iso(DateTime local, TimeSpan offset) =>
        new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class VerdictFile
{
    [DataMember(Name = "allowed", Order = 0)] public bool Allowed { get; set; }

    [DataMember(Name = "decision", Order = 1)] public string Decision { get; set; } = "";

    /// <summary>ISO 8601 with the customer's offset, or null where no hour is left.</summary>
    [DataMember(Name = "nextAllowedAt", Order = 2)] public string? NextAllowedAt { get; set; }

    [DataMember(Name = "rules", Order = 3)] public List<RuleFile> Rules { get; set; } = [];

    [DataMember(Name = "explanation", Order = 4)] public string Explanation { get; set; } = "";

    [DataMember(Name = "localTime", Order = 5)] public string LocalTime { get; set; } = "";

    [DataMember(Name = "timeZone", Order = 6)] public string TimeZone { get; set; } = "";

    [DataMember(Name = "country", Order = 7)] public string Country { get; set; } = "";

    [DataMember(Name = "packVersion", Order = 8)] public string PackVersion { get; set; } = "";
}

/// <summary>A rule's part in a verdict.</summary>
[DataContract]
public sealed class RuleFile
{
    [DataMember(Name = "id", Order = 0)] public string Id { get; set; } = "";

    [DataMember(Name = "source", Order = 1)] public string Source { get; set; } = "";

    [DataMember(Name = "explanation", Order = 2)] public string Explanation { get; set; } = "";

    [DataMember(Name = "objects", Order = 3)] public bool Objects { get; set; }

    [DataMember(Name = "mode", Order = 4)] public string Mode { get; set; } = "";
}
