using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>A steward's decisions about the records of one group, by their places in it.</summary>
/// <remarks>
/// Decisions may contradict each other: a is b, b is c, a is not c. "Different" then wins, since showing one person another's affairs is the worse mistake; the
/// "same" that cannot be kept is the last one in the order of keys, and it is named in <see cref="GroupPartition.Contradictions"/>.
/// </remarks>
internal sealed class StewardRules
{
    private static readonly StewardRules None = new([], []);

    private StewardRules(List<StewardRule> same, List<StewardRule> different)
    {
        Same = same;
        Different = different;
    }

    /// <summary>In the order of keys, each once.</summary>
    public List<StewardRule> Same { get; }

    public List<StewardRule> Different { get; }

    /// <param name="keys">The group's keys in ordinal order; decisions about others are left aside.</param>
    public static StewardRules Of(string[] keys, IReadOnlyList<StewardDecision> decisions)
    {
        if (decisions.Count == 0)
        {
            return None;
        }

        var same = new SortedSet<StewardRule>();
        var different = new SortedSet<StewardRule>();
        foreach (var decision in decisions)
        {
            var left = Array.BinarySearch(keys, decision.LeftKey, StringComparer.Ordinal);
            var right = Array.BinarySearch(keys, decision.RightKey, StringComparer.Ordinal);
            if (left >= 0 && right >= 0)
            {
                (decision.Same ? same : different).Add(new StewardRule(left, right));
            }
        }

        return new StewardRules([.. same], [.. different]);
    }
}
