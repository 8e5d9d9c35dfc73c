namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Whether two words or phrases are one but for typing errors.</summary>
internal static class Likeness
{
    private const int ShortestWithTypo = 3;
    private const int LongWord = 8;
    private const double NearLikeness = 0.84;
    private const int MostApart = 5;

    /// <summary>Close: one error, or two in a long word. Near: two errors, or much alike by Jaro–Winkler. Else different.</summary>
    public static AgreementLevel Of(string left, string right)
    {
        var shorter = left.Length < right.Length ? left.Length : right.Length;
        if (shorter < ShortestWithTypo) return AgreementLevel.Different;

        if (!IsPossible(left, right)) return AgreementLevel.Different;

        var errors = DamerauLevenshtein.Of(left, right, 2);
        if (errors <= 1 || (errors == 2 && shorter >= LongWord)) return AgreementLevel.Close;
        if (errors == 2 && shorter > ShortestWithTypo) return AgreementLevel.Near;
        return JaroWinkler.Of(left, right) >= NearLikeness ? AgreementLevel.Near : AgreementLevel.Different;
    }

    /// <summary>Whether it is worth looking closer: an error changes at most two of the letters present, and what is nearly the same shares most of its letters.</summary>
    internal static bool IsPossible(string left, string right) => Apart(Letters(left), Letters(right)) <= MostApart;

    // a bit for each letter that the word has
    private static uint Letters(string word)
    {
        uint present = 0;
        foreach (var letter in word) present |= 1u << (letter & 31);
        return present;
    }

    private static int Apart(uint left, uint right)
    {
        var bits = left ^ right;
        var count = 0;
        for (; bits != 0; bits &= bits - 1) count++;
        return count;
    }
}
