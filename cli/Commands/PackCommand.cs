using System.CommandLine;
using Crm.Extensions.Cli.Packing;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx pack</c>: writes both zips and verifies the managed one.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var command = new Command("pack", "Packs solution/ and the built assemblies into artifacts/, then verifies the managed zip.");
        command.SetAction(_ => Faults.Told(() => Artifacts.Make(out byte[] _)));
        return command;
    }
}
