using System;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Numbers as Base64, little-endian: a third of what they would take as JSON.</summary>
internal static class PackedNumbers
{
    public static string Write(ulong[] numbers)
    {
        var bytes = new byte[numbers.Length * 8];
        for (var at = 0; at < bytes.Length; at++) bytes[at] = unchecked((byte)(numbers[at / 8] >> (at % 8 * 8)));
        return Convert.ToBase64String(bytes);
    }

    /// <exception cref="FormatException">The text is no Base64 of whole numbers.</exception>
    public static ulong[] Read(string? text)
    {
        var bytes = Convert.FromBase64String(text ?? "");
        if (bytes.Length % 8 != 0) throw new FormatException("Packed numbers of eight bytes each are expected; the last is incomplete.");

        var numbers = new ulong[bytes.Length / 8];
        for (var at = 0; at < bytes.Length; at++) numbers[at / 8] |= (ulong)bytes[at] << (at % 8 * 8);
        return numbers;
    }
}
