using System;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Matching;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Crm.Extensions.Tests.Identity;

/// <summary>The quick count of typing errors is the one of the book.</summary>
[Properties(Arbitrary = [typeof(Words)], MaxTest = 3000)]
public class TypingErrorProperties
{
    [Property]
    public bool The_quick_count_is_the_one_of_the_table(Two words, byte limit) =>
        DamerauLevenshtein.Of(words.Left, words.Right, limit % 6) == Math.Min(Table(words.Left, words.Right), (limit % 6) + 1);

    [Property]
    public bool It_does_not_matter_which_word_is_named_first(Two words) => DamerauLevenshtein.Of(words.Left, words.Right, 9) == DamerauLevenshtein.Of(words.Right, words.Left, 9);

    private static int Table(string left, string right)
    {
        var cells = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                if (row == 0 || column == 0)
                {
                    cells[row, column] = row + column;
                    continue;
                }

                var same = left[row - 1] == right[column - 1];
                var cost = Math.Min(Math.Min(cells[row - 1, column], cells[row, column - 1]) + 1, cells[row - 1, column - 1] + (same ? 0 : 1));
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]) cost = Math.Min(cost, cells[row - 2, column - 2] + 1);
                cells[row, column] = cost;
            }
        }

        return cells[left.Length, right.Length];
    }

    public sealed record Two(string Left, string Right);

    public static class Words
    {
        /// <summary>A word and what a few errors make of it, or another word; few letters, so that they repeat; one of them is not ASCII.</summary>
        public static Arbitrary<Two> Any() => (
            from word in Gen.ArrayOf(Gen.Elements("abcdefñ".ToCharArray())).Resize(12)
            from other in Gen.ArrayOf(Gen.Elements("abcde".ToCharArray())).Resize(40)
            from errors in Gen.ArrayOf(Gen.Choose(0, 999), 3)
            from related in Gen.Elements(true, true, false)
            let left = new string(word)
            select new Two(left, related ? errors.Aggregate(left, Mistype) : new string(other))).ToArbitrary();

        private static string Mistype(string word, int error)
        {
            if (word.Length < 2) return word + "x";
            var at = error / 4 % (word.Length - 1);
            return (error % 4) switch
            {
                0 => word.Remove(at, 1),
                1 => word.Insert(at, "b"),
                2 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
                _ => word[..at] + "c" + word[(at + 1)..],
            };
        }
    }
}
