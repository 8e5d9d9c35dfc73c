using System;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>Two records of a group that score as a match, by their places in it; the strongest first, ties by place.</summary>
internal readonly record struct GroupEdge(int Left, int Right, double Weight) : IComparable<GroupEdge>
{
    public int CompareTo(GroupEdge other) =>
        Weight != other.Weight ? other.Weight.CompareTo(Weight)
        : Left != other.Left ? Left.CompareTo(other.Left)
        : Right.CompareTo(other.Right);
}
