using System;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>Two records of a group of which a steward spoke, by their places in it.</summary>
internal readonly record struct StewardRule(int Left, int Right) : IComparable<StewardRule>
{
    public int CompareTo(StewardRule other) => Left != other.Left ? Left.CompareTo(other.Left) : Right.CompareTo(other.Right);
}
