using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>What two records must have in common, at least once, to be compared at all.</summary>
/// <remarks>
/// Many keys of many kinds, since each error spoils some and leaves others. A wide key (a surname's sound and a year) stands beside narrower ones (with the given name too), so that where
/// the wide one is too common and suppressed, the narrow ones still find the pair.
/// </remarks>
internal static class BlockingKeys
{
    /// <summary>All keys of a record, each once, in ordinal order; those that the model suppresses too.</summary>
    public static IReadOnlyList<string> Of(NormalRecord record)
    {
        var keys = new List<string>(40);
        Write(record, new KeyText(keys));
        keys.Sort(StringComparer.Ordinal);
        for (var at = keys.Count - 1; at > 0; at--)
        {
            if (string.Equals(keys[at], keys[at - 1], StringComparison.Ordinal)) keys.RemoveAt(at);
        }

        return keys;
    }

    /// <summary>The same keys as numbers: <see cref="Fingerprint.Of(string)"/> of each, each once, ascending.</summary>
    public static ulong[] Fingerprints(NormalRecord record)
    {
        var keys = new List<ulong>(40);
        Write(record, new KeyText(keys));
        keys.Sort();
        for (var at = keys.Count - 1; at > 0; at--)
        {
            if (keys[at] == keys[at - 1]) keys.RemoveAt(at);
        }

        return [.. keys];
    }

    /// <summary>SHA-256 of a key in hex, lower case: what is stored, so that nobody reads names out of keys.</summary>
    public static string Hash(string key)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(key));
        var text = new StringBuilder(hash.Length * 2);
        foreach (var part in hash) text.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static void Write(NormalRecord record, KeyText key)
    {
        ContactKeys.Write(record, key);
        NameKeys.Write(record, key);
        PlaceKeys.Write(record, key);
    }
}
