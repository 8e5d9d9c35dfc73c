using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>What the rows of one topic of one customer are to be marked with.</summary>
/// <param name="SupersededBy">The first fact that took its place; null: it stands.</param>
internal sealed record FactMark(FactRecord Fact, bool Repeated, FactRecord? SupersededBy)
{
    /// <summary>Whether the row says otherwise.</summary>
    public bool IsNew => Repeated != Fact.Repeated || SupersededBy?.Id != Fact.SupersededBy || (SupersededBy?.RecordedUtc != Fact.SupersededUtc);
}

/// <summary>Which facts were asked twice, and which took the place of which, whatever the order in which they arrived.</summary>
internal static class FactHistory
{
    private const int UnknownDays = 30;

    public static IReadOnlyList<FactMark> Marks(IReadOnlyList<FactRecord> facts)
    {
        var ordered = facts.OrderBy(fact => fact.RecordedUtc).ThenBy(fact => fact.Id).ToList();
        return [.. ordered.Select((fact, place) => new FactMark(
            fact,
            IsRepeat(fact, ordered.GetRange(0, place)),
            ordered.Skip(place + 1).FirstOrDefault(later => FactStanding.Supersedes(later, fact))))];
    }

    /// <summary>
    /// The customer had to say what was known, declined or known to be unknown to him. Not where he was asked to confirm or was authenticated, not
    /// twice in one conversation, and not what we saw, worked out or heard from others.
    /// </summary>
    /// <param name="before">What was on record of the topic.</param>
    public static bool IsRepeat(FactRecord fact, IReadOnlyList<FactRecord> before) =>
        fact.Source == FactSource.Said
        && !fact.WasConfirming
        && !FactStanding.Of([.. before.Where(other => other.Id != fact.Id && !fact.SharesConversationWith(other))], fact.RecordedUtc).MayAsk;

    /// <summary>When a fact ceases to hold; null: never. What was declined is declined for good; who did not know may be asked after a month.</summary>
    public static DateTime? ExpiryOf(FactAnswer answer, int validDays, DateTime sinceUtc) => answer switch
    {
        FactAnswer.Declined => null,
        FactAnswer.Unknown => sinceUtc.AddDays(validDays > 0 ? Math.Min(validDays, UnknownDays) : UnknownDays),
        _ => validDays > 0 ? sinceUtc.AddDays(validDays) : null,
    };

}
