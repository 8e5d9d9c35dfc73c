using System.Globalization;
using System.IO;
using Crm.Extensions.Cli.Commands;
using Crm.Extensions.Cli.Courtesy;
using Crm.Extensions.Cli.Verifying;
using Spectre.Console;

namespace Crm.Extensions.Cli.Packing;

/// <summary>The zips in <c>artifacts/</c>.</summary>
internal static class Artifacts
{
    /// <summary>Packs both zips, writes them and verifies the managed one.</summary>
    /// <param name="managedZip">The managed zip, also where it was refused.</param>
    /// <returns>0, or 1 where verification found that the platform would refuse it.</returns>
    /// <exception cref="PackException">It can't be packed.</exception>
    public static int Make(out byte[] managedZip)
    {
        var root = RepositoryRoot.Find();
        PackFiles.Check(root);
        var result = SolutionPacker.Pack(PackInput.Ours());
        managedZip = result.Managed;
        Write(root, "CrmExtensions.zip", result.Unmanaged);
        var name = Write(root, "CrmExtensions_managed.zip", result.Managed);
        using var zip = new MemoryStream(result.Managed, writable: false);
        return FindingScreen.Show(name, Verifier.Verify(zip));
    }

    private static string Write(string root, string file, byte[] bytes)
    {
        var name = Path.Combine("artifacts", file);
        Directory.CreateDirectory(Path.Combine(root, "artifacts"));
        File.WriteAllBytes(Path.Combine(root, name), bytes);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"wrote {name} ({bytes.Length:N0} bytes)");
        return name;
    }
}
