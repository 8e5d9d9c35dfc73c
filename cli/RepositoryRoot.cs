using System;
using System.IO;

namespace Crm.Extensions.Cli;

/// <summary>The folder of the source tree: the one that holds <c>Crm.Extensions.sln</c>.</summary>
internal static class RepositoryRoot
{
    private const string Mark = "Crm.Extensions.sln";

    /// <summary>Looks upwards from the current folder, then from where the program lies.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither lies inside the source tree.</exception>
    public static string Find() =>
        Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException($"No {Mark} above the current folder: run crmx inside the source tree.");

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
                return folder.FullName;
        return null;
    }
}
