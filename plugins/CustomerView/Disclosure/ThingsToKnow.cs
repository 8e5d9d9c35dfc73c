using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Facts;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>What serves the customer most at this moment, the most important first; made of nothing but what the card may show.</summary>
/// <remarks>His safety, then what makes it easier for him, what he waits for, what he was made to repeat, whether we have just been in touch, and his wishes.</remarks>
internal static class ThingsToKnow
{
    private const string Accessibility = "accessibility";
    private const int RecentDays = 30;

    public static IEnumerable<CardThing> Of(CardFile card, IReadOnlyList<KnownTopic> visible, CardSubject subject, CardQuestion question, CardWords words)
    {
        foreach (var known in visible.Where(known => known.Topic.Category == DataCategory.Health)) yield return words.Thing(known);
        foreach (var known in visible.Where(known => known.Topic.Code == Accessibility)) yield return words.Thing(known);
        if (card.Cases is { Count: > 0 } cases) yield return words.WaitsFor(cases);
        if (card.Promises is { Count: > 0 } promises) yield return words.Promised(promises[0]);
        if (Repeated(subject, question) is { } repeated) yield return words.MadeToRepeat(repeated);
        if (card.Contacts is { Count: > 0 } contacts) yield return words.InTouch(contacts[0]);
        foreach (var known in visible.Where(known => known.Topic.Category != DataCategory.Health && known.Topic.Code != Accessibility).OrderBy(Rank)) yield return words.Thing(known);
    }

    private static Topic? Repeated(CardSubject subject, CardQuestion question) => subject.Topics
        .Where(topic => topic.Serves(question.Use))
        .FirstOrDefault(topic => subject.Facts[topic.Code].Any(fact => fact.Repeated && fact.RecordedUtc > question.NowUtc.AddDays(-RecentDays)));

    private static int Rank(KnownTopic known) => (known.Topic.Category == DataCategory.Preference ? 0 : 10_000) + Math.Min(known.Topic.Order, 9_999);
}
