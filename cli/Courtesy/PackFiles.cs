using System;
using System.IO;
using System.Linq;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>The country packs in the repository, checked before anything is packed.</summary>
internal static class PackFiles
{
    /// <param name="root">The repository's folder.</param>
    /// <exception cref="InvalidDataException">A pack has mistakes; each is named by file and line.</exception>
    public static void Check(string root)
    {
        var folder = Path.Combine("plugins", "Collections", "Packs");
        var problems = Directory.GetFiles(Path.Combine(root, folder), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => PackCheck.Problems(Path.Combine(folder, Path.GetFileName(path)), File.ReadAllText(path)))
            .ToList();
        if (problems.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }
}
