namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>How far a customer may grow by likeness alone. Not weights: they hold for every tenant and are no part of a trained model.</summary>
internal static class ClusterGuards
{
    /// <summary>Groups above this size are parted along their weakest edges first, since every pair inside a group is judged.</summary>
    public const int LargestGroup = 400;

    /// <summary>Up to so many records a customer grows by ordinary cohesion; beyond, <see cref="MatchingShareOfLarge"/> is asked.</summary>
    public const int OrdinarySize = 40;

    /// <summary>Of all pairs across two clusters that become one, the least share that must not contradict itself.</summary>
    /// <remarks>One ambiguous record links father and son; the pairs across then speak against it. What is missing speaks neither for nor against.</remarks>
    public const double SupportingShare = 0.5;

    /// <summary>Of all pairs across two clusters that become a large one, the least share that must match by itself.</summary>
    public const double MatchingShareOfLarge = 0.75;

    /// <summary>Whether what lies across two clusters lets them be one.</summary>
    /// <param name="pairs">Pairs across: the product of their sizes.</param>
    /// <param name="supporting">Those whose fields do not contradict each other.</param>
    /// <param name="matching">Those that match by themselves.</param>
    /// <param name="size">Records in both.</param>
    public static ApartReason? Judge(int pairs, int supporting, int matching, int size) =>
        size > OrdinarySize && matching < pairs * MatchingShareOfLarge ? ApartReason.Size
        : supporting < pairs * SupportingShare ? ApartReason.Cohesion
        : null;
}
