using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Dataverse's integer codes of time zones (usersettings.timezonecode) and the Windows ids they stand for.</summary>
/// <remarks>Source: "Time zone codes" of the Work Hours Calendar API documentation.</remarks>
internal static class UserTimeZones
{
    private const int Utc = 92;

    private static readonly Dictionary<int, string> WindowsIds = Codes().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split('='))
        .ToDictionary(pair => int.Parse(pair[0], CultureInfo.InvariantCulture), pair => pair[1]);

    /// <summary>The time zone of a code; UTC where a user has chosen none.</summary>
    /// <exception cref="System.ServiceModel.FaultException">The code is unknown.</exception>
    public static TimeZoneInfo Of(int? code) => (code ?? Utc) == Utc
        ? TimeZoneInfo.Utc
        : WindowsIds.TryGetValue(code!.Value, out var id) ? TimeZoneInfo.FindSystemTimeZoneById(id) : throw QueryFaults.NotSupported($"time zone code {code}");

    // the table stands in one place, with the rules that read it inside the plug-in assembly
    private static string Codes()
    {
        using var file = new StreamReader(typeof(UserTimeZones).Assembly.GetManifestResourceStream("TimeZoneCodes.txt")!);
        return file.ReadToEnd();
    }
}
