using Crm.Extensions.CustomerView.Identity.Clustering;

namespace Crm.Extensions.Cli.Unify;

/// <summary>Two records that a steward should judge.</summary>
/// <param name="Reason">Why a pair that matches was kept apart; null where it is merely not sure.</param>
internal readonly record struct ReviewPair(int Left, int Right, ApartReason? Reason);
