using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Recognition;

/// <summary>Somebody greeted a customer by name or treated him as he likes.</summary>
/// <param name="Id">The same id counts once.</param>
/// <param name="IsRefuted">The customer or a check said that it was not so.</param>
/// <param name="HasActivity">Whether an activity that we have on record shows that the two met.</param>
internal sealed record RecognitionFact(string Id, string CustomerId, CalendarDate On, RecognitionVerifier Verifier, bool IsRefuted = false, bool HasActivity = true)
{
    /// <summary>The customer or a check said that it was so.</summary>
    public bool IsConfirmed => !IsRefuted && Verifier != RecognitionVerifier.None;
}

/// <summary>
/// How many recognitions count for one worker. What a customer or a check has confirmed counts. What nobody has looked at counts by the share of the
/// checked ones that were true: where chance found none false, all of them; where it found half of them false, half; where nothing was checked, none.
/// </summary>
/// <remarks>One customer counts once a day, however often and by whomever it is written down. Without an activity on record nothing counts. Pure.</remarks>
/// <param name="Recorded">Once a customer and day, with an activity.</param>
/// <param name="Confirmed">Of these, by the customer or a check.</param>
/// <param name="Refuted">Of these, found untrue.</param>
/// <param name="Checked">Checks of the sample that were made.</param>
/// <param name="Share">Of the checks, those that confirmed: 0 to 1, six decimals; 0 where there were none.</param>
/// <param name="Counted">What counts, two decimals.</param>
internal sealed record RecognitionCredit(int Recorded, int Confirmed, int Refuted, int Checked, decimal Share, decimal Counted)
{
    /// <param name="meetings">What <see cref="Meetings"/> found.</param>
    public static RecognitionCredit Of(IReadOnlyCollection<RecognitionFact> meetings)
    {
        var checks = meetings.Where(fact => fact.Verifier == RecognitionVerifier.Sample).ToList();
        var confirmed = meetings.Count(fact => fact.IsConfirmed);
        var refuted = meetings.Count(fact => fact.IsRefuted);
        var share = checks.Count == 0 ? 0 : Math.Round((decimal)checks.Count(fact => fact.IsConfirmed) / checks.Count, 6);
        var counted = Math.Round(confirmed + (share * (meetings.Count - confirmed - refuted)), 2, MidpointRounding.AwayFromZero);
        return new RecognitionCredit(meetings.Count, confirmed, refuted, checks.Count, share, counted);
    }

    /// <summary>One for each customer and day on which an activity shows that they met, in order of customers and days.</summary>
    /// <param name="facts">Of one worker and one period; their order does not matter.</param>
    public static IReadOnlyList<RecognitionFact> Meetings(IEnumerable<RecognitionFact> facts) =>
    [
        .. facts.Where(fact => fact.HasActivity)
            .GroupBy(fact => fact.Id, StringComparer.Ordinal).Select(Telling)
            .GroupBy(fact => new { fact.CustomerId, fact.On }).Select(Telling)
            .OrderBy(fact => fact.CustomerId, StringComparer.Ordinal).ThenBy(fact => fact.On),
    ];

    // of several the one that somebody looked at speaks for all: an untrue one first, else writing the same down twice would pay
    private static RecognitionFact Telling(IEnumerable<RecognitionFact> same) => same
        .OrderByDescending(fact => fact.IsRefuted)
        .ThenByDescending(fact => fact.Verifier == RecognitionVerifier.Sample)
        .ThenByDescending(fact => fact.Verifier == RecognitionVerifier.Customer)
        .ThenBy(fact => fact.Id, StringComparer.Ordinal)
        .ThenBy(fact => fact.CustomerId, StringComparer.Ordinal)
        .ThenBy(fact => fact.On)
        .First();
}
