namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>What the schemes have in common.</summary>
internal static class CheckDigits
{
    /// <summary>Sum of digits times weights, from the left.</summary>
    public static int Weighted(string digits, int[] weights)
    {
        var sum = 0;
        for (var at = 0; at < weights.Length; at++)
        {
            sum += weights[at] * (digits[at] - '0');
        }

        return sum;
    }

    public static bool IsDigits(string text) => IsDigits(text, 0, text.Length);

    public static bool IsDigits(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is < '0' or > '9') return false;
        }

        return end > start;
    }

    public static bool IsLetters(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is >= '0' and <= '9') return false;
        }

        return end > start;
    }

    /// <summary>Whether the digits are one digit over and over, or count up from one: what people type who have no number at hand.</summary>
    public static bool IsFiller(string digits, int start, int end)
    {
        if (end - start < 4) return false;

        bool same = true, counting = true;
        for (var at = start + 1; at < end; at++)
        {
            same &= digits[at] == digits[at - 1];
            counting &= digits[at] - '0' == (at - start + 1) % 10;
        }

        return same || (counting && digits[start] == '1' && end - start >= 7);
    }

    public static bool IsFiller(string digits) => IsFiller(digits, 0, digits.Length);

    public static Standing Judge(bool isRight) => isRight ? Standing.Valid : Standing.Invalid;

    public static string WithoutZeros(string digits)
    {
        var bare = digits.TrimStart('0');
        return bare.Length == 0 ? "0" : bare;
    }
}
