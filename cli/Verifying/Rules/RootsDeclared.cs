using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>What customizations.xml holds is declared in solution.xml.</summary>
internal sealed class RootsDeclared : IVerifyRule
{
    public string Id => "roots-declared";

    public string Remedy => "Add it to RootComponents in solution.xml (import fails with 0x8004803A).";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var roots = Components.Roots(zip).ToHashSet();
        return Components.In(zip).Where(component => !roots.Contains(component.Key)).Select(component => new Flaw(component.Value, "is no root component"));
    }
}
