using System;

namespace Crm.Extensions.CustomerView.Identity.Clustering;

/// <summary>Connected components of a group's records.</summary>
internal sealed class UnionOfPlaces
{
    private readonly int[] root;

    public UnionOfPlaces(int count)
    {
        root = new int[count];
        for (var record = 0; record < count; record++)
        {
            root[record] = record;
        }
    }

    /// <summary>The first record of a record's component.</summary>
    public int Of(int record)
    {
        while (root[record] != record)
        {
            root[record] = root[root[record]];
            record = root[record];
        }

        return record;
    }

    public void Join(int left, int right)
    {
        left = Of(left);
        right = Of(right);
        root[Math.Max(left, right)] = Math.Min(left, right);
    }
}
