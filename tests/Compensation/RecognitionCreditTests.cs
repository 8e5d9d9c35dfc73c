using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Recognition;
using Crm.Extensions.Shared;
using FsCheck.Xunit;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>What recognitions count, so that writing them down is not what pays.</summary>
public sealed class RecognitionCreditTests
{
    private static readonly CalendarDate Today = CalendarDate.Of(new DateTime(2026, 11, 23));

    [Fact]
    public void What_nobody_has_looked_at_counts_by_the_share_of_the_checked_that_was_true()
    {
        var credit = Credit(
        [
            .. Many(10, RecognitionVerifier.None), .. Many(3, RecognitionVerifier.Sample), Fact(RecognitionVerifier.Sample, refuted: true), .. Many(2, RecognitionVerifier.Customer),
        ]);

        Assert.Equal(new RecognitionCredit(16, 5, 1, 4, 0.75m, 12.5m), credit); // 5 confirmed + 0.75 × 10
    }

    [Fact]
    public void Without_a_check_only_the_customers_word_counts() =>
        Assert.Equal(2m, Credit([.. Many(50, RecognitionVerifier.None), .. Many(2, RecognitionVerifier.Customer)]).Counted);

    [Fact]
    public void One_customer_counts_once_a_day()
    {
        var customer = "guest";
        RecognitionFact Again(RecognitionVerifier verifier) => Fact(verifier) with { CustomerId = customer };

        Assert.Equal(1m, Credit([Again(RecognitionVerifier.Customer), Again(RecognitionVerifier.None), Again(RecognitionVerifier.Sample)]).Counted);
        Assert.Equal(2m, Credit([Again(RecognitionVerifier.Customer), Again(RecognitionVerifier.Customer) with { On = Today.AddDays(1) }]).Counted);
    }

    [Fact]
    public void Writing_an_untrue_one_down_twice_does_not_wash_it()
    {
        var customer = "guest";

        Assert.Equal(0m, Credit([Fact(RecognitionVerifier.Sample, refuted: true) with { CustomerId = customer }, Fact(RecognitionVerifier.Customer) with { CustomerId = customer }]).Counted);
    }

    [Fact]
    public void Without_an_activity_on_record_nothing_counts() =>
        Assert.Equal(0m, Credit([Fact(RecognitionVerifier.Customer) with { HasActivity = false }]).Counted);

    [Property]
    public bool The_order_does_not_matter_and_no_more_counts_than_was_written(List<int> words)
    {
        var facts = words.Select(word => Fact((RecognitionVerifier)((word & 0xFFFF) % 3), refuted: word % 5 == 0) with { On = Today.AddDays((word & 0xFFFF) % 7), CustomerId = "guest " + ((word & 0xFFFF) % 11) }).ToList();
        var credit = Credit(facts);
        return credit == Credit(facts.AsEnumerable().Reverse()) && credit.Counted >= credit.Confirmed && credit.Counted <= credit.Recorded - credit.Refuted;
    }

    [Fact]
    public void Chance_draws_about_as_many_as_it_is_told_and_always_the_same()
    {
        var keys = Enumerable.Range(0, 10_000).Select(number => RecognitionSample.KeyOf("bellboy", "call " + number, RecognitionKind.ByName)).ToList();

        Assert.InRange(keys.Count(key => RecognitionSample.Draws(key, 10)), 900, 1100);
        Assert.All(keys.Take(100), key => Assert.Equal(RecognitionSample.Draws(key, 10), RecognitionSample.Draws(key, 10)));
        Assert.All(keys.Where(key => RecognitionSample.Draws(key, 10)), key => Assert.True(RecognitionSample.Draws(key, 50)));
        Assert.DoesNotContain(keys, key => RecognitionSample.Draws(key, 0));
        Assert.All(keys, key => Assert.True(RecognitionSample.Draws(key, 100)));
    }

    private static IEnumerable<RecognitionFact> Many(int count, RecognitionVerifier verifier) => Enumerable.Range(0, count).Select(_ => Fact(verifier));

    private static RecognitionCredit Credit(IEnumerable<RecognitionFact> facts) => RecognitionCredit.Of(RecognitionCredit.Meetings(facts));

    private static RecognitionFact Fact(RecognitionVerifier verifier, bool refuted = false) => new(Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), Today, verifier, refuted);
}
