using Crm.Extensions.Collections;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

public class ConsentTests
{
    [Theory]
    [InlineData(null, null, false)]
    [InlineData("sms", null, false)]
    [InlineData("sms", "sales", false)]
    [InlineData("phonecall", null, true)]
    [InlineData(null, "collection", true)]
    public void An_opt_out_is_by_channel_and_purpose(string? channel, string? purpose, bool allowed)
    {
        var optOut = new Consent(ConsentKind.OptOut, Read<Channel>(channel), Read<Purpose>(purpose));

        var verdict = Judged.Contact("CO", "sms", "sales", "2026-11-24T10:00", consents: optOut);

        Assert.Equal(allowed, verdict.Allowed);
        Assert.Equal(allowed ? Decision.Allowed : Decision.Stopped, verdict.Decision);
    }

    [Fact]
    public void An_opt_out_with_an_end_is_waited_for()
    {
        var optOut = new Consent(ConsentKind.OptOut, null, Purpose.Sales) { From = Judged.Day("2026-11-01"), Until = Judged.Day("2026-11-25") };

        Assert.Equal("2026-11-26T07:00", Judged.Contact("CO", "sms", "sales", "2026-11-24T10:00", consents: optOut).NextLocal());
    }

    [Fact]
    public void Authorisation_is_asked_for_only_where_the_tenant_records_it()
    {
        var records = Judged.Policy(RuleIds.ChannelAuthorisation, "", RuleMode.Enforce);
        var authorised = new Consent(ConsentKind.ChannelAuthorisation, Channel.PhoneCall, null);

        Assert.True(Judged.Contact("CO", "phonecall", "collection", "2026-11-24T10:00").Allowed);
        Assert.Equal(RuleIds.ChannelAuthorisation, Judged.Contact("CO", "phonecall", "collection", "2026-11-24T10:00", policy: records).RuleIds);
        Assert.True(Judged.Contact("CO", "phonecall", "collection", "2026-11-24T10:00", policy: records, consents: authorised).Allowed);
        Assert.False(Judged.Contact("CO", "sms", "collection", "2026-11-24T10:00", policy: records, consents: authorised).Allowed);
        Assert.True(Judged.Contact("CO", "letter", "collection", "2026-11-24T10:00", policy: records).Allowed);
    }

    [Theory]
    [InlineData("CO", "collection", false, "Ley 2300 de 2023, art. 6")]
    [InlineData("CO", "thankyou", true, "art. 6 speaks of collection")]
    [InlineData("MX", "collection", true, "no such rule in Mexico")]
    public void Nobody_is_visited_to_collect_where_the_law_forbids_it(string country, string purpose, bool allowed, string source)
    {
        Assert.NotEmpty(source);
        Assert.Equal(allowed, Judged.Contact(country, "visit", purpose, "2026-11-24T10:00").Allowed);
    }

    [Fact]
    public void An_express_authorisation_opens_visits_and_a_general_one_does_not()
    {
        var express = new Consent(ConsentKind.ChannelAuthorisation, Channel.Visit, null);
        var general = new Consent(ConsentKind.ChannelAuthorisation, null, null);

        Assert.True(Judged.Contact("CO", "visit", "collection", "2026-11-24T10:00", consents: express).Allowed);
        Assert.False(Judged.Contact("CO", "visit", "collection", "2026-11-24T10:00", consents: general).Allowed);
    }

    private static T? Read<T>(string? word)
        where T : struct, System.Enum => Words.TryRead<T>(word, out var value) ? value : null;
}
