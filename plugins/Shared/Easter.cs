namespace Crm.Extensions.Shared;

/// <summary>Easter Sunday of the Gregorian calendar.</summary>
internal static class Easter
{
    /// <summary>The day of a year from 1583 on (anonymous Gregorian computus, Nature, 20 April 1876).</summary>
    public static CalendarDate Of(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var inCentury = year % 100;
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var march = epact + toSunday - (7 * late) + 114;
        return new CalendarDate(year, march / 31, (march % 31) + 1);
    }
}
