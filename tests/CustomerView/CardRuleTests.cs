using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.CustomerView.Disclosure;
using Crm.Extensions.CustomerView.Facts;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.CustomerView;

/// <summary>What a card shows, and what it keeps to itself.</summary>
public sealed class CardRuleTests
{
    private const string Agency = "Crm.Extensions Outside Agency";
    private const string Collector = "Crm.Extensions Collector";

    private static readonly DateTime Now = new(2026, 11, 23, 15, 0, 0, DateTimeKind.Utc);
    private static readonly DisclosureMatrix Shipped = new([], ShippedMatrix.Rules);

    public static TheoryData<string> Purposes => [.. Enum.GetNames<UseOfData>()];

    [Theory]
    [MemberData(nameof(Purposes))]
    public void Before_verification_nothing_is_shown_for_any_purpose(string purpose)
    {
        var card = Make(Enum.Parse<UseOfData>(purpose), Verification.None, Collector).Card;

        Assert.Empty(card.Facts);
        Assert.Null(card.Products);
        Assert.Null(card.Cases);
        Assert.Null(card.Promises);
        Assert.Null(card.Contacts);
        Assert.Empty(card.May.SpeakOf);
        Assert.False(card.May.Offer);
        Assert.False(card.ReadOut);
    }

    [Theory]
    [InlineData("Order", "Verified", "", false)]
    [InlineData("Service", "Strong", "", false)]
    [InlineData("Collection", "Strong", Collector, false)]
    [InlineData("Care", "Known", "", false)]
    [InlineData("Care", "Verified", "", true)]
    [InlineData("Care", "Verified", Agency, false)]
    public void Health_is_shown_for_the_sake_of_safety_alone_and_only_to_whom_it_may_concern(string purpose, string verification, string role, bool shown) =>
        Assert.Equal(shown, Make(Enum.Parse<UseOfData>(purpose), Enum.Parse<Verification>(verification), role).Card.Facts.Exists(fact => fact.Topic == "allergies"));

    [Fact]
    public void Arrears_are_told_to_whoever_collects_and_to_nobody_who_takes_orders_or_sells()
    {
        Assert.Equal("past due", Make(UseOfData.Collection, Verification.Verified, Collector).Card.Products!.Single().Note);
        Assert.Null(Make(UseOfData.Collection, Verification.Verified, "").Card.Products);
        Assert.Null(Make(UseOfData.Order, Verification.Verified, "").Card.Products);
        Assert.Null(Make(UseOfData.Sales, Verification.Verified, "").Card.Products!.Single().Note);
    }

    [Fact]
    public void The_card_says_that_nothing_may_be_offered_and_not_why()
    {
        var late = Make(UseOfData.Sales, Verification.Verified, "");
        var punctual = Make(UseOfData.Sales, Verification.Verified, "", subject => subject with { Products = [new CardProduct("Loan", "L-1", false)] });

        Assert.False(late.Card.May.Offer);
        Assert.True(punctual.Card.May.Offer);
        late.Card.May.Offer = true;
        Assert.Equal(CardJson.Write(punctual.Card), CardJson.Write(late.Card));
    }

    [Fact]
    public void What_another_department_contacted_him_for_is_masked_and_so_is_the_department()
    {
        var contacts = Make(UseOfData.Order, Verification.Verified, "").Card.Contacts!;

        Assert.Equal([true, false], contacts.Select(contact => contact.Masked));
        Assert.Null(contacts[0].Purpose);
        Assert.Null(contacts[0].Department);
        Assert.Equal("Kitchen", contacts[1].Department);
    }

    [Fact]
    public void A_withheld_fact_still_counts_as_asked()
    {
        var card = Make(UseOfData.Order, Verification.None, "").Card;

        Assert.Contains(card.Asked, asked => asked.Topic == "deliveryaddress" && asked.Answer == "known");
        Assert.NotEqual("deliveryaddress", card.Ask?.Topic);
        Assert.DoesNotContain("Calle 7", CardJson.Write(card), StringComparison.Ordinal);
    }

