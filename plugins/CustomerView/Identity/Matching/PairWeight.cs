namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>What two records say of each other, in short.</summary>
/// <param name="Weight">Log2 odds that they are one customer, the prior included; six decimals.</param>
/// <param name="Support">Log2 likelihood ratio of their fields alone: below 0 they contradict each other.</param>
/// <param name="Conflict">Why they can't be one, whatever they weigh.</param>
internal readonly record struct PairWeight(double Weight, double Support, Conflict Conflict);
