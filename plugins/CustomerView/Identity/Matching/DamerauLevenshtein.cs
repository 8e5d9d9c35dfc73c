using System;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Typing errors between two words: letters inserted, left out, replaced, or two neighbours exchanged, each one error.</summary>
/// <remarks>
/// The restricted distance (optimal string alignment): no letter is changed twice. Damerau 1964 (CACM 7:171–176), Levenshtein 1966. A column of the table is kept
/// as the bits in which it rises and falls, so that a letter costs a dozen instructions whatever the word's length: Myers 1999 (JACM 46:395–415), with neighbours
/// exchanged: Hyyrö 2003 (Nordic Journal of Computing 10:29–39).
/// </remarks>
internal static class DamerauLevenshtein
{
    private const int Longest = 64;
    private const int Ascii = 128;

    // per letter the places where the first word has it; each thread has its own, empty between two words, so that nothing is allocated for a pair
    [ThreadStatic]
    private static ulong[]? places;

    /// <summary>The number of errors, or <paramref name="limit"/> + 1 where there are more.</summary>
    /// <param name="limit">Errors from which nobody cares how many there are.</param>
    public static int Of(string left, string right, int limit)
    {
        var leftEnd = Math.Min(left.Length, Longest);
        var rightEnd = Math.Min(right.Length, Longest);
        if (Math.Abs(leftEnd - rightEnd) > limit) return limit + 1;

        // what both begin or end with costs nothing
        var start = 0;
        while (start < leftEnd && start < rightEnd && left[start] == right[start]) start++;
        while (leftEnd > start && rightEnd > start && left[leftEnd - 1] == right[rightEnd - 1])
        {
            leftEnd--;
            rightEnd--;
        }

        if (leftEnd == start || rightEnd == start) return Math.Min(leftEnd + rightEnd - start - start, limit + 1);

        if (!IsAscii(left, start, leftEnd) || !IsAscii(right, start, rightEnd)) return Math.Min(Table(left, right, start, leftEnd, rightEnd), limit + 1);

        var table = places ??= new ulong[Ascii];
        for (var at = start; at < leftEnd; at++) table[left[at]] |= 1UL << (at - start);
        var errors = Count(table, right, start, leftEnd, rightEnd, limit);
        for (var at = start; at < leftEnd; at++) table[left[at]] = 0;
        return Math.Min(errors, limit + 1);
    }

    private static int Count(ulong[] table, string right, int start, int leftEnd, int rightEnd, int limit)
    {
        var last = 1UL << (leftEnd - start - 1);
        var errors = leftEnd - start;
        var rises = ulong.MaxValue;
        ulong falls = 0;
        ulong diagonal = 0;
        ulong before = 0;
        for (var at = start; at < rightEnd; at++)
        {
            var same = table[right[at]];
            var exchanged = ((~diagonal & same) << 1) & before;
            diagonal = (unchecked((same & rises) + rises) ^ rises) | same | falls | exchanged;
            var more = falls | ~(diagonal | rises);
            var fewer = diagonal & rises;
            if ((more & last) != 0) errors++;
            else if ((fewer & last) != 0) errors--;

            // every letter to come takes away one error at most
            if (errors - (rightEnd - 1 - at) > limit) return limit + 1;

            more = (more << 1) | 1;
            fewer <<= 1;
            rises = fewer | ~(diagonal | more);
            falls = diagonal & more;
            before = same;
        }

        return errors;
    }

    /// <summary>The table itself, row by row, for the rare words with letters beyond ASCII.</summary>
    private static int Table(string left, string right, int start, int leftEnd, int rightEnd)
    {
        var width = rightEnd - start + 1;
        var before = new int[width];
        var above = new int[width];
        var current = new int[width];
        for (var at = 0; at < width; at++) above[at] = at;

        for (var row = 1; row <= leftEnd - start; row++)
        {
            current[0] = row;
            for (var column = 1; column < width; column++)
            {
                var one = start + row - 1;
                var other = start + column - 1;
                var cost = Math.Min(Math.Min(above[column], current[column - 1]) + 1, above[column - 1] + (left[one] == right[other] ? 0 : 1));
                if (row > 1 && column > 1 && left[one] == right[other - 1] && left[one - 1] == right[other]) cost = Math.Min(cost, before[column - 2] + 1);
                current[column] = cost;
            }

            var oldest = before;
            before = above;
            above = current;
            current = oldest;
        }

        return above[width - 1];
    }

    private static bool IsAscii(string word, int start, int end)
    {
        var letters = 0;
        for (var at = start; at < end; at++) letters |= word[at];
        return letters < Ascii;
    }
}
