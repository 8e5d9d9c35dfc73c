using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>Puts what the card shows into words of one language.</summary>
internal sealed class CardWords
{
    private readonly Language language;
    private readonly CustomerFormat format;

    public CardWords(Language language, string country)
    {
        this.language = language;
        format = new CustomerFormat(language, country);
    }

    public CardIdentification Say(Identification identification) => new()
    {
        Needed = Words.Of(identification.Needed),
        Given = Words.Of(identification.Given),
        Enough = identification.IsEnough,
        Reason = In(identification.Use.English, identification.Use.Spanish),
        Ask = [.. identification.Ask.Select(step => new CardAsk { Topic = step.Topic, Text = In(step.English, step.Spanish), Reason = In(step.ReasonEnglish, step.ReasonSpanish) })],
        DoNotAsk = [.. identification.NotToAsk],
    };

    public CardAsk Ask(Question question) => new()
    {
        Topic = question.Topic.Code,
        Text = question.Topic.QuestionIn(language),
        Reason = DisclosureTexts.Write(language, "Why." + question.Why),
    };

    public CardProductLine Product(CardProduct product, bool withArrears) => new()
    {
        Name = product.Name.Length > 0 ? product.Name : DisclosureTexts.Write(language, "Product"),
        Number = withArrears ? product.Number : null,
        Note = withArrears && product.InTrouble ? DisclosureTexts.Write(language, "PastDue") : null,
    };

    public CardCaseLine Case(CardCase open, bool withTitle) => new()
    {
        Number = open.Number,
        Title = withTitle ? open.Title : null,
        Since = open.Since.ToString(),
        With = open.Owner,
    };

    public string Amount(decimal amount, string currency) => format.Amount(amount, currency);

    public CardPromiseLine Promise(CardPromise promise) => new() { Amount = format.Amount(promise.Amount, promise.Currency), On = promise.On.ToString() };

    public CardContactLine Contact(CardContact contact, bool isCovered) => new()
    {
        On = contact.On.ToString(),
        Channel = Words.Of(contact.Channel),
        Outgoing = contact.Outgoing,
        Spoke = contact.Spoke,
        Purpose = isCovered && contact.Purpose is { } purpose ? Words.Of(purpose) : null,
        Department = isCovered ? contact.Department : null,
        Masked = !isCovered,
    };

    public CardFactLine Fact(Topic topic, FactRecord fact, bool byGlass) => new()
    {
        Topic = topic.Code,
        Name = topic.NameIn(language),
        Value = ValueOf(fact),
        Origin = FactOrigin.Say(fact, language),
        RecordedOn = CalendarDate.Of(fact.RecordedUtc).ToString(),
        Glass = byGlass,
    };

    public CardAsked Asked(Question question) => new() { Topic = question.Topic.Code, Name = question.Topic.NameIn(language), Answer = Words.Of(question.Why) };

    public CardThing Thing(KnownTopic known) => new()
    {
        Text = DisclosureTexts.Write(language, "Thing", known.Topic.NameIn(language), ValueOf(known.Standing.Fact!)),
        Origin = FactOrigin.Say(known.Standing.Fact!, language),
    };

    public CardThing WaitsFor(IReadOnlyList<CardCaseLine> cases) => Plain(
        "WaitsFor", cases.Count, Day(cases.Select(open => open.Since).OrderBy(since => since, StringComparer.Ordinal).First()));

    public CardThing Promised(CardPromiseLine promise) => Plain("Promised", promise.Amount, Day(promise.On));

    public CardThing MadeToRepeat(Topic topic) => Plain("MadeToRepeat", topic.NameIn(language));

    public CardThing InTouch(CardContactLine contact) => Plain("InTouch", Day(contact.On), Channel(contact.Channel));

    public string Category(DataCategory category) => DisclosureTexts.Write(language, "Category." + category);

    public string Channel(string channel) => DisclosureTexts.Write(language, "Channel." + channel);

    /// <summary>A day of the card in words.</summary>
    public string Day(string day) => CalendarDate.TryParse(day, out var date) ? format.Day(date) : day;

    // a fact may be nothing but the customer's own words
    private static string ValueOf(FactRecord fact) => fact.Value.Length > 0 ? fact.Value : fact.Words;

    private CardThing Plain(string text, params object[] facts) => new() { Text = DisclosureTexts.Write(language, text, facts) };

    private string In(string english, string spanish) => language == Language.Spanish ? spanish : english;
}
