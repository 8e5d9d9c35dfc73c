using System;
using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>The words of crmx_paylinekind in their order.</summary>
internal static class LineKinds
{
    public const int Component = 0;
    public const int HoldBack = 3;
    public const int Neutral = 8;
    public const int Adjustment = 10;

    private static readonly string[] Words =
        ["component", "gate", "cap", "holdback", "vesting", "draw", "drawrecovery", "clawback", "neutral", "transition", "adjustment", "rounding"];

    public static IReadOnlyList<string> All => Words;

    public static string Word(int kind) => kind >= 0 && kind < Words.Length ? Words[kind] : "";

    public static int Place(string word) => Array.IndexOf(Words, word);
}
