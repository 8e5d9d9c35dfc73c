using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>All that BG/NBD and gamma–gamma want to know of a customer: recency, frequency and money, in the sense of Fader, Hardie and Lee (2005).</summary>
/// <remarks>Not the marketer's RFM: recency is the age at the last purchase, not the time since; frequency leaves out the first purchase, and so does money.</remarks>
internal sealed class PurchaseSummary
{
    public const double DaysOfWeek = 7;

    /// <param name="frequency">Days with a purchase, the first left out.</param>
    /// <param name="recencyDays">Days from the first to the last purchase; 0 without repeats.</param>
    /// <param name="ageDays">Days from the first purchase to the end of what is observed.</param>
    /// <param name="meanSpend">Mean spend on the days of repeat purchases; 0 without repeats.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the last purchase lies behind the end.</exception>
    public PurchaseSummary(int frequency, int recencyDays, int ageDays, double meanSpend)
    {
        if (frequency < 0) throw new ArgumentOutOfRangeException(nameof(frequency));
        if (recencyDays < 0 || (frequency == 0 && recencyDays > 0)) throw new ArgumentOutOfRangeException(nameof(recencyDays));
        if (ageDays < recencyDays) throw new ArgumentOutOfRangeException(nameof(ageDays));
        Frequency = frequency;
        RecencyDays = recencyDays;
        AgeDays = ageDays;
        MeanSpend = meanSpend;
    }

    /// <summary>x.</summary>
    public int Frequency { get; }

    public int RecencyDays { get; }

    public int AgeDays { get; }

    /// <summary>z̄, in the purchases' currency.</summary>
    public double MeanSpend { get; }

    /// <summary>tₓ, in weeks.</summary>
    public double Recency => RecencyDays / DaysOfWeek;

    /// <summary>T, in weeks.</summary>
    public double Age => AgeDays / DaysOfWeek;

    /// <summary>Sums a customer up; null where nothing was bought by then.</summary>
    /// <param name="days">As <see cref="PurchaseDays"/> gives them, up to the end.</param>
    /// <param name="end">The last day that is observed.</param>
    public static PurchaseSummary? Of(List<Purchase> days, CalendarDate end)
    {
        if (days.Count == 0) return null;
        var spent = 0m;
        for (var i = 1; i < days.Count; i++) spent += days[i].Amount;
        var first = days[0].Day;
        return new PurchaseSummary(days.Count - 1, first.DaysUntil(days[days.Count - 1].Day), first.DaysUntil(end), days.Count > 1 ? (double)(spent / (days.Count - 1)) : 0);
    }
}
