using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>A person's name taken apart into given names, surnames and what tells namesakes apart.</summary>
/// <remarks>
/// A name in one column is read as "García López, Ana" where a comma stands, else given names first unless common names show the opposite
/// ("GARCIA LOPEZ ANA MARIA"). Where the country's people bear two surnames the last two words are surnames, elsewhere the last one.
/// </remarks>
internal sealed class PersonName
{
    private readonly List<string> words = [];
    private readonly List<string> rest = [];
    private readonly List<int> units = [];

    public string[] Given { get; private set; } = NormalRecord.None;

    public string[] Family { get; private set; } = NormalRecord.None;

    public string? Suffix { get; private set; }

    /// <summary>Reads columns that stand apart.</summary>
    public void Read(string? given, string? family, string? second)
    {
        Suffix = null;
        words.Clear();
        Folding.Words(given, words);
        words.RemoveRange(0, Titles.CountBefore(words));
        Suffix = Titles.TakeAfter(words, 1);
        Given = Names(words);

        words.Clear();
        Folding.Words(family, words);
        Suffix = Ending(words) ?? Suffix;
        Folding.Words(second, words);
        Particles.Drop(words);
        if (words.Count > Limits.NameWords) words.RemoveRange(Limits.NameWords, words.Count - Limits.NameWords);
        Suffix = Ending(words) ?? Suffix;
        Family = Taken(words, 0, words.Count);
    }

    /// <summary>Reads a name in one column.</summary>
    public void ReadFull(string name, string? country)
    {
        Suffix = null;
        if (TurnedRound(name)) return;

        words.Clear();
        Folding.Words(name, words);
        words.RemoveRange(0, Titles.CountBefore(words));
        Suffix = Titles.TakeAfter(words, 2);
        if (country is "BR" or "PT") DropAnd();
        Split(country);
    }

    // "García López, Ana"; a comma before Jr. turns nothing round
    private bool TurnedRound(string name)
    {
        var comma = name.IndexOf(',');
        if (comma <= 0 || comma == name.Length - 1) return false;

        rest.Clear();
        Folding.Words(name.Substring(comma + 1), rest);
        words.Clear();
        Folding.Words(name.Substring(0, comma), words);
        if (words.Count == 0 || rest.Count == 0 || (rest.Count == 1 && words.Count > 1 && Titles.IsEnding(rest[0]))) return false;

        rest.RemoveRange(0, Titles.CountBefore(rest));
        Suffix = Titles.TakeAfter(rest, 1);
        words.RemoveRange(0, Titles.CountBefore(words));
        Suffix = Ending(words) ?? Suffix;
        Given = Names(rest);
        Particles.Drop(words);
        Family = Taken(words, 0, words.Count);
        return true;
    }

    private void Split(string? country)
    {
        // particles stay with the word that follows until it is known on which side they are
        units.Clear();
        for (var at = 0; at < words.Count; at++)
        {
            if (at == 0 || !Particles.IsSmall(words[at - 1])) units.Add(at);
        }

        var count = units.Count;
        var leading = 0;
        while (leading < count && IsGiven(leading))
        {
            leading++;
        }

        var trailing = 0;
        while (trailing < count && IsGiven(count - 1 - trailing))
        {
            trailing++;
        }

        if (leading == 0) trailing = Math.Max(trailing, AfterSurnames());
        if (leading == 0 && trailing > 0 && trailing < count && count - trailing <= 3)
        {
            // nobody has three surnames: the third word is a given name that is not on the list
            Divide(units[Math.Min(count - trailing, 2)], familyFirst: true);
            return;
        }

        if (count <= 1)
        {
            Divide(leading == 1 ? words.Count : 0, familyFirst: false);
            return;
        }

        var surnames = count == 2 || BearsOneSurname(country) ? 1 : count - Math.Min(Math.Max(leading, 1), count - 1);
        surnames = Math.Min(surnames, 2);
        if (count >= 4 && surnames == 1 && !BearsOneSurname(country)) surnames = 2;
        Divide(units[count - surnames], familyFirst: false);
    }

    // "Ramírez Santiago": what follows words that are surnames and nothing else, if all of it may be given names
    private int AfterSurnames()
    {
        var surnames = 0;
        while (surnames < units.Count && Surnames.Contains(Last(surnames)) && !GivenNames.Contains(Last(surnames)))
        {
            surnames++;
        }

        if (surnames == 0) return 0;

        for (var unit = surnames; unit < units.Count; unit++)
        {
            if (!GivenNames.Contains(Last(unit))) return 0;
        }

        return units.Count - surnames;
    }

    // "Silva e Souza"; elsewhere a lone e is an initial
    private void DropAnd()
    {
        for (var at = words.Count - 2; at > 0; at--)
        {
            if (words[at] == "e") words.RemoveAt(at);
        }
    }

    private string Last(int unit) => words[(unit + 1 < units.Count ? units[unit + 1] : words.Count) - 1];

    private bool IsGiven(int unit)
    {
        var word = Last(unit);
        return word.Length == 1 || (GivenNames.Contains(word) && (!Surnames.Contains(word) || (unit > 0 && Particles.IsSmall(words[units[unit]]))));
    }

    private void Divide(int at, bool familyFirst)
    {
        rest.Clear();
        for (var word = familyFirst ? 0 : at; word < (familyFirst ? at : words.Count); word++)
        {
            rest.Add(words[word]);
        }

        if (familyFirst) words.RemoveRange(0, at);
        else words.RemoveRange(at, words.Count - at);
        Given = Names(words);
        Particles.Drop(rest);
        Family = Taken(rest, 0, rest.Count);
    }

    private static bool BearsOneSurname(string? country) => country is "US" or "GB" or "CA" or "AU" or "NZ" or "IE" or "DE" or "FR" or "IT" or "NL" or "AR";

    // "Pérez Jr"; a lone word is always a name
    private static string? Ending(List<string> words)
    {
        string? found = null;
        while (words.Count > 1 && Titles.Suffix(words[words.Count - 1]) is { } suffix)
        {
            words.RemoveAt(words.Count - 1);
            found = suffix;
        }

        return found;
    }

    // given names: particles out (María del Carmen), a single particle stays when nothing else is there
    private static string[] Names(List<string> words)
    {
        if (words.Count < 2) return Taken(words, 0, words.Count);

        var kept = 0;
        for (var at = 0; at < words.Count; at++)
        {
            if (!Particles.IsSmall(words[at])) words[kept++] = words[at];
        }

        return kept == 0 ? Taken(words, 0, words.Count) : Taken(words, 0, kept);
    }

    private static string[] Taken(List<string> words, int from, int count)
    {
        count = Math.Min(count, Limits.NameWords);
        return count == 0 ? NormalRecord.None : words.GetRange(from, count).ToArray();
    }
}
