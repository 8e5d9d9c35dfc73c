using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>A question that may be put to the customer, and why.</summary>
internal sealed record Question(Topic Topic, Knowledge Why);

/// <summary>What may be asked of a customer for a purpose, and what was asked already, by whichever department.</summary>
internal sealed class QuestionList
{
    private QuestionList(IReadOnlyList<Question> ask, IReadOnlyList<Question> asked)
    {
        Ask = ask;
        Asked = asked;
    }

    /// <summary>Missing, expired or contradictory, in the order of the topics.</summary>
    public IReadOnlyList<Question> Ask { get; }

    /// <summary>Answered, declined, or not known to the customer: not to be asked, also where the caller may not see the answer.</summary>
    public IReadOnlyList<Question> Asked { get; }

    public static QuestionList Of(IReadOnlyList<Topic> topics, ILookup<string, FactRecord> facts, UseOfData use, DateTime atUtc)
    {
        var ask = new List<Question>();
        var asked = new List<Question>();
        foreach (var topic in topics.Where(topic => topic.Serves(use)).OrderBy(topic => topic.Order).ThenBy(topic => topic.Code, StringComparer.Ordinal))
        {
            var standing = FactStanding.Of([.. facts[topic.Code]], atUtc);
            (standing.MayAsk ? ask : asked).Add(new Question(topic, standing.Knowledge));
        }

        return new QuestionList(ask, asked);
    }
}
