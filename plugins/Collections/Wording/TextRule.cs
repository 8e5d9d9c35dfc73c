using System.Collections.Generic;

namespace Crm.Extensions.Collections.Wording;

/// <summary>Something that a text to a customer must not say or ask, or must say.</summary>
/// <param name="Id">What the same rule is called in every country.</param>
/// <param name="MustSay">True: one of the phrases must stand in the text. False: none may.</param>
/// <param name="Purposes">The purposes it is asked of.</param>
/// <param name="Channels">The channels it is asked of.</param>
/// <param name="NeedsHouse">It asks for the house's own name, instead of phrases.</param>
/// <param name="English">What the agent is told.</param>
/// <param name="Spanish">The same in Spanish.</param>
internal sealed record TextRule(
    string Id, bool MustSay, IReadOnlyList<Purpose> Purposes, IReadOnlyList<Channel> Channels, PhraseList Phrases, bool NeedsHouse, RuleSource Source,
    string English, string Spanish);

/// <summary>A country's rules for texts, and its words for debts.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, or empty for what holds everywhere.</param>
internal sealed record TextRules(string Country, IReadOnlyList<TextRule> Rules, PhraseList DebtWords);
