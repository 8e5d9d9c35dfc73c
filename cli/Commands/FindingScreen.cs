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
        var name = Markup.Escape(Path.GetFileName(path));
        var newer = drift == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {drift} newer than the schemas.");
        var verdict = errors > 0
            ? string.Create(CultureInfo.InvariantCulture, $"[red]{name}: {errors} to be mended.[/]")
            : string.Create(CultureInfo.InvariantCulture, $"[green]{name} passes {Verifier.Rules.Count} rules.[/]");
        AnsiConsole.MarkupLine(verdict + newer);
        return errors > 0 ? 1 : 0;
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Drift => "drift",
        Severity.House => "house",
        _ => "error",
    };
}
