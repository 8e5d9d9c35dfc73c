using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Images exist where the platform can make them, and name the message's own property.</summary>
internal sealed class StepImages : IVerifyRule
{
    private static readonly Dictionary<string, string[]> Properties = new()
    {
        ["Create"] = ["Id"],
        ["Update"] = ["Target"],
        ["Delete"] = ["Target"],
        ["Assign"] = ["Target"],
        ["Merge"] = ["Target", "SubordinateId"],
        ["SetState"] = ["EntityMoniker"],
        ["SetStateDynamicEntity"] = ["EntityMoniker"],
    };

    public string Id => "step-images";

    public string Remedy => "MessagePropertyName is Id on Create, Target on Update, Delete, Assign and Merge, EntityMoniker on SetState; no row before Create, none after Delete.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var step in zip.Section("SdkMessageProcessingSteps", "SdkMessageProcessingStep"))
        {
            var message = StepMessage.Of(step);
            foreach (var image in step.Descendants("SdkMessageProcessingStepImage"))
            {
                var component = $"{StepMessage.Title(step)}, image {(string?)image.Attribute("Name") ?? image.Text("EntityAlias")}";
                var (kind, property) = (image.Text("ImageType"), image.Text("MessagePropertyName"));
                if (kind is not ("0" or "1" or "2")) yield return new Flaw(component, $"has the unknown type '{kind}'");
                if (string.IsNullOrEmpty(image.Text("EntityAlias"))) yield return new Flaw(component, "has no alias");
                if (message is null) continue;
                if (Properties.TryGetValue(message, out var allowed) && !allowed.Contains(property))
                    yield return new Flaw(component, $"is of property '{property}', which {message} does not have");
                if (message == "Create" && kind != "1") yield return new Flaw(component, "is of the row before its Create");
                if (message == "Delete" && kind != "0") yield return new Flaw(component, "is of the row after its Delete");
                if ((kind == "1" || zip.IsOurs && kind == "2") && step.Text("Stage") is ("10" or "20"))
                    yield return new Flaw(component, "is of the row afterwards, before it is written");
            }
        }
    }
}
