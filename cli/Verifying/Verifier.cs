using System.Collections.Generic;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Verifying.Rules;

namespace Crm.Extensions.Cli.Verifying;

/// <summary>Finds what the platform's import would refuse.</summary>
internal static class Verifier
{
    /// <summary>All rules, in the order in which their findings are shown.</summary>
    public static IReadOnlyList<IVerifyRule> Rules { get; } =
    [
        new Manifest(), new ContentTypes(), new UniqueIds(), new RootsDeclared(), new RootsPresent(), new NamePrefix(), new KeyColumns(), new ChoicesExist(),
        new RelationshipEnds(), new LookupRelationships(), new FormFields(), new FormResources(), new ViewColumns(), new ChartColumns(),
        new DashboardParts(), new RolePrivileges(),
        new SecuredColumns(), new WebResourceFiles(), new AppComponents(), new SiteMapTargets(), new EnvironmentVariables(), new AssemblyIdentity(),
        new AssemblyReferences(), new StepTypes(), new StepMessages(), new StepColumns(), new StepSettings(), new StepImages(), new CustomApis(),
        new CustomApiParameters(), new BothLanguages(), new Described(), new OptionValues(), new FormIds(),
    ];

    /// <param name="zip">A solution zip, of whomever.</param>
    /// <param name="schemas">Folder of Microsoft's XSDs; null to leave them aside.</param>
    public static IReadOnlyList<Finding> Verify(Stream zip, string? schemas = null)
    {
        try
        {
            var solution = SolutionZip.Open(zip);
            var rules = schemas is null ? Rules : [.. Rules, new Schemas(schemas), new SchemaDrift(schemas)];
            return [.. rules.Where(rule => rule.Severity != Severity.House || solution.IsOurs)
                .SelectMany(rule => rule.Find(solution).Distinct().Select(flaw => new Finding(rule.Id, rule.Severity, flaw.Component, flaw.Problem, rule.Remedy)))];
        }
        catch (UnreadableZipException fault)
        {
            return [new Finding(fault.Rule, Severity.Error, fault.Component, fault.Message, "Export the solution again; don't repack it by hand.")];
        }
    }
}
