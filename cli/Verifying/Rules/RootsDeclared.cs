using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>What customizations.xml holds is declared in solution.xml.</summary>
internal sealed class RootsDeclared : IVerifyRule
{
    public string Id => "roots-declared";

    public string Remedy => "Add it to RootComponents in solution.xml (import fails with 0x8004803A).";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var roots = Components.Roots(zip).ToHashSet();
        return Components.In(zip).Where(component => !roots.Contains(component.Key) && !ComesWithAnother(zip, component.Key))
            .Select(component => new Flaw(component.Value, "is no root component"));
    }

    // a form, view or ribbon that was added by itself brings its table's name, and a business rule comes with its table
    private static bool ComesWithAnother(SolutionZip zip, ComponentKey key) => !zip.IsOurs && key.Type switch
    {
        Components.Table => zip.Tables.Own.Any(table => table.Info is null && ComponentKey.Of(key.Type, table.LogicalName) == key),
        Components.Workflow => zip.Section("Workflows", "Workflow").Any(one => ComponentKey.Of(key.Type, (string?)one.Attribute("WorkflowId")) == key && one.Text("Category") == "2"),
        _ => false,
    };
}
