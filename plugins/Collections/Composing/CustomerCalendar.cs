using System;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>The clock on a customer's wall: the zone of the customer's row, else a zone of the country, else UTC.</summary>
internal static class CustomerCalendar
{
    public static LocalClock Of(int? zoneCode, string country) =>
        LocalClock.Find(zoneCode is { } code ? TimeZoneCodes.WindowsId(code) : null)
        ?? CountryPacks.Find(country)?.Clocks.FirstOrDefault()
        ?? new LocalClock(TimeZoneInfo.Utc);
}
