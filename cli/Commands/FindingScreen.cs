using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Verifying;
using Spectre.Console;

namespace Crm.Extensions.Cli.Commands;

/// <summary>Shows what was found in a zip.</summary>
internal static class FindingScreen
{
    /// <returns>0 when nothing but drift was found, else 1.</returns>
    public static int Show(string path, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.OrderBy(finding => finding.Severity))
        {
            var color = finding.Severity == Severity.Drift ? "yellow" : "red";
            AnsiConsole.MarkupLine(string.Create(
                CultureInfo.InvariantCulture,
                $"[{color}]{Word(finding.Severity)}[/] {Markup.Escape($"{finding.Rule}: {finding.Component} {finding.Problem}")}\n      [grey]{Markup.Escape(finding.Remedy)}[/]"));
        }
        var errors = findings.Count(finding => finding.Severity != Severity.Drift);
        var drift = findings.Count - errors;
        var name = Path.GetFileName(path);
        if (errors > 0) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{name}: {errors} to be mended, {drift} newer than the schemas.[/]");
        else AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[green]{name} passes {Verifier.Rules.Count} rules[/], {drift} newer than the schemas.");
        return errors > 0 ? 1 : 0;
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Drift => "drift",
        Severity.House => "house",
        _ => "error",
    };
}
