using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Crm.Extensions.Shared;

/// <summary>The numbers that Dataverse stores in a time zone column, and the Windows time zones they stand for.</summary>
/// <remarks>They stand in TimeZoneCodes.txt, which the embedded Dataverse reads as well. Source: the table "Time zone codes" of the Dynamics 365 Work Hours Calendar API documentation.</remarks>
internal static class TimeZoneCodes
{
    private static readonly Lazy<Dictionary<int, string>> Ids = new(Read);

    /// <summary>The Windows id, or null where the number is none of the platform's.</summary>
    public static string? WindowsId(int? code) => code is { } known && Ids.Value.TryGetValue(known, out var id) ? id : null;

    /// <summary>The platform's number of a Windows id, or null where it has none.</summary>
    public static int? CodeOf(string windowsId) =>
        Ids.Value.Where(pair => string.Equals(pair.Value, windowsId, StringComparison.OrdinalIgnoreCase)).Select(pair => (int?)pair.Key).FirstOrDefault();

    private static Dictionary<int, string> Read()
    {
        using var file = new StreamReader(typeof(TimeZoneCodes).Assembly.GetManifestResourceStream("TimeZoneCodes.txt")!);
        return file.ReadToEnd()
            .Split(['\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim().Split('='))
            .ToDictionary(pair => int.Parse(pair[0], CultureInfo.InvariantCulture), pair => pair[1]);
    }
}