    [Fact]
    public void Breaking_the_glass_shows_what_is_denied_and_says_which_topics_it_was_but_never_what_a_rule_withholds()
    {
        var glass = Make(UseOfData.Order, Verification.None, "", glass: "He has collapsed in the shop");
        var agency = Make(UseOfData.Order, Verification.None, Agency, glass: "He has collapsed in the shop");

        Assert.Contains(glass.Card.Facts, fact => fact is { Topic: "allergies", Value: "Penicillin", Glass: true });
        Assert.Contains(glass.Broken, topic => topic.Code == "allergies");
        Assert.False(glass.Card.ReadOut);
        Assert.DoesNotContain(agency.Card.Facts, fact => fact.Topic == "allergies");
    }

    [Fact]
    public void What_was_shown_and_what_was_withheld_is_told_by_topic()
    {
        var result = Make(UseOfData.Order, Verification.Verified, "");

        Assert.Contains("deliveryaddress", result.Shown);
        Assert.Contains("allergies", result.Withheld);
        Assert.Contains("products", result.Withheld);
    }

    [Fact]
    public void There_are_never_more_than_three_things_to_know_and_his_safety_comes_first()
    {
        var card = Make(UseOfData.Care, Verification.Verified, "").Card;

        Assert.True(card.Know.Count <= 3);
        Assert.Contains("Penicillin", card.Know[0].Text, StringComparison.Ordinal);
        Assert.NotEmpty(card.Know[0].Origin);
    }

    [Theory]
    [InlineData("Order", "None", 0)]
    [InlineData("Sales", "None", 1)]
    [InlineData("Service", "None", 3)]
    [InlineData("Payment", "None", 5)]
    [InlineData("Payment", "Verified", 2)]
    [InlineData("Payment", "Strong", 0)]
    public void Identification_is_asked_for_by_risk(string purpose, string given, int questions)
    {
        var identification = Identification.For(Enum.Parse<UseOfData>(purpose), Enum.Parse<Verification>(given));

        Assert.Equal(questions, identification.Ask.Count);
        Assert.Equal(questions == 0, identification.IsEnough);
    }

    [Fact]
    public void No_identity_number_is_asked_for_a_pizza() => Assert.Contains("nationalid", Identification.For(UseOfData.Order, Verification.None).NotToAsk);

    [Fact]
    public void Every_purpose_says_how_sure_one_must_be() =>
        Assert.All(Enum.GetValues<UseOfData>(), use => Assert.NotEmpty(Identification.For(use, Verification.None).Use.Spanish));

    [Theory]
    [InlineData("Ana Rojas", "", "", 0, "", "Ana Rojas", false)]
    [InlineData("Ana Rojas", "", "Sra.", 0, "Rojas", "Sra. Rojas", false)]
    [InlineData("Ana Rojas", "Anita", "Sra.", 0, "Rojas", "Anita", true)]
    [InlineData("Ana Rojas", "Anita", "Sra.", 3, "Rojas", "Sra. Rojas", false)]
    [InlineData("Ana Rojas", "", "", 1, "Rojas", "Ana", true)]
    [InlineData("Ana Rojas", "", "", 2, "Rojas", "Ana", true)]
    public void First_names_are_used_only_where_they_are_wished(string name, string preferred, string title, int form, string surnames, string said, bool first)
    {
        var address = SpokenAddress.Of(new Addressing(name, preferred, title, false, (AddressForm)form), surnames);

        Assert.Equal(said, address.Say);
        Assert.Equal(first, address.FirstName);
    }

