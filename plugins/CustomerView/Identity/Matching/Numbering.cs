namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Words that are told apart by a number: jgarcia1 and jgarcia2 are two mailboxes, not one and a typing error.</summary>
internal static class Numbering
{
    /// <summary>Whether both have digits, all else is the same and the digits are not.</summary>
    public static bool TellsApart(string one, string other)
    {
        int left = 0, right = 0;
        bool isNumbered = false, isOtherNumbered = false, differs = false;
        while (true)
        {
            var start = left;
            var otherStart = right;
            while (left < one.Length && IsDigit(one[left])) left++;
            while (right < other.Length && IsDigit(other[right])) right++;
            isNumbered |= left > start;
            isOtherNumbered |= right > otherStart;
            differs |= left - start != right - otherStart || string.CompareOrdinal(one, start, other, otherStart, left - start) != 0;
            if (left == one.Length || right == other.Length) break;
            if (one[left++] != other[right++]) return false;
        }

        return left == one.Length && right == other.Length && isNumbered && isOtherNumbered && differs;
    }

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9';
}
