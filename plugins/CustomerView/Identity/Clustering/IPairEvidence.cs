namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>Judges any two records of a group, by their places in it.</summary>
internal interface IPairEvidence
{
    PairEvidence Of(int left, int right);
}
