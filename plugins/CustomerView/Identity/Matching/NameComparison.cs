using System;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>How two given names, or two family names, agree.</summary>
internal static class NameComparison
{
    public static AgreementLevel Given(NameParts left, NameParts right)
    {
        if (left.IsMissing || right.IsMissing) return AgreementLevel.Missing;
        if (string.Equals(left.Text, right.Text, StringComparison.Ordinal)) return AgreementLevel.Exact;
        if (Numbering.TellsApart(left.Text, right.Text)) return AgreementLevel.Different;

        var like = Likeness.Of(left.Text, right.Text);
        if (like == AgreementLevel.Close) return like;

        var shared = Shared(left.Words, right.Words);
        if (shared == Math.Min(left.Words.Length, right.Words.Length)) return AgreementLevel.Partial;
        if (Shared(left.Meanings, right.Meanings) > 0 && shared == 0) return AgreementLevel.Equivalent;
        if (shared > 0) return AgreementLevel.Slight;
        if (IsInitial(left.Words[0], right.Words[0])) return AgreementLevel.Initial;
        return like == AgreementLevel.Near || AnyLike(left.Words, right.Words) ? AgreementLevel.Near : AgreementLevel.Different;
    }

    public static AgreementLevel Family(NameParts left, NameParts right)
    {
        if (left.IsMissing || right.IsMissing) return AgreementLevel.Missing;
        if (string.Equals(left.Text, right.Text, StringComparison.Ordinal)) return AgreementLevel.Exact;
        if (Numbering.TellsApart(left.Text, right.Text)) return AgreementLevel.Different;

        var several = left.Words.Length > 1 || right.Words.Length > 1;
        var shared = several ? Shared(left.Words, right.Words) : 0;
        if (shared > 0 && shared == left.Words.Length && shared == right.Words.Length) return AgreementLevel.Swapped;

        var like = Likeness.Of(left.Text, right.Text);
        if (like == AgreementLevel.Close) return like;
        if (shared > 0) return shared == Math.Min(left.Words.Length, right.Words.Length) ? AgreementLevel.Partial : AgreementLevel.Slight;
        if (IsInitial(left.Words[0], right.Words[0])) return AgreementLevel.Initial;
        return like == AgreementLevel.Near || (several && AnyLike(left.Words, right.Words)) ? AgreementLevel.Near : AgreementLevel.Different;
    }

    /// <summary>Whether two given names are of two people: not even a bad typing error, an initial or a pet name makes one of the other.</summary>
    public static bool AreUnlike(NameParts left, NameParts right)
    {
        const double farApart = 0.7;
        foreach (var one in left.Words)
        {
            foreach (var other in right.Words)
            {
                if (one[0] == other[0] || JaroWinkler.Of(one, other) >= farApart) return false;
            }
        }

        return !left.IsMissing && !right.IsMissing && Shared(left.Meanings, right.Meanings) == 0;
    }

    private static int Shared(string[] left, string[] right)
    {
        var shared = 0;
        foreach (var word in left)
        {
            if (Array.IndexOf(right, word) >= 0) shared++;
        }

        return shared;
    }

    private static bool AnyLike(string[] left, string[] right)
    {
        if (left.Length == 1 && right.Length == 1) return false;

        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (Likeness.Of(one, other) != AgreementLevel.Different) return true;
            }
        }

        return false;
    }

    private static bool IsInitial(string left, string right) => (left.Length == 1 || right.Length == 1) && left[0] == right[0];
}
