using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Steps run plug-in types that the zip brings, or that another solution is declared to bring.</summary>
internal sealed class StepTypes : IVerifyRule
{
    public string Id => "step-types";

    public string Remedy => "Name a PluginType of an assembly in this zip, by its assembly-qualified name.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var names = zip.PluginTypes.Select(type => Plain((string?)type.Attribute("AssemblyQualifiedName"))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ids = zip.PluginTypes.Select(type => Normal((string?)type.Attribute("PluginTypeId"))).ToHashSet(StringComparer.Ordinal);
        var assemblies = zip.Section("SolutionPluginAssemblies", "PluginAssembly").Select(one => ((string?)one.Attribute("FullName") ?? "").Split(',')[0].Trim())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var outside = zip.Manifest.Elements("MissingDependencies").Descendants("Required").Any(required => (string?)required.Attribute("type") is "90" or "91");
        foreach (var step in zip.Section("SdkMessageProcessingSteps", "SdkMessageProcessingStep"))
        {
            var component = $"step {(string?)step.Attribute("Name") ?? (string?)step.Attribute("SdkMessageProcessingStepId")}";
            var name = step.Text("PluginTypeName");
            var id = step.Text("PluginTypeId");
            if (name is null && id is null)
            {
                if (step.Text("EventHandler") is null) yield return new Flaw(component, "names no plug-in type");
                continue;
            }
            var assembly = name?.Split(',') is { Length: > 1 } parts ? parts[1].Trim() : "";
            if (name is not null && !names.Contains(Plain(name)) && (zip.IsOurs || assemblies.Contains(assembly) || !outside && !IsElsewhere(zip, assembly)))
                yield return new Flaw(component, $"runs {name.Split(',')[0]}, which no plug-in assembly in the zip declares");
            else if (id is not null && zip.IsOurs && !ids.Contains(Normal(id)))
                yield return new Flaw(component, $"runs plug-in type {id}, which no plug-in assembly in the zip declares");
        }
    }

    // plug-in packages hold assemblies that only the server unpacks; the platform's own are there already; a bare name says nothing
    private static bool IsElsewhere(SolutionZip zip, string assembly) =>
        assembly.Length == 0 || assembly.StartsWith("Microsoft.", StringComparison.OrdinalIgnoreCase) || zip.HoldsPackages;

    private static string Plain(string? name) => (name ?? "").Replace(" ", "", StringComparison.Ordinal);

    private static string Normal(string? id) => Guid.TryParse(id, out var guid) ? guid.ToString("D") : id ?? "";
}
