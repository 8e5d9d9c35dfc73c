using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>The words by which programs name channels, purposes and decisions: the lower-case names of the enumerations.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => Lower(value.ToString());

    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetNames(typeof(T)).Select(Lower)];

    /// <summary>Reads a word in any case; a number is no word.</summary>
    public static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        var word = (text ?? "").Trim();
        foreach (T candidate in Enum.GetValues(typeof(T)))
        {
            if (string.Equals(candidate.ToString(), word, StringComparison.OrdinalIgnoreCase))
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

#pragma warning disable CA1308 // the words are lower case by definition
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
