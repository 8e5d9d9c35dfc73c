namespace Crm.Extensions.Cli.Unify;

/// <summary>Connected components, each named by its first record.</summary>
internal sealed class UnionFind
{
    private readonly int[] root;

    public UnionFind(int count)
    {
        root = new int[count];
        for (var record = 0; record < count; record++) root[record] = record;
    }

    public int Find(int record)
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
        left = Find(left);
        right = Find(right);
        if (left < right) root[right] = left;
        else root[left] = right;
    }

    /// <summary>Per record the first record of its component.</summary>
    public int[] Roots()
    {
        for (var record = 0; record < root.Length; record++) root[record] = Find(record);
        return root;
    }
}
