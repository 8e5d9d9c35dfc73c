using System;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>How the parts of an address, and the names of organisations, agree.</summary>
internal static class PlaceComparison
{
    private const double AlikePhrase = 0.88;

    public static AgreementLevel Plain(string? left, string? right) =>
        left is null || right is null ? AgreementLevel.Missing
        : string.Equals(left, right, StringComparison.Ordinal) ? AgreementLevel.Exact : AgreementLevel.Different;

    public static AgreementLevel StreetNumber(string? left, string? right)
    {
        var plain = Plain(left, right);
        return plain == AgreementLevel.Different && DamerauLevenshtein.Of(left!, right!, 1) <= 1 ? AgreementLevel.Close : plain;
    }

    public static AgreementLevel Postcode(string? left, string? right)
    {
        const int area = 3;
        var plain = Plain(left, right);
        if (plain != AgreementLevel.Different) return plain;
        if (DamerauLevenshtein.Of(left!, right!, 1) <= 1) return AgreementLevel.Close;
        return left!.Length > area && right!.Length > area && string.CompareOrdinal(left, 0, right, 0, area) == 0 ? AgreementLevel.Slight : AgreementLevel.Different;
    }

    /// <summary>A city or one of its quarters; the best pair counts.</summary>
    public static AgreementLevel City(PreparedRecord left, PreparedRecord right)
    {
        var best = Phrase(left.City, right.City);
        if (left.District is null && right.District is null) return best;

        best = Better(best, Phrase(left.District, right.District));
        best = Better(best, Phrase(left.District, right.City));
        return Better(best, Phrase(left.City, right.District));
    }

    public static AgreementLevel Phrase(string? left, string? right)
    {
        if (left is null || right is null) return AgreementLevel.Missing;
        if (string.Equals(left, right, StringComparison.Ordinal)) return AgreementLevel.Exact;

        var like = Likeness.Of(left, right);
        if (like == AgreementLevel.Close) return like;
        if (IsPart(left, right) || IsPart(right, left)) return AgreementLevel.Partial;
        return like == AgreementLevel.Near && JaroWinkler.Of(left, right) >= AlikePhrase ? AgreementLevel.Near
            : like == AgreementLevel.Near ? AgreementLevel.Slight : AgreementLevel.Different;
    }

    private static AgreementLevel Better(AgreementLevel left, AgreementLevel right) =>
        left == AgreementLevel.Missing ? right : right == AgreementLevel.Missing || left < right ? left : right;

    // whole words at the beginning or the end: san juan in san juan del rio
    private static bool IsPart(string part, string whole) =>
        part.Length < whole.Length && part.Length > 2
        && ((whole[part.Length] == ' ' && whole.StartsWith(part, StringComparison.Ordinal))
            || (whole[whole.Length - part.Length - 1] == ' ' && whole.EndsWith(part, StringComparison.Ordinal)));
}
