using System;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Platform.Registration;

namespace Crm.Extensions.Cli.Packing;

/// <summary>The element of a step with its images, in the order of Microsoft's schema, which every server accepts.</summary>
internal static class StepXml
{
    private const int PluginTypeCode = 4602;

    public static XElement Of(PluginAssembly assembly, PluginClass type, StepAttribute step, Guid message)
    {
        var id = ComponentId.OfStep(type.FullName, step.Message, step.Table, step.Stage, step.Mode);
        return new XElement(
            "SdkMessageProcessingStep",
            new XAttribute("Name", ComponentId.StepName(type.FullName, step.Message, step.Table, step.Stage, step.Mode)),
            new XAttribute("SdkMessageProcessingStepId", id.ToString("B")),
            new XElement("PluginTypeName", assembly.QualifiedName(type)),
            new XElement("PluginTypeId", type.Id.ToString("D")),
            new XElement("PrimaryEntity", step.Table),
            new XElement("AsyncAutoDelete", step.Mode == StepMode.Asynchronous ? 1 : 0),
            step.Filter.Length == 0 ? null : new XElement("FilteringAttributes", Columns(step.Filter)),
            new XElement("InvocationSource", 0),
            new XElement("Mode", (int)step.Mode),
            new XElement("Rank", step.Rank),
            new XElement("SdkMessageId", message.ToString("B")),
            new XElement("EventHandlerTypeCode", PluginTypeCode),
            new XElement("Stage", (int)step.Stage),
            new XElement("IsCustomizable", 0),
            new XElement("IsHidden", 0),
            new XElement("SupportedDeployment", 0),
            new XElement("IntroducedVersion", "0.1.0.0"),
            new XElement("SdkMessageProcessingStepImages", Image(id, step, "Before", 0, step.Before), Image(id, step, "After", 1, step.After)));
    }

    private static XElement? Image(Guid step, StepAttribute declared, string alias, int kind, string[] columns) => columns.Length == 0 ? null : new XElement(
        "SdkMessageProcessingStepImage",
        new XAttribute("Name", alias),
        new XElement("SdkMessageProcessingStepImageId", ComponentId.OfImage(step, alias).ToString("B")),
        new XElement("Attributes", Columns(columns)),
        new XElement("EntityAlias", alias),
        new XElement("ImageType", kind),
        new XElement("MessagePropertyName", declared.Message == Message.Create ? "Id" : "Target"),
        new XElement("IsCustomizable", 0),
        new XElement("IntroducedVersion", "0.1.0.0"));

    private static string Columns(string[] columns) => string.Join(',', columns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
