using System;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Likeness of two words, 0 to 1, by the letters that they share nearly in place; beginnings count more.</summary>
/// <remarks>Jaro 1989 (JASA 84:414–420), Winkler 1990 (Proceedings of the Section on Survey Research Methods, 354–359): prefix of at most four letters, scale 0.1.</remarks>
internal static class JaroWinkler
{
    private const int LongestPrefix = 4;
    private const double PrefixScale = 0.1;

    // letters beyond take no part: matched letters are kept in the bits of a word
    private const int Longest = 64;

    public static double Of(string left, string right)
    {
        // letters are matched greedily from the first word's side, which is not quite symmetric: the order of the words decides which is first
        if (string.CompareOrdinal(left, right) > 0)
        {
            var first = right;
            right = left;
            left = first;
        }

        var jaro = Jaro(left, right);
        var prefix = 0;
        var longest = Math.Min(LongestPrefix, Math.Min(left.Length, right.Length));
        while (prefix < longest && left[prefix] == right[prefix]) prefix++;

        return jaro + (prefix * PrefixScale * (1 - jaro));
    }

    private static double Jaro(string left, string right)
    {
        var leftLength = Math.Min(left.Length, Longest);
        var rightLength = Math.Min(right.Length, Longest);
        if (leftLength == 0 || rightLength == 0) return leftLength == rightLength ? 1 : 0;

        var window = Math.Max(0, (Math.Max(leftLength, rightLength) / 2) - 1);
        ulong leftMatched = 0;
        ulong rightMatched = 0;
        var matches = 0;
        for (var at = 0; at < leftLength; at++)
        {
            var last = Math.Min(rightLength - 1, at + window);
            for (var other = Math.Max(0, at - window); other <= last; other++)
            {
                if ((rightMatched >> other & 1) != 0 || left[at] != right[other]) continue;

                leftMatched |= 1UL << at;
                rightMatched |= 1UL << other;
                matches++;
                break;
            }
        }

        if (matches == 0) return 0;

        double common = matches;
        var transpositions = OutOfOrder(left, leftMatched, right, rightMatched) / 2;
        return ((common / leftLength) + (common / rightLength) + ((common - transpositions) / common)) / 3;
    }

    private static int OutOfOrder(string left, ulong leftMatched, string right, ulong rightMatched)
    {
        var outOfOrder = 0;
        var other = 0;
        for (var at = 0; leftMatched >> at != 0; at++)
        {
            if ((leftMatched >> at & 1) != 0)
            {
                while ((rightMatched >> other & 1) == 0) other++;

                if (left[at] != right[other]) outOfOrder++;

                other++;
            }

            if (at == Longest - 1) break;
        }

        return outOfOrder;
    }
}
