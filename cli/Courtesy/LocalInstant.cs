using System;
using System.Globalization;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Courtesy;

/// <summary>A time as people give it on the command line or in a file.</summary>
internal static class LocalInstant
{
    private static readonly string[] LocalFormats =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    private static readonly string[] AbsoluteFormats =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz"];

    /// <summary>
    /// Reads <c>2026-11-22T10:00</c> as local time of the clock, and <c>2026-11-22T10:00-05:00</c> or <c>…Z</c> as an instant. A local time that comes
    /// twice is the first, one that the clock skips the first moment after.
    /// </summary>
    /// <param name="absolute">An offset was given.</param>
    public static bool TryRead(string? text, LocalClock clock, out DateTime utc, out bool absolute)
    {
        var given = (text ?? "").Trim();
        absolute = false;
        utc = default;
        if (DateTime.TryParseExact(given, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            utc = clock.ToUtc(local);
            return true;
        }

        if (given.EndsWith('Z')) given = given[..^1] + "+00:00";
        absolute = DateTimeOffset.TryParseExact(given, AbsoluteFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant);
        utc = instant.UtcDateTime;
        return absolute;
    }
}
