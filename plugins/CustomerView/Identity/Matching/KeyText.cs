using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>A key as it is put together, letter by letter; nothing is allocated for a key of which only the fingerprint is wanted.</summary>
internal sealed class KeyText
{
    private const int Longest = 120;
    private readonly char[] letters = new char[Longest];
    private readonly List<string>? texts;
    private readonly List<ulong>? fingerprints;
    private int length;

    public KeyText(List<string> texts) => this.texts = texts;

    public KeyText(List<ulong> fingerprints) => this.fingerprints = fingerprints;

    /// <summary>Begins a key of that kind, such as <c>email:</c>.</summary>
    public KeyText Begin(string kind)
    {
        length = 0;
        return Add(kind).Add(':');
    }

    public KeyText Add(char letter)
    {
        // what is longer is cut: both records are cut alike
        if (length < Longest) letters[length++] = letter;
        return this;
    }

    public KeyText Add(string text)
    {
        foreach (var letter in text) Add(letter);
        return this;
    }

    public KeyText Add(string text, int start, int count)
    {
        for (var at = start; at < start + count; at++) Add(text[at]);
        return this;
    }

    public KeyText Add(int number)
    {
        Add((char)('0' + (number / 10000000 % 10)));
        for (var power = 1000000; power > 0; power /= 10) Add((char)('0' + (number / power % 10)));
        return this;
    }

    public KeyText AddSound(string word)
    {
        PhoneticCode.Write(word, this);
        return Add('|');
    }

    /// <summary>The word's consonants, each once and in alphabetical order: deaf to doubled, exchanged and misheard letters.</summary>
    public KeyText AddSkeleton(string word)
    {
        uint present = 0;
        foreach (var letter in word)
        {
            if (letter is >= 'a' and <= 'z' and not ('a' or 'e' or 'i' or 'o' or 'u')) present |= 1u << (letter - 'a');
        }

        if (present == 0) return AddSound(word);

        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            if ((present >> (letter - 'a') & 1) != 0) Add(letter);
        }

        return Add('|');
    }

    /// <summary>The text's letters and digits in order of the alphabet: deaf to exchanged letters.</summary>
    public KeyText AddSorted(string text)
    {
        var start = length;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter)) Add(letter);
        }

        Array.Sort(letters, start, length - start);
        return this;
    }

    /// <summary>Ends the key.</summary>
    public void End()
    {
        texts?.Add(new string(letters, 0, length));
        fingerprints?.Add(Fingerprint.Of(letters, length));
    }
}
