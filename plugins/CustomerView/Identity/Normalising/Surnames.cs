using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Common surnames, so that García is not asked whether it is a given name.</summary>
internal static class Surnames
{
    private static readonly HashSet<string> Known = Read();

    /// <summary>Whether a folded word is commonly a surname.</summary>
    public static bool Contains(string word) => Known.Contains(word);

    private static HashSet<string> Read()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in DataFile.Lines("Surnames.txt"))
        {
            known.UnionWith(line);
        }

        return known;
    }
}
