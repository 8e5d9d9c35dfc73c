using System.CommandLine;
using System.Globalization;
using Crm.Extensions.Cli.Modelling;
using Spectre.Console;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx model</c>: writes the early-bound classes of plugins/Model.</summary>
internal static class ModelCommand
{
    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 when the model is stale." };
        var command = new Command("model", "Writes plugins/Model from solution/ and the platform's tables.") { check };
        command.SetAction(parse => Faults.Told(() => Run(parse.GetValue(check))));
        return command;
    }

    private static int Run(bool check)
    {
        var root = RepositoryRoot.Find();
        var changed = check ? ModelGenerator.Stale(root) : ModelGenerator.Write(root);
        foreach (var name in changed) AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{(check ? "stale" : "wrote")} plugins/Model/{name}");
        if (changed.Count == 0) AnsiConsole.MarkupLine("[green]The model is fresh.[/]");
        else if (check) AnsiConsole.MarkupLine("[red]Run `crmx model`.[/]");
        return check && changed.Count > 0 ? 1 : 0;
    }
}
