using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value.Purchases;

/// <summary>The days on which one customer bought: the model's events. Two purchases on a day are one.</summary>
internal static class PurchaseDays
{
    /// <summary>The days up to and with <paramref name="last"/>, the earliest first, each with what was spent on it in all.</summary>
    /// <remarks>
    /// What is given back reverses the latest purchases before it; a day of which everything was given back is no purchase. A purchase of nothing (a
    /// free copy) is one: it was the customer's act. What happened after <paramref name="last"/> is not looked at, returns included, so that
    /// a calibration never knows its holdout.
    /// </remarks>
    /// <param name="purchases">In any order.</param>
    public static List<Purchase> Of(IReadOnlyList<Purchase> purchases, CalendarDate last)
    {
        var inOrder = new List<Purchase>(purchases.Count);
        foreach (var purchase in purchases)
        {
            if (purchase.Day <= last) inOrder.Add(purchase);
        }

        inOrder.Sort(Earlier);
        var days = new List<Purchase>(inOrder.Count);
        foreach (var purchase in inOrder)
        {
            if (purchase.Amount < 0) GiveBack(days, -purchase.Amount);
            else if (days.Count > 0 && days[days.Count - 1].Day == purchase.Day) days[days.Count - 1] = new Purchase(purchase.Day, days[days.Count - 1].Amount + purchase.Amount);
            else days.Add(purchase);
        }

        return days;
    }

    /// <summary>Days with a purchase behind <paramref name="after"/>, up to and with <paramref name="last"/>.</summary>
    public static int Count(List<Purchase> days, CalendarDate after, CalendarDate last)
    {
        var count = 0;
        foreach (var day in days)
        {
            if (day.Day > after && day.Day <= last) count++;
        }

        return count;
    }

    private static void GiveBack(List<Purchase> days, decimal amount)
    {
        while (amount > 0 && days.Count > 0)
        {
            var day = days[days.Count - 1];
            if (day.Amount > amount)
            {
                days[days.Count - 1] = new Purchase(day.Day, day.Amount - amount);
                return;
            }

            amount -= day.Amount;
            days.RemoveAt(days.Count - 1);
        }
    }

    /// <summary>By day; on a day purchases first and the larger before the smaller, so that the order in which they came does not matter.</summary>
    private static int Earlier(Purchase left, Purchase right)
    {
        var byDay = left.Day.CompareTo(right.Day);
        return byDay != 0 ? byDay : right.Amount.CompareTo(left.Amount);
    }
}
