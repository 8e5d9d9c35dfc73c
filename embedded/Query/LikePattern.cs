using System.Collections.Generic;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Query;

/// <summary>A LIKE pattern: % any text, _ one character, [abc], [a-f] and [^abc] one character of a set; case and accents are ignored.</summary>
internal sealed class LikePattern
{
    private readonly List<Element> elements = [];

    public LikePattern(string pattern)
    {
        var folded = Collation.Fold(pattern);
        for (var at = 0; at < folded.Length; at++)
        {
            var close = folded[at] == '[' ? folded.IndexOf(']', at + 1) : -1;
            if (close > at)
            {
                elements.Add(Element.Set(folded[(at + 1)..close]));
                at = close;
            }
            else
            {
                elements.Add(new Element(folded[at], null, false));
            }
        }
    }

    public bool Matches(string text)
    {
        var folded = Collation.Fold(text);
        int element = 0, at = 0, star = -1, resume = 0;
        while (at < folded.Length)
        {
            if (element < elements.Count && elements[element].IsAnyText)
            {
                star = element++;
                resume = at;
            }
            else if (element < elements.Count && elements[element].Accepts(folded[at]))
            {
                element++;
                at++;
            }
            else if (star >= 0)
            {
                element = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }
        while (element < elements.Count && elements[element].IsAnyText) element++;
        return element == elements.Count;
    }

    private readonly record struct Element(char Character, string? Members, bool Negated)
    {
        public bool IsAnyText => Members is null && Character == '%';

        public static Element Set(string members) => members.StartsWith('^') ? new Element('[', members[1..], true) : new Element('[', members, false);

        public bool Accepts(char character)
        {
            if (Members is null) return Character == '_' || Character == character;
            return Contains(character) != Negated;
        }

        private bool Contains(char character)
        {
            for (var at = 0; at < Members!.Length; at++)
            {
                if (at + 2 < Members.Length && Members[at + 1] == '-')
                {
                    if (character >= Members[at] && character <= Members[at + 2]) return true;
                    at += 2;
                }
                else if (Members[at] == character)
                {
                    return true;
                }
            }
            return false;
        }
    }
}
