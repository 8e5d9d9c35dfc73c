using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>The country packs, the rules for texts and the templates in the repository, checked before anything is packed.</summary>
internal static class PackFiles
{
    /// <param name="root">The repository's folder.</param>
    /// <exception cref="InvalidDataException">A file has mistakes; each is named by file and line.</exception>
    public static void Check(string root)
    {
        var collections = Path.Combine("plugins", "Collections");
        var problems = Problems(root, Path.Combine(collections, "Packs"), PackCheck.Problems)
            .Concat(Problems(root, Path.Combine(collections, "Wording", "Checks"), TextRuleCheck.Problems))
            .Concat(Problems(root, Path.Combine(collections, "Wording", "Templates"), TemplateCheck.Problems))
            .ToList();
        if (problems.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    private static IEnumerable<string> Problems(string root, string folder, Func<string, string, IReadOnlyList<string>> check) =>
        Directory.GetFiles(Path.Combine(root, folder), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => check(Path.Combine(folder, Path.GetFileName(path)), File.ReadAllText(path)));
}
