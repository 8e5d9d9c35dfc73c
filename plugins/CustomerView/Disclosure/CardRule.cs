using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.CustomerView.Facts;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>A card, and what is written down about having shown it.</summary>
/// <param name="Shown">Codes of topics and sections.</param>
/// <param name="Withheld">Codes of what is on record and was not shown.</param>
internal sealed record CardResult(CardFile Card, IReadOnlyList<string> Shown, IReadOnlyList<string> Withheld)
{
    /// <summary>Topics that only breaking the glass has shown: their stewards are told.</summary>
    public IReadOnlyList<Topic> Broken { get; init; } = [];
}

/// <summary>Makes the card: of all that is known of a customer, what this moment needs. Pure.</summary>
/// <remarks>
/// Two gates for each thing: its topic names the purpose, and the matrix shows its category to the caller's roles at this verification. The card says
/// what may be done, never why not.
/// </remarks>
internal sealed class CardRule
{
    private const int MostContacts = 5;
    private const int MostThings = 3;

    private readonly CardSubject subject;
    private readonly CardQuestion question;
    private readonly DisclosureMatrix matrix;
    private readonly CardWords words;
    private readonly List<string> shown = [];
    private readonly List<string> withheld = [];
    private readonly List<Topic> broken = [];

    private CardRule(CardSubject subject, CardQuestion question, DisclosureMatrix matrix)
    {
        this.subject = subject;
        this.question = question;
        this.matrix = matrix;
        words = new CardWords(question.Language, subject.Country);
    }

    public static CardResult Make(CardSubject subject, CardQuestion question, DisclosureMatrix matrix) => new CardRule(subject, question, matrix).Make();

    private CardResult Make()
    {
        var identification = Identification.For(question.Use, question.Verification);
        var standings = subject.Topics.Select(topic => new KnownTopic(topic, FactStanding.Of([.. subject.Facts[topic.Code]], question.NowUtc))).ToList();
        var questions = QuestionList.Of(subject.Topics, subject.Facts, question.Use, question.NowUtc);
        var visible = standings.Where(known => known.Standing.Knowledge == Knowledge.Known && MaySee(known.Topic)).ToList();
        var card = new CardFile
        {
            CustomerId = subject.Id.ToString("D"),
            Purpose = Words.Of(question.Use),
            Channel = Words.Of(question.Channel),
            Address = SpokenAddress.Of(subject.Person, subject.Surnames),
            Identification = words.Say(identification),
            ReadOut = identification.IsEnough && question.Verification > Verification.None,
            Ask = identification.IsEnough && questions.Ask.Count > 0 ? words.Ask(questions.Ask[0]) : null,
            LookedAfterBy = subject.Owner,
            Products = Section(OwnTopics.Products, subject.Products, words.Product, MayShowArrears),
            Cases = Section(OwnTopics.Cases, subject.Cases, words.Case, ContactCover.Covers(question.Use, Purpose.Service) || question.Use == UseOfData.Complaint),
            Promises = Section(OwnTopics.Promises, subject.Promises, (promise, _) => words.Promise(promise), true),
            Contacts = Contacts(),
            Facts = [.. visible.Select(known => words.Fact(known.Topic, known.Standing.Fact!, broken.Contains(known.Topic)))],
            Asked = [.. questions.Asked.Where(asked => !visible.Exists(known => known.Topic == asked.Topic)).Select(words.Asked)],
            GlassBroken = question.Glass.Length > 0,
        };
        card.Know = [.. ThingsToKnow.Of(card, visible, subject, question, words).Take(MostThings)];
        card.May.Offer = MayOffer(identification);
        card.May.Grant = PutsThingsRight && subject.MayGrant is { } grant ? words.Amount(grant.Amount, grant.Currency) : null;
        card.May.SpeakOf = [.. SpeakOf().Select(words.Category)];
        return new CardResult(card, shown, withheld) { Broken = broken };
    }

    // elsewhere it would only hint at what the customer is worth
    private bool PutsThingsRight => question.Use is UseOfData.Complaint or UseOfData.Service or UseOfData.Care or UseOfData.AccountManagement;

    private bool MayShowArrears => Answer(OwnTopics.Delinquency) == DisclosureAnswer.Show;

    private DisclosureAnswer Answer(Topic topic) => topic.Serves(question.Use)
        ? matrix.Judge(question.Use, topic.Category, topic.Sensitivity, question.Roles, question.Verification)
        : matrix.Judge(question.Use, topic.Category, topic.Sensitivity, question.Roles, question.Verification) == DisclosureAnswer.Forbidden
            ? DisclosureAnswer.Forbidden
            : DisclosureAnswer.Denied;

    private bool MaySee(Topic topic)
    {
        var answer = Answer(topic);
        var seen = answer == DisclosureAnswer.Show;
        if (!seen && question.Glass.Length > 0 && answer != DisclosureAnswer.Forbidden)
        {
            broken.Add(topic);
            seen = true;
        }

        (seen ? shown : withheld).Add(topic.Code);
        return seen;
    }

    private List<TLine>? Section<TThing, TLine>(Topic topic, IReadOnlyList<TThing> things, Func<TThing, bool, TLine> say, bool isWhole)
    {
        if (Answer(topic) != DisclosureAnswer.Show)
        {
            if (things.Count > 0) withheld.Add(topic.Code);
            return null;
        }

        if (things.Count > 0) shown.Add(topic.Code);
        return [.. things.Select(thing => say(thing, isWhole))];
    }

    private List<CardContactLine>? Contacts() => Section(
        OwnTopics.Contacts,
        [.. subject.Contacts.Take(MostContacts)],
        (contact, _) => words.Contact(contact, ContactCover.Covers(question.Use, contact.Purpose)),
        true);

    /// <summary>
    /// "May offer: no" is all that is said of arrears. A decision like any other: it rests on them only for a purpose that they may guide, and where they
    /// may not, or nobody has identified himself, nothing is offered.
    /// </summary>
    private bool MayOffer(Identification identification) =>
        question.Use is UseOfData.Sales or UseOfData.Order or UseOfData.Marketing or UseOfData.AccountManagement
        && identification.IsEnough
        && question.Verification > Verification.None
        && new FactUse(matrix).IsAllowed(OwnTopics.Delinquency, question.Use)
        && !subject.WantsNoOffers
        && !subject.Products.Any(product => product.InTrouble);

    /// <summary>Depends on the purpose and the caller alone, so that it betrays nothing of the customer.</summary>
    private IEnumerable<DataCategory> SpeakOf() => ((DataCategory[])Enum.GetValues(typeof(DataCategory)))
        .Where(category => matrix.Judge(question.Use, category, Sensitivity.Open, question.Roles, question.Verification) == DisclosureAnswer.Show);
}

/// <summary>A topic and how it stands.</summary>
internal sealed record KnownTopic(Topic Topic, FactStanding Standing);
