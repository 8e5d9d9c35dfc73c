using System;
using System.Collections.Generic;
using System.IO;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>Word lists inside this assembly: one entry a line, words separated by spaces, # for remarks.</summary>
internal static class DataFile
{
    private static readonly char[] Blank = [' '];

    /// <summary>The words of each line of a list, folded as names are.</summary>
    public static IEnumerable<string[]> Lines(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(typeof(DataFile).Namespace + ".Data." + name)
            ?? throw new InvalidOperationException("The list " + name + " is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return Fold(line).Split(Blank, StringSplitOptions.RemoveEmptyEntries);
        }
    }

    private static string Fold(string line)
    {
        var letters = line.ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            if (letters[at] != '+') letters[at] = Folding.Of(letters[at]);
        }

        return new string(letters);
    }
}
