using System;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>How e-mail addresses, phone numbers and national numbers agree; of several the best pair counts.</summary>
internal static class ContactComparison
{
    private const int LocalDigits = 7;
    private const int ShortestMailbox = 4;
    private const double NearAddress = 0.9;

    public static AgreementLevel Email(string[] left, string[] right)
    {
        if (left.Length == 0 || right.Length == 0) return AgreementLevel.Missing;

        var best = AgreementLevel.Different;
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                var level = Email(one, other);
                if (level < best) best = level;
            }
        }

        return best;
    }

    public static AgreementLevel Phone(string[] left, string[] right)
    {
        if (left.Length == 0 || right.Length == 0) return AgreementLevel.Missing;

        var best = AgreementLevel.Different;
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (string.Equals(one, other, StringComparison.Ordinal)) return AgreementLevel.Exact;
                if (EndsAlike(one, other)) best = AgreementLevel.Equivalent;
                else if (best == AgreementLevel.Different && DamerauLevenshtein.Of(one, other, 1) <= 1) best = AgreementLevel.Close;
            }
        }

        return best;
    }

    /// <summary>Numbers of different kinds say nothing of each other: one may have taken the other's place.</summary>
    public static AgreementLevel NationalId(NationalId[] left, NationalId[] right)
    {
        var best = AgreementLevel.Missing;
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (one.Agrees(other)) return AgreementLevel.Exact;
                if (!one.IsSameKind(other)) continue;

                var errors = DamerauLevenshtein.Of(one.Value, other.Value, 2);
                var level = errors <= 1 ? AgreementLevel.Close : errors == 2 ? AgreementLevel.Near : AgreementLevel.Different;
                if (best == AgreementLevel.Missing || level < best) best = level;
            }
        }

        return best;
    }

    /// <summary>Whether both have a valid number of a kind of which nobody has two, none of them shared.</summary>
    public static bool AreExclusive(NationalId[] left, NationalId[] right)
    {
        var conflict = false;
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (one.Agrees(other)) return false;

                conflict |= one.ConflictsWith(other);
            }
        }

        return conflict;
    }

    private static AgreementLevel Email(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal)) return AgreementLevel.Exact;

        var at = one.LastIndexOf('@');
        if (at >= ShortestMailbox && other.LastIndexOf('@') == at && string.CompareOrdinal(one, 0, other, 0, at) == 0) return AgreementLevel.Equivalent;

        if (!Likeness.IsPossible(one, other) || Numbering.TellsApart(one, other)) return AgreementLevel.Different;

        var errors = DamerauLevenshtein.Of(one, other, 3);
        if (errors <= 2) return AgreementLevel.Close;
        return errors == 3 || JaroWinkler.Of(one, other) >= NearAddress ? AgreementLevel.Near : AgreementLevel.Different;
    }

    // the last seven digits are the subscriber's number, whatever came before
    private static bool EndsAlike(string one, string other) =>
        one.Length > LocalDigits && other.Length > LocalDigits
        && string.CompareOrdinal(one, one.Length - LocalDigits, other, other.Length - LocalDigits, LocalDigits) == 0;
}
