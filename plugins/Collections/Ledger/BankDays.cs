using System;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>When the banks of a country are open and when they close, on the clock of its capital. Instants UTC.</summary>
internal static class BankDays
{
    /// <summary>When a bank day ends for settlement 18:00, house policy. Until when a payment counts for its day is another matter: <see cref="SettlementTerms.DayEndsAt"/>.</summary>
    public const int HouseClose = 18 * 60;

    /// <summary>The days on which banks of the country settle.</summary>
    public static BusinessDays Of(CountryPack pack) => new(pack.BankHolidays);

    /// <summary>The instant at which banks close on a day; on a closed day, the last instant at which they closed before it.</summary>
    public static DateTime CloseOf(CalendarDate day, CountryPack pack) =>
        pack.Clocks[0].ToUtc(Of(pack).OnOrBefore(day).Midnight.AddMinutes(HouseClose));

    /// <summary>The last close at or before an instant: what is known as of then lacks no bank day.</summary>
    public static DateTime LastCloseBefore(DateTime utc, CountryPack pack)
    {
        var today = pack.Clocks[0].DateAt(utc);
        var close = CloseOf(today, pack);
        return close <= utc ? close : CloseOf(today.AddDays(-1), pack);
    }

    /// <summary>
    /// The end of the n-th bank day after an instant (midnight at the capital). What happens on a closed day, or after the close, counts as of the
    /// next bank day; 0 gives the end of the bank day that the instant counts for.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number of days.</exception>
    public static DateTime After(DateTime utc, int bankDays, CountryPack pack)
    {
        if (bankDays < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(bankDays));
        }

        return pack.Clocks[0].StartOf(Of(pack).Add(DayOf(utc, pack), bankDays).AddDays(1));
    }

    /// <summary>The bank day that an instant counts for: its own until the close, else the next.</summary>
    public static CalendarDate DayOf(DateTime utc, CountryPack pack)
    {
        var days = Of(pack);
        var today = pack.Clocks[0].DateAt(utc);
        return days.Contains(today) && utc > CloseOf(today, pack) ? days.Add(today, 1) : days.OnOrAfter(today);
    }
}
