using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Extensions.Cli.Unify;

/// <summary>The first 64 bits of a blocking key's SHA-256, which is the hash that the tenant keeps; among ten million keys two meet by chance once in a quarter of a million runs.</summary>
internal static class KeyHash
{
    /// <summary>Each hash once.</summary>
    public static ulong[] Of(IReadOnlyList<string> keys)
    {
        Span<byte> text = stackalloc byte[512];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var hashes = new ulong[keys.Count];
        for (var at = 0; at < hashes.Length; at++)
        {
            var bytes = Encoding.UTF8.TryGetBytes(keys[at], text, out var written) ? text[..written] : Encoding.UTF8.GetBytes(keys[at]);
            SHA256.HashData(bytes, hash);
            hashes[at] = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
        }

        Array.Sort(hashes);
        var kept = 0;
        for (var at = 0; at < hashes.Length; at++)
        {
            if (at == 0 || hashes[at] != hashes[at - 1]) hashes[kept++] = hashes[at];
        }

        return kept == hashes.Length ? hashes : hashes[..kept];
    }

    /// <param name="hex">The hash as the tenant keeps it.</param>
    public static ulong OfHex(string hex) => ulong.Parse(hex.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
