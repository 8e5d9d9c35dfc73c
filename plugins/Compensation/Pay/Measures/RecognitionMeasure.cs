using System;
using System.Linq;
using Crm.Extensions.Compensation.Pay.Credit;

namespace Crm.Extensions.Compensation.Pay.Measures;

/// <summary>Customers greeted by name and treated as they like, as far as a customer or a sample verified it; a customer counts once a day.</summary>
/// <remarks>Where HR's figures bring a count of recognitions that chance checks let stand for those that nobody looked at, it is that count; what it has beyond the verified ones is no customer's.</remarks>
internal static class RecognitionMeasure
{
    /// <param name="goal">A count for a whole period; 0: the share of what was recorded that is verified.</param>
    public static Measurement Of(CreditBook book, decimal goal)
    {
        var days = book.Input.Recognitions
            .Where(fact => fact.On >= book.Input.Period.From && fact.On <= book.Input.Period.Until)
            .GroupBy(fact => fact.Id, StringComparer.Ordinal)
            .Select(same => same.OrderBy(fact => fact.IsVerified).ThenBy(fact => fact.CustomerId, StringComparer.Ordinal).ThenBy(fact => fact.On).First())
            .GroupBy(fact => new { fact.CustomerId, fact.On })
            .Select(day => new
            {
                day.Key.CustomerId,
                IsVerified = day.Any(fact => fact.IsVerified),
                Evidence = string.Join("; ", day.Where(fact => fact.IsVerified).Select(fact => fact.Id).OrderBy(id => id, StringComparer.Ordinal)),
            })
            .ToList();
        var parts = new PartList();
        var verified = days.Count(day => day.IsVerified);
        var figures = book.Input.Achievements.Where(achievement => achievement.Metric == PayMetric.Recognition).ToList();
        var counted = figures.Count > 0 ? figures.Sum(achievement => achievement.Measured) : verified;
        if (counted > verified)
        {
            var source = string.Join("; ", figures.Select(achievement => achievement.Evidence).OrderBy(text => text, StringComparer.Ordinal));
            parts.Add("", counted - verified, PartList.Figure(counted - verified), source);
        }

        foreach (var customer in days.Where(day => day.IsVerified).GroupBy(day => day.CustomerId, StringComparer.Ordinal).OrderBy(customer => customer.Key, StringComparer.Ordinal))
        {
            var evidence = string.Join("; ", customer.Select(day => day.Evidence).OrderBy(text => text, StringComparer.Ordinal));
            parts.Add(customer.Key, customer.Count(), PartList.Figure(customer.Count()), evidence);
        }

        return Measurement.Of(counted, goal > 0 ? goal * book.Presence.Share : days.Count, parts.Parts);
    }
}
