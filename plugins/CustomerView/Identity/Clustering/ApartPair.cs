namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>The strongest pair across two clusters that stayed apart, by its records' places in the group.</summary>
internal readonly record struct ApartPair(int Left, int Right, ApartReason Reason);
