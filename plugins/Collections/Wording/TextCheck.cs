using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections.Wording;

/// <summary>A piece of advice on a text.</summary>
internal sealed record TextAdvice(TextRule Rule)
{
    /// <summary>The advice with its source in brackets.</summary>
    public string Write(Language language) =>
        (language == Language.Spanish ? Rule.Spanish : Rule.English) + " (" + VerdictText.Source(Rule.Source, language) + ")";
}

/// <summary>Reads a text that is to go to a customer for what it must not say or ask, and for what it must say. It advises; it never stops.</summary>
internal static class TextCheck
{
    /// <summary>What the agent should be told, in the order of the rules; nothing for an empty text.</summary>
    /// <param name="subject">The activity's subject; its words count as said.</param>
    /// <param name="text">Plain or HTML. What it quotes is not the agent's and is left alone; so is the signature, but a name in it counts as given.</param>
    /// <param name="country">ISO 3166-1 alpha-2; empty where it is not known: then what any country forbids to say is looked for.</param>
    /// <param name="house">The house's own name; empty where it is not known: nobody is then asked to give it.</param>
    public static IReadOnlyList<TextAdvice> Advise(string? subject, string? text, Purpose purpose, Channel channel, string? country, string? house)
    {
        var own = OwnWords.Of(text);
        if (string.IsNullOrWhiteSpace(own.Text)) return [];

        var said = new FoldedText(subject + "\n" + own.Text);
        var given = new FoldedText(subject + "\n" + own.TextWithSignature);
        return
        [
            .. TextRuleBook.RulesFor(country)
                .Where(rule => rule.Purposes.Contains(purpose) && rule.Channels.Contains(channel))
                .Where(rule => rule.MustSay ? Lacks(rule, given, house) : rule.Phrases.StandsIn(said))
                .Select(rule => new TextAdvice(rule)),
        ];
    }

    /// <summary>
    /// Whether somebody who reads or hears the text learns of a debt or of how it is paid. Quoted text counts here: a third party reads that too.
    /// </summary>
    /// <param name="text">Plain or HTML; may be null.</param>
    /// <param name="country">ISO 3166-1 alpha-2; empty: the words of every country.</param>
    public static bool DisclosesDebt(string? text, string? country)
    {
        if (string.IsNullOrWhiteSpace(text)) return false;

        var said = new FoldedText(PlainText.Of(text!, withQuotes: true));
        return TextRuleBook.DebtWordsFor(country).Any(words => words.StandsIn(said));
    }

    private static bool Lacks(TextRule rule, FoldedText given, string? house)
    {
        if (!rule.NeedsHouse) return !rule.Phrases.StandsIn(given);
        if (string.IsNullOrWhiteSpace(house)) return false;

        var name = new FoldedText(house!).Words;
        return !Enumerable.Range(0, given.Words.Count).Any(at => given.Words.Skip(at).Take(name.Count).SequenceEqual(name));
    }
}
