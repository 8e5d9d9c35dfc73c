using System.CommandLine;
using System.IO;
using Crm.Extensions.Cli.Verifying;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx verify</c>: says what the platform's import would refuse; exits with 1 if anything.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var zip = new Argument<FileInfo?>("zip") { Description = "A solution zip; artifacts/CrmExtensions_managed.zip if left out.", Arity = ArgumentArity.ZeroOrOne };
        var schemas = new Option<DirectoryInfo?>("--xsd") { Description = "Folder with Microsoft's schemas for solutions, to be checked as well." };
        var command = new Command("verify", "Finds what the platform's import would refuse in a solution zip.") { zip, schemas };
        command.SetAction(parse => Faults.Told(() => Run(parse.GetValue(zip)?.FullName, parse.GetValue(schemas)?.FullName)));
        return command;
    }

    private static int Run(string? path, string? schemas)
    {
        using var file = File.OpenRead(path ?? Path.Combine(RepositoryRoot.Find(), "artifacts", "CrmExtensions_managed.zip"));
        return FindingScreen.Show(file.Name, Verifier.Verify(file, schemas));
    }
}
