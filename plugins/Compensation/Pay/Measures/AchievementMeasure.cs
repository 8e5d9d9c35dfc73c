using System;
using System.Linq;
using Crm.Extensions.Compensation.Pay.Credit;

namespace Crm.Extensions.Compensation.Pay.Measures;

/// <summary>A figure that HR brings: the team's outcome, products sold, money recovered.</summary>
/// <remarks>A figure that nobody brought is none attained; its weight goes to nobody, or leaving it out would pay.</remarks>
internal static class AchievementMeasure
{
    /// <param name="goal">For a whole period; 0: the figure is the attainment itself.</param>
    public static Measurement Of(CreditBook book, PayMetric metric, decimal goal)
    {
        var figures = book.Input.Achievements.Where(achievement => achievement.Metric == metric).ToList();
        var measured = figures.Sum(achievement => achievement.Measured);
        var parts = new PartList();
        var evidence = string.Join("; ", figures.Select(achievement => achievement.Evidence).OrderBy(text => text, StringComparer.Ordinal));
        var full = goal > 0 ? goal * book.Presence.Share : book.Presence.Share > 0 ? 1 : 0;
        parts.Add("", 1, $"{PartList.Figure(measured)} / {PartList.Figure(full)}", evidence);
        return Measurement.Of(measured, full, parts.Parts);
    }
}
