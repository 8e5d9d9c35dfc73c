using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>The topics that ship: what the departments of most houses ask their customers.</summary>
internal static class TopicCatalogue
{
    private static readonly Lazy<IReadOnlyList<Topic>> All = new(() => [.. ShippedFile.Read<TopicFile>("Facts.Topics.json").Topics.Select(Read)]);

    public static IReadOnlyList<Topic> Shipped => All.Value;

    private static Topic Read(TopicEntry entry) => new(entry.Code, Word<DataCategory>(entry, entry.Category), Word<Sensitivity>(entry, entry.Sensitivity))
    {
        Name = entry.Name,
        NameSpanish = entry.NameSpanish,
        QuestionEnglish = entry.QuestionEnglish,
        QuestionSpanish = entry.QuestionSpanish,
        ValidDays = entry.ValidDays,
        Uses = Topic.ReadUses(entry.Uses),
        IsDocument = entry.Document,
        Order = entry.Order,
    };

    private static TWord Word<TWord>(TopicEntry entry, string text)
        where TWord : struct, Enum =>
        Words.TryRead<TWord>(text, out var word) ? word : throw new FormatException("Topic " + entry.Code + ": '" + text + "' is none of " + string.Join(", ", Words.All<TWord>()) + ".");
}
