using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>One fact that an outside call centre typed in.</summary>
internal sealed record HeardFact(string Company, string Topic, Guid Customer, string Value, string Words);

/// <summary>What one company writes of one topic: its commonest value, and how much of all it is.</summary>
/// <param name="Of">Facts of the topic with a value.</param>
internal sealed record CommonValue(string Company, string Topic, string Value, int Times, int Of)
{
    /// <summary>0 to 1, six decimals.</summary>
    public decimal Share => Math.Round((decimal)Times / Of, 6);
}

/// <summary>The same words, put down for many customers.</summary>
internal sealed record CopiedNote(string Company, string Words, int Customers);

/// <summary>Shows where what call centres type is habit and not hearing: one value for nearly everybody, one note for many.</summary>
internal sealed class HeardReport
{
    /// <summary>So many customers do not say the same thing in the same words by chance.</summary>
    public const int CopiedFrom = 3;

    // "yes" and "no" are everybody's words
    private const int ShortestNote = 12;

    private HeardReport(int facts, IReadOnlyList<CommonValue> values, IReadOnlyList<CopiedNote> notes)
    {
        Facts = facts;
        Values = values;
        Notes = notes;
    }

    public int Facts { get; }

    /// <summary>By company and topic; the greatest share first.</summary>
    public IReadOnlyList<CommonValue> Values { get; }

    /// <summary>The most copied first.</summary>
    public IReadOnlyList<CopiedNote> Notes { get; }

    public static HeardReport Of(IReadOnlyList<HeardFact> facts)
    {
        var values =
            from fact in facts
            where fact.Value.Length > 0
            group fact by Key(fact.Company, fact.Topic) into topic
            let common = topic.GroupBy(fact => FactRecord.Plain(fact.Value), StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(value => value.Count()).ThenBy(value => value.Key, StringComparer.Ordinal).First()
            let first = topic.First()
            select new CommonValue(first.Company, first.Topic, common.Key, common.Count(), topic.Count());
        var notes =
            from fact in facts
            let words = FactRecord.Plain(fact.Words)
            where words.Length >= ShortestNote
            group fact by Key(fact.Company, words) into note
            let customers = note.Select(fact => fact.Customer).Distinct().Count()
            where customers >= CopiedFrom
            select new CopiedNote(note.First().Company, FactRecord.Plain(note.First().Words), customers);
        return new HeardReport(
            facts.Count,
            [.. values.OrderByDescending(value => value.Share).ThenByDescending(value => value.Of).ThenBy(value => value.Company, StringComparer.Ordinal).ThenBy(value => value.Topic, StringComparer.Ordinal)],
            [.. notes.OrderByDescending(note => note.Customers).ThenBy(note => note.Words, StringComparer.Ordinal)]);
    }

#pragma warning disable CA1308 // a key, read by nobody
    private static string Key(string company, string rest) => company.ToLowerInvariant() + "\n" + rest.ToLowerInvariant();
#pragma warning restore CA1308
}
