using System;
using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>A person's name in its parts, spelt as people spelt it: accents, capitals and particles where they were.</summary>
internal sealed class WrittenName
{
    private WrittenName(string? given, string? family, string? second)
    {
        Given = given;
        Family = family;
        SecondFamily = second;
    }

    public string? Given { get; }

    public string? Family { get; }

    public string? SecondFamily { get; }

    /// <summary>Given names, then surnames.</summary>
    public string Full => string.Join(" ", Parts());

    /// <summary>The written name of a record that was taken apart for comparison.</summary>
    public static WrittenName Of(NormalRecord record, IdentityRecord written)
    {
        var isApart = written.FullName is null || (written.GivenName is not null && written.FamilyName is not null);
        if (!isApart) return Divide(record, written.FullName!);

        return written.SecondFamilyName is not null || record.FamilyNames.Length < 2 || written.FamilyName is null
            ? new WrittenName(written.GivenName, written.FamilyName, written.SecondFamilyName)
            : new WrittenName(written.GivenName, Surname(record, written.FamilyName, first: true), Surname(record, written.FamilyName, first: false));
    }

    /// <summary>How much care somebody took with the spelling: accents, and capitals only where they belong.</summary>
    public static int Care(string name)
    {
        bool hasAccent = false, hasSmall = false, hasCapital = false;
        foreach (var letter in name)
        {
            hasAccent |= letter > '~' && char.IsLetter(letter);
            hasSmall |= char.IsLower(letter);
            hasCapital |= char.IsUpper(letter);
        }

        return (hasAccent ? 2 : 0) + (hasSmall && hasCapital ? 1 : 0);
    }

    // each written word goes where its folded form went; a particle goes with the word behind it, what is neither (a title) is left out
    private static WrittenName Divide(NormalRecord record, string full)
    {
        var given = new List<string>();
        var family = new List<string>();
        var second = new List<string>();
        var particles = new List<string>();
        foreach (var word in full.Split(' ', ','))
        {
            if (Folding.Phrase(word) is not { } folded) continue;

            if (Particles.IsSmall(folded))
            {
                particles.Add(word);
                continue;
            }

            var at = PlaceOf(record, folded);
            if (at >= -1)
            {
                var side = at < 0 ? given : at == 0 ? family : second;
                side.AddRange(particles);
                side.Add(word);
            }

            particles.Clear();
        }

        return new WrittenName(Text(given), Text(family), Text(second));
    }

    private static string? Surname(NormalRecord record, string written, bool first)
    {
        var divided = Divide(record, written);
        var family = divided.Family is null ? written : divided.Family;
        return first ? family : divided.SecondFamily;
    }

    // -1: a given name; 0: first surname; 1: a later one; -2: neither. "San" and "Martín" are one surname where they were joined.
    private static int PlaceOf(NormalRecord record, string folded)
    {
        for (var at = 0; at < record.FamilyNames.Length; at++)
        {
            var name = record.FamilyNames[at];
            if (string.Equals(name, folded, StringComparison.Ordinal) || (folded.Length >= 2 && folded.EndsWith(name, StringComparison.Ordinal)) || IsPart(name, folded)) return Math.Min(at, 1);
        }

        foreach (var part in folded.Split(' '))
        {
            if (Array.IndexOf(record.GivenNames, part) >= 0) return -1;
        }

        return -2;
    }

    private static bool IsPart(string name, string folded) =>
        folded.Length >= 2 && (folded is "san" or "santa" or "mac" or "mc" || name.StartsWith("san", StringComparison.Ordinal) || name.StartsWith("mc", StringComparison.Ordinal) || name.StartsWith("mac", StringComparison.Ordinal))
        && (name.StartsWith(folded, StringComparison.Ordinal) || name.EndsWith(folded, StringComparison.Ordinal));

    private static string? Text(List<string> words) => words.Count == 0 ? null : string.Join(" ", words);

    private IEnumerable<string> Parts()
    {
        if (Given is not null) yield return Given;
        if (Family is not null) yield return Family;
        if (SecondFamily is not null) yield return SecondFamily;
    }
}
