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
            ChangeTo = verdict.ChangeTo is not { } change ? null : new ChangeFile
            {
                Purpose = change.Purpose is { } purpose ? Words.Of(purpose) : null,
                Channel = change.Channel is { } channel ? Words.Of(channel) : null,
            },
            Ledger = [.. verdict.Ledger.Select(fact => new LedgerFile
            {
                Obligation = fact.ObligationKey,
                Number = fact.Number,
                Overdue = fact.Overdue.ToString(),
                Demandable = fact.Demandable.ToString(),
                DaysPastDue = fact.DaysPastDue,
                DunningLevel = fact.DunningLevel,
                AsOf = fact.AsOfUtc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            })],
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

    /// <summary>What the contact should be instead, or null.</summary>
    [DataMember(Name = "changeTo", Order = 9)] public ChangeFile? ChangeTo { get; set; }

    /// <summary>The obligations that were looked at.</summary>
    [DataMember(Name = "ledger", Order = 10)] public List<LedgerFile> Ledger { get; set; } = [];
}

/// <summary>Another purpose, another channel, or both.</summary>
[DataContract]
public sealed class ChangeFile
{
    [DataMember(Name = "purpose", Order = 0)] public string? Purpose { get; set; }

    [DataMember(Name = "channel", Order = 1)] public string? Channel { get; set; }
}

/// <summary>What was known of an obligation; amounts as <c>MXN 3.40</c>.</summary>
[DataContract]
public sealed class LedgerFile
{
    [DataMember(Name = "obligation", Order = 0)] public string Obligation { get; set; } = "";

    [DataMember(Name = "number", Order = 1)] public string Number { get; set; } = "";

    [DataMember(Name = "overdue", Order = 2)] public string Overdue { get; set; } = "";

    [DataMember(Name = "demandable", Order = 3)] public string Demandable { get; set; } = "";

    [DataMember(Name = "daysPastDue", Order = 4)] public int DaysPastDue { get; set; }

    /// <summary>The sternest tone that a message may take, 0 to 9.</summary>
    [DataMember(Name = "dunningLevel", Order = 5)] public int DunningLevel { get; set; }

    /// <summary>ISO 8601, UTC; null where nobody knows.</summary>
    [DataMember(Name = "asOf", Order = 6)] public string? AsOf { get; set; }
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
