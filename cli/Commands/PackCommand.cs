using System.CommandLine;
using System.Globalization;
using System.IO;
using Crm.Extensions.Cli.Courtesy;
using Crm.Extensions.Cli.Packing;
using Crm.Extensions.Cli.Verifying;
using Spectre.Console;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx pack</c>: writes both zips and verifies the managed one.</summary>
internal static class PackCommand
{
    public static Command Create()
    {
        var command = new Command("pack", "Packs solution/ and the built assemblies into artifacts/, then verifies the managed zip.");
        command.SetAction(_ => Faults.Told(Run));
        return command;
    }

    private static int Run()
    {
        PackFiles.Check(RepositoryRoot.Find());
        var result = SolutionPacker.Pack(PackInput.Ours());
        var folder = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Find(), "artifacts")).FullName;
        Write(Path.Combine(folder, "CrmExtensions.zip"), result.Unmanaged);
        var managed = Path.Combine(folder, "CrmExtensions_managed.zip");
        Write(managed, result.Managed);
        using var zip = new MemoryStream(result.Managed, writable: false);
        return FindingScreen.Show(managed, Verifier.Verify(zip));
    }

    private static void Write(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"wrote {path} ({bytes.Length:N0} bytes)");
    }
}
