using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Steps run at a stage that exists, asynchronously only afterwards, and say what kind of handler they have.</summary>
internal sealed class StepSettings : IVerifyRule
{
    // 5 and 45, 50: stages of solutions made for version 4, which servers still take
    private static readonly string[] Stages = ["5", "10", "20", "30", "40", "45", "50"];

    public string Id => "step-settings";

    public string Remedy => "Stage 10, 20 or 40; Mode 1 at stage 40 alone; Rank from 1; EventHandlerTypeCode 4602.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var step in zip.Section("SdkMessageProcessingSteps", "SdkMessageProcessingStep"))
        {
            var title = StepMessage.Title(step);
            if (step.Text("Stage") is { } stage && !Stages.Contains(stage)) yield return new Flaw(title, $"has the unknown stage {stage}");
            if (step.Text("Mode") == "1" && step.Text("Stage") is ("5" or "10" or "20")) yield return new Flaw(title, "is asynchronous before the row is written");
            if (step.Text("EventHandlerTypeCode") is null && step.Text("PluginTypeName") is not null) yield return new Flaw(title, "has no EventHandlerTypeCode");
            if (zip.IsOurs && step.Text("Rank") is (null or "0")) yield return new Flaw(title, "has no rank of 1 or more");
            if (zip.IsOurs && StepMessage.Of(step) == "Update" && step.Text("FilteringAttributes") is null)
                yield return new Flaw(title, "runs on every Update, whatever changes");
        }
    }
}
