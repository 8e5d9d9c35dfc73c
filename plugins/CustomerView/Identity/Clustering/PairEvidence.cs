namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>What two records of a group say of each other; the same whichever is asked first.</summary>
/// <param name="Weight">Log2 odds that they are one customer, the prior included.</param>
/// <param name="Support">Log2 likelihood ratio of their fields alone, the prior left out: below 0 they contradict each other; 0 where all is missing.</param>
/// <param name="Conflict">Exclusive identifiers forbid that they are one, whatever they weigh.</param>
internal readonly record struct PairEvidence(double Weight, double Support, bool Conflict);
