using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>The card as a text that an agent reads at a glance.</summary>
internal static class CardText
{
    public static string Write(CardFile card, Language language, string country)
    {
        var words = new CardWords(language, country);
        return string.Join("\n", Lines(card, language, words).Where(line => line.Length > 0));
    }

    private static IEnumerable<string> Lines(CardFile card, Language language, CardWords words)
    {
        string Say(string name, params object[] facts) => DisclosureTexts.Write(language, name, facts);

        yield return Say("Address", card.Address.Say, Say("Form." + card.Address.Form));
        if (card.GlassBroken) yield return Say("GlassBroken");
        if (!card.Identification.Enough)
        {
            yield return Say("IdentifyFirst", card.Identification.Reason);
            foreach (var ask in card.Identification.Ask) yield return Say("Bullet", ask.Text);
        }
        else if (!card.ReadOut)
        {
            yield return Say("ReadNothing");
        }

        foreach (var thing in card.Know) yield return thing.Origin.Length == 0 ? Say("Know", thing.Text) : Say("KnowFrom", thing.Text, thing.Origin);
        if (card.Ask is { } question) yield return Say("AskOne", question.Text, question.Reason);
        if (card.Asked.Count > 0) yield return Say("DoNotAsk", string.Join(", ", card.Asked.Select(asked => asked.Name)));
        if (card.LookedAfterBy.Length > 0) yield return Say("LookedAfterBy", card.LookedAfterBy);
        if (card.Products is { Count: > 0 } products) yield return Say("Products", string.Join(", ", products.Select(product => product.Note is null ? product.Name : product.Name + " (" + product.Note + ")")));
        foreach (var open in card.Cases ?? []) yield return Say("Case", open.Title is null ? open.Number : (open.Number + " " + open.Title).Trim(), words.Day(open.Since), open.With);
        foreach (var promise in card.Promises ?? []) yield return Say("Promise", promise.Amount, words.Day(promise.On));
        foreach (var contact in card.Contacts ?? [])
        {
            yield return Say(
                contact.Masked ? "ContactMasked" : "Contact",
                words.Day(contact.On),
                words.Channel(contact.Channel),
                Say(contact.Outgoing ? "ByUs" : "ByHim"),
                contact.Purpose is null ? Say("Purpose.none") : Say("Purpose." + contact.Purpose),
                string.IsNullOrEmpty(contact.Department) ? Say("SomeDepartment") : contact.Department!);
        }

        foreach (var fact in card.Facts) yield return Say(fact.Glass ? "FactByGlass" : "Fact", fact.Name, fact.Value, fact.Origin);
        yield return Say(card.May.Offer ? "MayOffer" : "MayNotOffer");
        if (card.May.Grant is { } grant) yield return Say("MayGrant", grant);
        yield return card.May.SpeakOf.Count == 0 ? Say("SpeakOfNothing") : Say("SpeakOf", string.Join(", ", card.May.SpeakOf));
    }
}
