using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Reports apart what is newer than Microsoft's published schemas.</summary>
internal sealed class SchemaDrift(string folder) : IVerifyRule
{
    public string Id => "xsd-drift";

    public string Remedy => $"Nothing online; servers as old as the schemas in {folder} refuse it.";

    public Severity Severity => Severity.Drift;

    public IEnumerable<Flaw> Find(SolutionZip zip) =>
        KnownDrift.Without(zip.Customizations).Found.Select(node => new Flaw($"customizations.xml {node}", "is newer than the published schemas"));
}
