using System;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Typing errors between two words: letters inserted, left out, replaced, or two neighbours exchanged, each one error.</summary>
/// <remarks>The restricted distance (optimal string alignment): no letter is changed twice. Damerau 1964 (CACM 7:171–176), Levenshtein 1966.</remarks>
internal static class DamerauLevenshtein
{
    private const int Longest = 64;

    // three rows, one after the other; each thread has its own, so that nothing is allocated for a pair
    [ThreadStatic]
    private static int[]? rows;

    /// <summary>The number of errors, or <paramref name="limit"/> + 1 where there are more.</summary>
    /// <param name="limit">Errors from which nobody cares how many there are.</param>
    public static int Of(string left, string right, int limit)
    {
        var leftLength = Math.Min(left.Length, Longest);
        var rightLength = Math.Min(right.Length, Longest);
        if (Math.Abs(leftLength - rightLength) > limit) return limit + 1;

        const int width = Longest + 1;
        var cells = rows ??= new int[3 * width];
        var before = 0;
        var above = width;
        var current = 2 * width;
        for (var at = 0; at <= rightLength; at++) cells[above + at] = at;

        for (var row = 1; row <= leftLength; row++)
        {
            cells[current] = row;
            var least = row;
            for (var column = 1; column <= rightLength; column++)
            {
                var same = left[row - 1] == right[column - 1];
                var cost = Math.Min(Math.Min(cells[above + column], cells[current + column - 1]) + 1, cells[above + column - 1] + (same ? 0 : 1));
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    cost = Math.Min(cost, cells[before + column - 2] + 1);
                }

                cells[current + column] = cost;
                if (cost < least) least = cost;
            }

            if (least > limit) return limit + 1;

            var oldest = before;
            before = above;
            above = current;
            current = oldest;
        }

        return Math.Min(cells[above + rightLength], limit + 1);
    }
}
