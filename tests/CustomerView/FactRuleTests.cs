using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Facts;
using Xunit;

namespace Crm.Extensions.Tests.CustomerView;

/// <summary>When a topic may be asked, what takes the place of what, and what is a repeat.</summary>
public sealed class FactRuleTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 15, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_nobody_has_said_may_be_asked() => Assert.True(FactStanding.Of([], Now).MayAsk);

    [Theory]
    [InlineData("Given", false)]
    [InlineData("Declined", false)]
    [InlineData("Unknown", false)]
    public void What_was_answered_in_any_way_is_not_asked_again(string answer, bool mayAsk) =>
        Assert.Equal(mayAsk, FactStanding.Of([Said(1, "A", answer: Enum.Parse<FactAnswer>(answer))], Now).MayAsk);

    [Fact]
    public void An_answer_that_has_expired_may_be_asked_anew_from_that_very_instant()
    {
        var fact = Said(10, "A") with { ExpiresUtc = Now };

        Assert.Equal(Knowledge.Expired, FactStanding.Of([fact], Now).Knowledge);
        Assert.Equal(Knowledge.Known, FactStanding.Of([fact], Now.AddSeconds(-1)).Knowledge);
    }

    [Fact]
    public void Two_places_that_say_different_things_contradict_until_the_customer_himself_speaks()
    {
        var register = Said(5, "Calle 1") with { Source = FactSource.ThirdParty, Origin = "the register" };
        var bureau = Said(3, "Calle 2") with { Source = FactSource.ThirdParty, Origin = "the bureau" };

        Assert.Equal(Knowledge.Contradictory, FactStanding.Of([register, bureau], Now).Knowledge);
        Assert.Equal("Calle 3", FactStanding.Of([register, bureau, Said(1, "Calle 3")], Now).Fact!.Value);
        Assert.Equal(Knowledge.Known, FactStanding.Of([register, bureau, Said(1, "Calle 3")], Now).Knowledge);
    }

    [Fact]
    public void Places_that_say_the_same_in_other_letters_do_not_contradict() =>
        Assert.Equal(Knowledge.Known, FactStanding.Of([Said(5, "Calle  1"), Said(3, "CALLE 1 ") with { Source = FactSource.ThirdParty }], Now).Knowledge);

    [Fact]
    public void What_a_call_centre_typed_never_takes_the_place_of_what_we_heard()
    {
        var ours = Said(5, "two children");
        var theirs = Said(1, "none") with { AgentCompany = "Callmas" };

        Assert.Equal(Knowledge.Contradictory, FactStanding.Of([ours, theirs], Now).Knowledge);
        Assert.All(FactHistory.Marks([ours, theirs]), mark => Assert.Null(mark.SupersededBy));
    }

    [Fact]
    public void Not_knowing_takes_the_place_of_nothing_and_is_asked_again_after_a_month()
    {
        var known = Said(40, "A");
        var unsure = Said(1, "", answer: FactAnswer.Unknown) with { ExpiresUtc = FactHistory.ExpiryOf(FactAnswer.Unknown, 0, Now.AddDays(-1)) };

        Assert.Equal("A", FactStanding.Of([known, unsure], Now).Fact!.Value);
        Assert.True(FactStanding.Of([unsure], Now.AddDays(30)).MayAsk);
        Assert.False(FactStanding.Of([unsure], Now.AddDays(28)).MayAsk);
    }

    [Fact]
    public void Who_declined_is_never_asked_again() => Assert.Null(FactHistory.ExpiryOf(FactAnswer.Declined, 30, Now));

    [Fact]
    public void The_same_topic_told_again_while_it_was_valid_is_a_repeat()
    {
        Assert.True(FactHistory.IsRepeat(Said(0, "A"), [Said(3, "A")]));
        Assert.True(FactHistory.IsRepeat(Said(0, "A"), [Said(3, "", answer: FactAnswer.Declined)]));
        Assert.False(FactHistory.IsRepeat(Said(0, "A"), []));
        Assert.False(FactHistory.IsRepeat(Said(0, "A"), [Said(3, "A") with { ExpiresUtc = Now.AddDays(-1) }]));
    }

    [Fact]
    public void Confirming_is_no_repeat_and_neither_is_a_correction_in_the_same_conversation_or_what_we_saw_ourselves()
    {
        var before = Said(3, "A") with { HeardInId = "call-1" };

        Assert.False(FactHistory.IsRepeat(Said(0, "B") with { ConfirmedUtc = Now }, [before]));
        Assert.False(FactHistory.IsRepeat(Said(0, "B") with { HeardInId = "call-1" }, [before]));
        Assert.False(FactHistory.IsRepeat(Said(0, "B") with { Source = FactSource.Observed }, [before]));
        Assert.True(FactHistory.IsRepeat(Said(0, "B") with { HeardInId = "call-2" }, [before]));
    }

    [Fact]
    public void The_marks_are_the_same_in_whatever_order_the_facts_arrived()
    {
        List<FactRecord> facts = [Said(9, "A"), Said(7, "B"), Said(5, "", answer: FactAnswer.Declined), Said(3, "C") with { Source = FactSource.Observed }, Said(1, "D")];
        var expected = Text(facts);

        for (var turn = 0; turn < 20; turn++)
        {
            Assert.Equal(expected, Text([.. facts.OrderBy(fact => (fact.RecordedUtc.Day * 37 * (turn + 1)) % 11)]));
        }

        static string Text(IReadOnlyList<FactRecord> facts) =>
            string.Join(";", FactHistory.Marks(facts).Select(mark => mark.Fact.Value + mark.Repeated + mark.SupersededBy?.Value));
    }

    [Fact]
    public void Questions_follow_the_order_of_their_topics_and_leave_out_what_serves_another_purpose()
    {
        Topic[] topics =
        [
            Topic("b", 20, UseOfData.Order), Topic("a", 20, UseOfData.Order), Topic("first", 10, UseOfData.Order, UseOfData.Care), Topic("other", 1, UseOfData.Care),
        ];
        var facts = new[] { Said(1, "A") with { Topic = "b" } }.ToLookup(fact => fact.Topic);

        var questions = QuestionList.Of(topics, facts, UseOfData.Order, Now);

        Assert.Equal(["first", "a"], questions.Ask.Select(question => question.Topic.Code));
        Assert.Equal(["b"], questions.Asked.Select(question => question.Topic.Code));
    }

    [Fact]
    public void The_catalogue_covers_every_category_and_speaks_both_languages()
    {
        Assert.Equal(Enum.GetValues<DataCategory>(), TopicCatalogue.Shipped.Select(topic => topic.Category).Distinct().Order());
        Assert.Equal(TopicCatalogue.Shipped.Count, TopicCatalogue.Shipped.Select(topic => topic.Code).Distinct().Count());
        Assert.All(TopicCatalogue.Shipped, topic =>
        {
            Assert.NotEmpty(topic.Uses);
            Assert.NotEmpty(topic.Name);
            Assert.NotEmpty(topic.QuestionEnglish);
            Assert.NotEmpty(topic.NameSpanish);
            Assert.NotEqual(topic.QuestionEnglish, topic.QuestionSpanish);
        });
        Assert.Contains(TopicCatalogue.Shipped, topic => topic.IsDocument);
    }

    [Fact]
    public void A_call_centre_that_writes_the_same_for_everybody_is_seen()
    {
        var facts = Enumerable.Range(0, 10)
            .Select(n => new HeardFact("Callmas", "household", Guid.NewGuid(), n < 9 ? "2" : "5", n < 9 ? "Customer satisfied, will think about it." : "We are five, and the dog."))
            .Append(new HeardFact("Otra", "household", Guid.NewGuid(), "2", "Customer satisfied, will think about it."))
            .ToList();

        var report = HeardReport.Of(facts);

        Assert.Equal(0.9m, report.Values.Single(value => value.Company == "Callmas").Share);
        Assert.Equal(9, Assert.Single(report.Notes).Customers);
    }

    private static Topic Topic(string code, int order, params UseOfData[] uses) => new(code, DataCategory.Preference, Sensitivity.Open) { Order = order, Uses = uses };

    private static FactRecord Said(int daysAgo, string value, FactAnswer answer = FactAnswer.Given) =>
        new(Guid.NewGuid(), "topic", answer, Now.AddDays(-daysAgo)) { Value = value };
}
