using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>A look at a whole plan: what is to be mended before it can be approved, and what can never be right.</summary>
internal sealed class PlanScrutiny
{
    private const string QuotaCeiling = "crmx_QuotaCeiling";
    private const int DefaultCeiling = 20;
    private const int MostLetters = 4000;

    private PlanScrutiny(IReadOnlyList<PlanFinding> findings, Language language)
    {
        Findings = findings;
        Impossible = string.Join(" ", findings.Where(finding => finding.IsImpossible).Select(finding => finding.Write(language)));
        Text = string.Join("\n", findings.Select(finding => finding.Write(language)));
    }

    public IReadOnlyList<PlanFinding> Findings { get; }

    /// <summary>What no further component can put right; empty: nothing.</summary>
    public string Impossible { get; }

    private string Text { get; }

    /// <summary>Five requests.</summary>
    public static PlanScrutiny Of(Execution execution, PlanRow plan, Language language)
    {
        var unmeasured = new List<string>();
        var pay = new PlanReader(execution.AsSystem).Read(plan, unmeasured);
        return new PlanScrutiny(PlanRules.Judge(pay, plan.JobId is not null, unmeasured, execution.Settings.Number(QuotaCeiling, DefaultCeiling)), language);
    }

    /// <summary>Notes on a draft what is to be mended, and who has changed it. One request, or none where both stand there already.</summary>
    public void Note(Execution execution, PlanRow plan)
    {
        var text = Text.Shortened(MostLetters);
        var editors = PlanEditors.With(plan.Editors, execution.CallerId);
        if (text == plan.Findings && editors == plan.Editors) return;

        PlanLife.Write(
            execution, plan.Id,
            new KeyValuePair<string, object?>(CompensationPlan.Fields.Findings, text.Length == 0 ? null : text),
            new KeyValuePair<string, object?>(CompensationPlan.Fields.Editors, editors));
    }

    public string Explain(Language language) => Findings.Count == 0 ? PlanTexts.Write(language, "NothingFound") : PlanTexts.Write(language, "Found", Findings.Count, Text);

    public string Json(Language language)
    {
        using var buffer = new MemoryStream();
        var file = new PlanFindingsFile { Findings = [.. Findings.Select(finding => new PlanFindingEntry { Code = finding.Code, IsImpossible = finding.IsImpossible, Message = finding.Write(language) })] };
        new DataContractJsonSerializer(typeof(PlanFindingsFile)).WriteObject(buffer, file);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}

/// <summary>Findings as JSON. Public only because the serializer may have to run in partial trust.</summary>
[DataContract]
public sealed class PlanFindingsFile
{
    [DataMember(Name = "findings")] public List<PlanFindingEntry> Findings { get; set; } = [];
}

/// <summary>One finding.</summary>
[DataContract]
public sealed class PlanFindingEntry
{
    [DataMember(Name = "code", Order = 0)] public string Code { get; set; } = "";

    /// <summary>It cannot even be saved so.</summary>
    [DataMember(Name = "refused", Order = 1)] public bool IsImpossible { get; set; }

    [DataMember(Name = "message", Order = 2)] public string Message { get; set; } = "";
}
