using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>A judgement on a limit or a card as JSON, with the figures and statements it rests on.</summary>
internal static class LimitJson
{
    public static string Write(LimitJudgement judgement, CalendarDate today, Language language)
    {
        var proof = judgement.Proof;
        var file = new LimitFile
        {
            Allowed = judgement.Allowed,
            Decision = Words.Of(judgement.Decision),
            EarliestOn = judgement.EarliestOn?.ToString(),
            Rules = [.. judgement.Findings.Select(finding => new RuleFile
            {
                Id = finding.RuleId,
                Source = VerdictText.Source(finding.Source, language),
                Explanation = LimitTexts.Explain(finding, language),
                Objects = finding.Objects,
                Mode = Words.Of(finding.Mode),
            })],
            Explanation = LimitTexts.Explain(judgement, language),
            Evidence = LimitTexts.Evidence(judgement, today, language),
            Metric = proof is null ? null : Words.Of(proof.Claim.Metric),
            Standing = proof is null ? null : Words.Of(proof.Standing),
            Stated = Number(proof?.Claim.Stated),
            Threshold = Number(proof?.Claim.Threshold),
            Found = Number(proof?.Found),
            AsOf = proof?.AsOf?.ToString(),
            Statements = [.. (proof?.Statements ?? []).Select(line => line.ClosedOn.ToString())],
            Country = judgement.Country,
            PackVersion = judgement.PackVersion,
        };
        using var buffer = new MemoryStream();
        new DataContractJsonSerializer(typeof(LimitFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The JSON's shape. Public only because the serializer may have to run in partial trust. Days are yyyy-MM-dd.</summary>
[DataContract]
public sealed class LimitFile
{
    [DataMember(Name = "allowed", Order = 0)] public bool Allowed { get; set; }

    [DataMember(Name = "decision", Order = 1)] public string Decision { get; set; } = "";

    [DataMember(Name = "earliestOn", Order = 2)] public string? EarliestOn { get; set; }

    [DataMember(Name = "rules", Order = 3)] public List<RuleFile> Rules { get; set; } = [];

    [DataMember(Name = "explanation", Order = 4)] public string Explanation { get; set; } = "";

    [DataMember(Name = "evidence", Order = 5)] public string Evidence { get; set; } = "";

    [DataMember(Name = "metric", Order = 6)] public string? Metric { get; set; }

    /// <summary>How the claim fared: borneout, incomplete, future, stale, notonrecord, differs or belowthreshold.</summary>
    [DataMember(Name = "standing", Order = 7)] public string? Standing { get; set; }

    [DataMember(Name = "stated", Order = 8)] public string? Stated { get; set; }

    [DataMember(Name = "threshold", Order = 9)] public string? Threshold { get; set; }

    [DataMember(Name = "found", Order = 10)] public string? Found { get; set; }

    [DataMember(Name = "asOf", Order = 11)] public string? AsOf { get; set; }

    /// <summary>Closing days of the statements it was computed from.</summary>
    [DataMember(Name = "statements", Order = 12)] public List<string> Statements { get; set; } = [];

    [DataMember(Name = "country", Order = 13)] public string Country { get; set; } = "";

    [DataMember(Name = "packVersion", Order = 14)] public string PackVersion { get; set; } = "";
}
