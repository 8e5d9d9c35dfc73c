using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>How the house tightens one rule. The value's form hangs on the rule.</summary>
/// <remarks>
/// permitted-hours: <c>monday-friday 08:00-18:00; saturday 09:00-13:00; sunday none</c> (days not named: as the law has them).
/// public-holiday: further closed days, <c>2026-12-24, 2026-12-31</c>. daily-cap, weekly-cap: the most contacts, <c>1</c>.
/// rolling-cap: the most contacts in the pack's days on end, in seven where it names none. rest-after-conversation: days, the day of the conversation
/// being the first. spacing: days from one contact to the next. immaterial-amount: the amount, in whole units of the obligation's currency, up to which
/// nothing is demanded, more than the pack's. thanks-seldom, offer-cap: days between two, more than the default ones; offer-cap also <c>quarter</c>.
/// needless-reminder: days before the due date, fewer than the default ones. Other rules have no value, only a mode.
/// </remarks>
internal sealed record HouseRule(string RuleId, RuleMode? Mode)
{
    /// <summary>By <see cref="DayOfWeek"/>; null where the house says nothing of that day.</summary>
    public IReadOnlyList<IReadOnlyList<DayWindow>?>? Week { get; init; }

    public IReadOnlyList<CalendarDate> ClosedDays { get; init; } = [];

    /// <summary>A cap or a number of days; null where the house gives none.</summary>
    public int? Number { get; init; }

    /// <summary>One in a calendar quarter.</summary>
    public bool IsQuarterly { get; init; }

    /// <returns>False where the value makes no sense; the rule then carries its mode alone.</returns>
    public static bool TryRead(PolicyRow row, out HouseRule rule, out string problem)
    {
        rule = new HouseRule(row.Rule, row.Mode);
        problem = "";
        var value = row.Value.Trim();
        if (value.Length == 0)
        {
            return true;
        }

        switch (row.Rule)
        {
            case RuleIds.PermittedHours when WeekText.TryRead(value, out var week):
                rule = rule with { Week = week };
                return true;
            case RuleIds.PublicHoliday when TryDates(value, out var days):
                rule = rule with { ClosedDays = days };
                return true;
            case RuleIds.OfferCap when string.Equals(value, "quarter", StringComparison.OrdinalIgnoreCase):
                rule = rule with { IsQuarterly = true };
                return true;
            case RuleIds.Immaterial when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount):
                rule = rule with { Number = amount };
                return true;
            case RuleIds.DailyCap or RuleIds.WeeklyCap or RuleIds.RollingCap or RuleIds.RestAfterConversation or RuleIds.Spacing or RuleIds.ThanksSeldom
                or RuleIds.OfferCap or RuleIds.NeedlessReminder
                when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 366:
                rule = rule with { Number = number };
                return true;
            default:
                problem = string.Format(CultureInfo.InvariantCulture, "Rule '{0}' cannot take the value '{1}'.", row.Rule, value);
                return false;
        }
    }

    /// <summary>Both rules at once: the tighter of each.</summary>
    public HouseRule And(HouseRule other) => this with
    {
        Mode = Mode is null || other.Mode > Mode ? other.Mode ?? Mode : Mode,
        Week = Week is null ? other.Week : other.Week is null ? Week : [.. Week.Zip(other.Week, Both)],
        ClosedDays = [.. ClosedDays, .. other.ClosedDays],
        Number = Tighter(Number, other.Number),
        IsQuarterly = IsQuarterly || other.IsQuarterly,
    };

    private int? Tighter(int? a, int? b) =>
        a is null || b is null ? a ?? b
        : RuleId is RuleIds.RestAfterConversation or RuleIds.Spacing or RuleIds.Immaterial or RuleIds.ThanksSeldom or RuleIds.OfferCap ? Math.Max(a.Value, b.Value)
        : Math.Min(a.Value, b.Value);

    private static IReadOnlyList<DayWindow>? Both(IReadOnlyList<DayWindow>? a, IReadOnlyList<DayWindow>? b) =>
        a is null || b is null ? a ?? b : DayWindow.Intersect(a, b);

    private static bool TryDates(string text, out List<CalendarDate> days)
    {
        days = [];
        foreach (var part in text.Split(','))
        {
            if (!CalendarDate.TryParse(part.Trim(), out var day))
            {
                return false;
            }

            days.Add(day);
        }

        return true;
    }
}
