using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Notice of a decrease: delivered at least so many calendar days before it takes effect.</summary>
/// <remarks>The day of delivery is not counted: told on the 1st, with 30 days' notice, a decrease may take effect on the 31st.</remarks>
internal static class DecreaseNotice
{
    /// <summary>The day on which the customer was told; null where no notice of this change is recorded as delivered.</summary>
    public static CalendarDate? Delivered(LimitChange change) =>
        change.Notice is { Concerns: true, IsNotice: true, Delivered: true } notice && notice.On <= change.Today ? notice.On : null;

    /// <summary>What the contact that is named as the notice lacks to be one; null where none is named.</summary>
    public static string? Lack(LimitChange change) => change.Notice switch
    {
        null => null,
        { Concerns: false } => "NoticeOfAnother",
        { IsNotice: false } => "NoticeOfAnotherPurpose",
        _ => "NoticeNotDelivered",
    };

    /// <returns>The first day on which the decrease may take effect; where nobody was told yet, as if he were told today.</returns>
    public static CalendarDate Judge(LimitChange change, LimitDecreaseTerms terms, LimitFindings findings)
    {
        var days = terms.NoticeDays;
        if (Delivered(change) is not { } told)
        {
            var earliest = change.Today.AddDays(days);
            findings.Object(RuleIds.LimitNotice, terms.Source, Lack(change) ?? "NoticeMissing", earliest, days);
            return earliest;
        }

        var first = told.AddDays(days);
        if (change.EffectiveOn < first)
        {
            findings.Object(RuleIds.LimitNotice, terms.Source, "NoticeShort", told, told.DaysUntil(change.EffectiveOn), days, first);
        }
        else
        {
            findings.Note(RuleIds.LimitNotice, terms.Source, "NoticeGiven", told, told.DaysUntil(change.EffectiveOn), days);
        }

        return first;
    }
}
