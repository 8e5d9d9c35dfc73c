namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Whether two words or phrases are one but for typing errors.</summary>
internal static class Likeness
{
    private const int ShortestWithTypo = 3;
    private const int LongWord = 8;
    private const double NearLikeness = 0.84;

    /// <summary>Close: one error, or two in a long word. Near: two errors, or much alike by Jaro–Winkler. Else different.</summary>
    public static AgreementLevel Of(string left, string right)
    {
        var shorter = left.Length < right.Length ? left.Length : right.Length;
        if (shorter < ShortestWithTypo) return AgreementLevel.Different;

        var errors = DamerauLevenshtein.Of(left, right, 2);
        if (errors <= 1 || (errors == 2 && shorter >= LongWord)) return AgreementLevel.Close;
        if (errors == 2 && shorter > ShortestWithTypo) return AgreementLevel.Near;
        return JaroWinkler.Of(left, right) >= NearLikeness ? AgreementLevel.Near : AgreementLevel.Different;
    }
}