    [Fact]
    public void A_rule_of_the_house_outweighs_the_shipped_ones_and_a_rule_for_a_role_that_for_everybody()
    {
        var house = new DisclosureMatrix(
            [
                new DisclosureRule(UseOfData.Care, DataCategory.Health, "", DisclosureEffect.Withhold, Sensitivity.Open, Verification.None),
                new DisclosureRule(UseOfData.Care, DataCategory.Health, "Nurse", DisclosureEffect.Show, Sensitivity.Sensitive, Verification.Known),
            ],
            ShippedMatrix.Rules);

        Assert.Equal(DisclosureAnswer.Forbidden, Judge(house, "Agent"));
        Assert.Equal(DisclosureAnswer.Show, Judge(house, "Nurse"));
        Assert.Equal(DisclosureAnswer.AfterVerification, Judge(Shipped, "Agent"));

        static DisclosureAnswer Judge(DisclosureMatrix matrix, string role) =>
            matrix.Judge(UseOfData.Care, DataCategory.Health, Sensitivity.Sensitive, new HashSet<string> { role }, Verification.Known);
    }

    [Fact]
    public void What_no_rule_names_is_denied() =>
        Assert.Equal(
            DisclosureAnswer.Denied,
            new DisclosureMatrix([], []).Judge(UseOfData.Care, DataCategory.Preference, Sensitivity.Open, new HashSet<string>(), Verification.Strong));

    [Theory]
    [InlineData("delinquency", "Order", true)]
    [InlineData("delinquency", "Survey", false)]
    [InlineData("segment", "Order", false)]
    [InlineData("segment", "AccountManagement", true)]
    [InlineData("restriction", "Sales", false)]
    public void A_decision_rests_only_on_what_its_purpose_may_see_or_be_guided_by(string topic, string purpose, bool allowed) =>
        Assert.Equal(allowed, new FactUse(Shipped).IsAllowed(OwnTopics.Find(topic)!, Enum.Parse<UseOfData>(purpose)));

    [Fact]
    public void A_decision_about_credit_never_rests_on_health()
    {
        var allergies = TopicCatalogue.Shipped.Single(topic => topic.Code == "allergies");

        Assert.Equal([allergies], new FactUse(Shipped).Refused([allergies, TopicCatalogue.Shipped.Single(topic => topic.Code == "income")], UseOfData.Credit));
    }

    [Fact]
    public void The_card_reads_in_both_languages()
    {
        var card = Make(UseOfData.Service, Verification.Verified, "").Card;

        Assert.Contains("May offer: no.", CardText.Write(card, Language.English, "CO"), StringComparison.Ordinal);
        Assert.Contains("Puede ofrecer: no.", CardText.Write(card, Language.Spanish, "CO"), StringComparison.Ordinal);
    }

    private static CardResult Make(UseOfData use, Verification verification, string role, Func<CardSubject, CardSubject>? change = null, string glass = "")
    {
        var subject = new CardSubject
        {
            Id = Guid.Empty,
            Person = new Addressing("Ana Rojas", "", "", false, AddressForm.Usted),
            Country = "CO",
            Owner = "Marta Mora",
            Topics = TopicCatalogue.Shipped,
            Facts = new[] { Fact("allergies", "Penicillin"), Fact("deliveryaddress", "Calle 7"), Fact("accessibility", "Speak slowly"), Fact("income", "9000000") }.ToLookup(fact => fact.Topic),
            Products = [new CardProduct("Loan", "L-1", true)],
            Promises = [new CardPromise(100m, "COP", new CalendarDate(2026, 11, 30))],
            Cases = [new CardCase("CAS-1", "Wrong charge", new CalendarDate(2026, 11, 20), "Marta Mora")],
            Contacts =
            [
                new CardContact(new CalendarDate(2026, 11, 22), Channel.PhoneCall, true, true, Purpose.Collection, "Collections"),
                new CardContact(new CalendarDate(2026, 11, 20), Channel.Chat, false, true, Purpose.Requested, "Kitchen"),
            ],
        };
        return CardRule.Make(
            change is null ? subject : change(subject),
            new CardQuestion(use, Channel.PhoneCall, verification, new HashSet<string> { role }, glass, Language.English, Now),
            Shipped);
    }

    private static FactRecord Fact(string topic, string value) => new(Guid.NewGuid(), topic, FactAnswer.Given, Now.AddDays(-3)) { Value = value };
}
