using System;
using System.Collections.Generic;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Steps name a message by an id that is the same everywhere. Of other people's zips only what is no id at all is reported.</summary>
internal sealed class StepMessages : IVerifyRule
{
    public string Id => "step-messages";

    public string Remedy => "Leave the step out of the zip and create it by crmx_CompleteInstallation, which finds the message by its name.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var step in zip.Section("SdkMessageProcessingSteps", "SdkMessageProcessingStep"))
        {
            var text = step.Text("SdkMessageId");
            if (!Guid.TryParse(text, out var id) || id == Guid.Empty) yield return new Flaw(StepMessage.Title(step), $"names no message ('{text}')");
            else if (zip.IsOurs && StepMessage.Of(step) is null) yield return new Flaw(StepMessage.Title(step), $"is on message {id}, which is not proven to exist everywhere");
        }
    }
}
