using System;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>What a steward said of two records: the same customer, or different ones. It holds for ever and outweighs any score.</summary>
internal sealed class StewardDecision
{
    /// <param name="leftKey">Key of one record; the order does not matter.</param>
    /// <exception cref="ArgumentException">Both keys are one.</exception>
    public StewardDecision(string leftKey, string rightKey, bool same)
    {
        var order = string.CompareOrdinal(leftKey, rightKey);
        if (order == 0)
        {
            throw new ArgumentException($"A decision is about two records, not about '{leftKey}' and itself.", nameof(rightKey));
        }

        LeftKey = order < 0 ? leftKey : rightKey;
        RightKey = order < 0 ? rightKey : leftKey;
        Same = same;
    }

    /// <summary>The smaller key, by ordinal.</summary>
    public string LeftKey { get; }

    public string RightKey { get; }

    public bool Same { get; }
}
