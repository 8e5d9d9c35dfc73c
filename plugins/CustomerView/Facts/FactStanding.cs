using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.CustomerView.Facts;

/// <summary>What is known of a topic.</summary>
internal enum Knowledge
{
    Missing,
    Known,
    Declined,
    Unknown,
    Expired,

    /// <summary>Two places say different things, and both still hold.</summary>
    Contradictory,
}

/// <summary>How a topic of a customer stands at an instant: what is known, and whether he may be asked.</summary>
/// <remarks>
/// What the customer tells us himself supersedes all that was known before; anything else supersedes only what came from the same place. Whether the
/// marks on the rows have been written yet makes no difference. "I do not know" supersedes nothing, and a customer who declined is not asked again.
/// </remarks>
internal sealed class FactStanding
{
    public static readonly FactStanding Nothing = new(Knowledge.Missing, null);

    private FactStanding(Knowledge knowledge, FactRecord? fact)
    {
        Knowledge = knowledge;
        Fact = fact;
    }

    public Knowledge Knowledge { get; }

    /// <summary>The latest word on it; null where there is none.</summary>
    public FactRecord? Fact { get; }

    /// <summary>Only what is missing, expired or contradictory is asked.</summary>
    public bool MayAsk => Knowledge is Knowledge.Missing or Knowledge.Expired or Knowledge.Contradictory;

    /// <param name="facts">All that is on record of one topic of one customer, in any order.</param>
    public static FactStanding Of(IReadOnlyList<FactRecord> facts, DateTime atUtc)
    {
        var heard = facts.Where(fact => fact.RecordedUtc <= atUtc).ToList();
        var standing = heard.Where(fact => !heard.Exists(later => Supersedes(later, fact))).ToList();
        if (standing.Count == 0) return Nothing;

        var valid = standing.Where(fact => !fact.IsExpiredAt(atUtc)).ToList();
        if (valid.Count == 0) return new FactStanding(Knowledge.Expired, Latest(standing));

        var given = valid.Where(fact => fact.Answer == FactAnswer.Given).ToList();
        var last = Latest(valid.Where(fact => fact.Answer != FactAnswer.Unknown));
        if (last is null) return new FactStanding(Knowledge.Unknown, Latest(valid));
        if (last.Answer == FactAnswer.Declined) return new FactStanding(Knowledge.Declined, last);
        if (given.Exists(fact => !fact.SharesOriginWith(last) && !fact.SaysTheSameAs(last))) return new FactStanding(Knowledge.Contradictory, last);

        return new FactStanding(Knowledge.Known, last);
    }

    /// <summary>Whether a fact takes the place of another one of the same topic.</summary>
    public static bool Supersedes(FactRecord later, FactRecord earlier) =>
        later.Answer != FactAnswer.Unknown && later.IsLaterThan(earlier) && (later.IsOwnWord || later.SharesOriginWith(earlier));

    private static FactRecord? Latest(IEnumerable<FactRecord> facts)
    {
        FactRecord? latest = null;
        foreach (var fact in facts)
        {
            if (latest is null || fact.IsLaterThan(latest)) latest = fact;
        }

        return latest;
    }
}
