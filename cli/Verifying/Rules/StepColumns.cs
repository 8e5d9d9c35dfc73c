using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Steps are on tables that exist; their filters and images name columns that exist.</summary>
internal sealed class StepColumns : IVerifyRule
{
    public string Id => "step-columns";

    public string Remedy => "Correct the attribute on the plug-in class, or pack the table or column.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var step in zip.Section("SdkMessageProcessingSteps", "SdkMessageProcessingStep"))
        {
            if (step.Text("PrimaryEntity") is not { Length: > 0 } table) continue;
            if (table == "none" || zip.References.LacksTable(table))
            {
                yield return new Flaw(StepMessage.Title(step), $"is on table {table}, which does not exist");
                continue;
            }
            foreach (var column in Columns(step.Text("FilteringAttributes")).Where(column => zip.References.LacksColumn(table, column)))
                yield return new Flaw(StepMessage.Title(step), $"filters by column {column} of {table}, which does not exist");
            foreach (var image in step.Descendants("SdkMessageProcessingStepImage"))
                foreach (var column in Columns(image.Text("Attributes")).Where(column => zip.References.LacksColumn(table, column)))
                    yield return new Flaw(StepMessage.Title(step), $"image {(string?)image.Attribute("Name")} holds column {column} of {table}, which does not exist");
        }
    }

    private static string[] Columns(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
