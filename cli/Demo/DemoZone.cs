using System;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Demo;

/// <summary>A time zone in which the demo's customers live.</summary>
/// <param name="Code">Dataverse's time zone code.</param>
/// <param name="Zone">The same zone, by its Windows id.</param>
internal sealed record DemoZone(int Code, TimeZoneInfo Zone)
{
    public static readonly DemoZone Bogota = new(45, TimeZoneInfo.FindSystemTimeZoneById("SA Pacific Standard Time"));
    public static readonly DemoZone MexicoCity = new(29, TimeZoneInfo.FindSystemTimeZoneById("Central Standard Time (Mexico)"));
    public static readonly DemoZone Chihuahua = new(12, TimeZoneInfo.FindSystemTimeZoneById("Mountain Standard Time (Mexico)"));
    public static readonly DemoZone Tijuana = new(5, TimeZoneInfo.FindSystemTimeZoneById("Pacific Standard Time (Mexico)"));
    public static readonly DemoZone Cancun = new(301, TimeZoneInfo.FindSystemTimeZoneById("Eastern Standard Time (Mexico)"));

    /// <summary>The clock of a country's capital.</summary>
    public static DemoZone Of(CountryPack pack)
    {
        var id = pack.Clocks[0].Id;
        return new DemoZone(TimeZoneCodes.CodeOf(id) ?? 0, TimeZoneInfo.FindSystemTimeZoneById(id));
    }

    /// <summary>The instant of a local time; one that the clock skips is taken an hour later.</summary>
    public DateTime ToUtc(DateTime local) =>
        TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone);

    public DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);
}
