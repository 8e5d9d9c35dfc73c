using System;
using System.Globalization;
using System.IO;
using Crm.Extensions.Cli.Packing;
using Crm.Extensions.Cli.Schema;
using Spectre.Console;

namespace Crm.Extensions.Cli.Commands;

/// <summary>What people see of a fault that they can mend: its message, without a stack trace.</summary>
internal static class Faults
{
    private static readonly IAnsiConsole ErrorConsole = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <param name="error">Where the fault is told, in one plain line; null: in red on the console.</param>
    /// <returns>What the command returns, or 1 after a fault that was told.</returns>
    public static int Told(Func<int> command, TextWriter? error = null)
    {
        try
        {
            return command();
        }
        catch (Exception fault) when (fault is SourceException or PackException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            if (error is not null) error.WriteLine(fault.Message);
            else ErrorConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{fault.Message}[/]");
            return 1;
        }
    }
}
