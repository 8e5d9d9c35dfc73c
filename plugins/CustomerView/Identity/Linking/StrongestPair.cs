using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>The pair that shows best why a link belongs to its cluster.</summary>
internal sealed class StrongestPair
{
    private const int Places = 6;
    private const int MostLetters = 4000;

    public StrongestPair(PairScore score) => Score = score;

    public PairScore Score { get; }

    /// <summary>Null where the link is alone, or tied by nothing but a person's word.</summary>
    public static StrongestPair? Of(KnownLink link, IReadOnlyList<KnownLink> cluster, LinkGraph graph)
    {
        var best = cluster
            .Where(other => other.Id != link.Id)
            .Select(other => graph.Score(link, other))
            .Where(score => score is not null)
            .OrderByDescending(score => score!.Weight)
            .FirstOrDefault();
        return best is null ? null : new StrongestPair(best);
    }

    /// <summary>0 to 1, to six decimals.</summary>
    public decimal Probability() => Math.Round((decimal)Score.Probability, Places);

    /// <summary>What each field contributed, in words.</summary>
    public string Explain(Language language)
    {
        var text = ContributionText.Write(Score, language);
        return text.Length <= MostLetters ? text : text.Substring(0, MostLetters);
    }
}
