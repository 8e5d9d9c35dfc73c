using System;
using System.Collections.Generic;
using System.Linq;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Platform;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

public class VerdictTests
{
    [Theory]
    [InlineData("planned", false, "moved")]
    [InlineData("sendingnow", false, "moved")]
    [InlineData("planned", true, "stopped")]
    [InlineData("happened", false, "breach")]
    public void What_becomes_of_a_contact_hangs_on_where_it_stands(string phase, bool explicitTime, string decision)
    {
        Words.TryRead<ContactPhase>(phase, out var stands);

        Assert.Equal(decision, Words.Of(Judged.Contact("CO", "phonecall", "collection", "2026-11-24T21:30", phase: stands, explicitTime: explicitTime).Decision));
    }

    [Fact]
    public void A_contact_is_moved_no_farther_than_the_tenant_wants()
    {
        var at = Judged.Utc("2026-11-21T16:00", Judged.Bogota);
        var request = new ContactRequest(Channel.PhoneCall, Purpose.Collection, at, ContactPhase.Planned);
        var customer = new CustomerContext { TimeZoneIds = [Judged.Bogota] };
        var pack = CountryPacks.Find("CO")!;

        Assert.Equal(Decision.Moved, ContactCourtesy.Judge(request with { MoveWithinDays = 2 }, customer, pack, HousePolicy.LawEnforced).Decision);
        Assert.Equal(Decision.Stopped, ContactCourtesy.Judge(request with { MoveWithinDays = 1 }, customer, pack, HousePolicy.LawEnforced).Decision);
    }

    [Fact]
    public void Nothing_is_moved_into_the_past()
    {
        var at = Judged.Utc("2026-11-22T10:00", Judged.Bogota);
        var request = new ContactRequest(Channel.PhoneCall, Purpose.Collection, at, ContactPhase.Planned) { NotBeforeUtc = at.AddDays(3) };

        var verdict = ContactCourtesy.Judge(request, new CustomerContext { TimeZoneIds = [Judged.Bogota] }, CountryPacks.Find("CO")!, HousePolicy.LawEnforced);

        Assert.Equal(at.AddDays(3), verdict.NextAllowedAtUtc);
    }

    [Fact]
    public void A_verdict_says_why_on_what_authority_and_when_in_both_languages()
    {
        var verdict = Judged.Contact("CO", "phonecall", "collection", "2026-11-19T21:30");

        Assert.Equal(
            "It is Thursday 19 November, 21:30 for the customer; on Thursdays a contact for this purpose may be made at 07:00–19:00 (Ley 2300 de 2023, art. 3). "
            + "It may be made from Friday 20 November, 07:00 on the customer's clock.",
            VerdictText.Explain(verdict, Language.English));
        Assert.Equal(
            "Para el cliente es jueves 19 de noviembre, 21:30; los jueves se le puede contactar por este motivo en el horario 07:00–19:00 (Ley 2300 de 2023, art. 3). "
            + "Se puede hacer desde el viernes 20 de noviembre, 07:00 en el reloj del cliente.",
            VerdictText.Explain(verdict, Language.Spanish));
    }

    [Fact]
    public void An_authority_that_was_not_verified_says_so() =>
        Assert.Contains("text not yet verified", VerdictText.Explain(Judged.Contact("MX", "phonecall", "collection", "2026-11-24T23:00"), Language.English), StringComparison.Ordinal);

    [Fact]
    public void The_house_speaks_the_readers_language() =>
        Assert.Contains("(política de la casa)", VerdictText.Explain(Judged.Contact("MX", "sms", "sales", "2026-11-24T23:00"), Language.Spanish), StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    public void Every_rule_can_explain_itself(Language language)
    {
        var said = new Dictionary<string, string>();
        var rest = Judged.Policy(RuleIds.RestAfterConversation, "7");
        var authorisation = Judged.Policy(RuleIds.ChannelAuthorisation, "", RuleMode.Enforce);
        var wish = new Consent(ConsentKind.Preference, null, null) { Window = new Shared.DayWindow(600, 660) };
        Verdict[] verdicts =
        [
            Judged.Contact("CO", "phonecall", "collection", "2026-11-22T10:00"),
            Judged.Contact("CO", "phonecall", "collection", "2026-07-13T10:00"),
            Judged.Contact("CO", "visit", "collection", "2026-11-24T10:00"),
            Judged.Contact("CO", "sms", "sales", "2026-11-24T10:00", consents: new Consent(ConsentKind.OptOut, null, null)),
            Judged.Contact("CO", "phonecall", "collection", "2026-11-24T10:00", policy: authorisation),
            Judged.Contact("CO", "phonecall", "collection", "2026-11-24T12:00", consents: wish),
            Judged.Contact("CO", "email", "collection", "2026-11-24T10:00", "2026-11-24T09:00|phonecall|collection|answered"),
            Judged.Contact("MX", "phonecall", "collection", "2026-11-27T10:00", "2026-11-23T09:00|sms|sales|delivered", Judged.Policy(RuleIds.WeeklyCap, "1")),
            Judged.Contact("CO", "phonecall", "collection", "2026-11-25T10:00", "2026-11-24T09:00|phonecall|collection|conversation", rest),
        ];
        verdicts =
        [
            .. verdicts,
            Judged.Contact("CO", "phonecall", "collection", "2026-11-25T10:00", "2026-11-24T09:00|phonecall|collection|attempted", Judged.Policy(RuleIds.Spacing, "3")),
            Judged.Contact("CO", "phonecall", "collection", "2026-11-25T10:00", "2026-11-24T09:00|phonecall|collection|attempted", Judged.Policy(RuleIds.RollingCap, "1")),
            Judged.Contact("CO", "phonecall", "collection", "2026-11-25T10:00", policy: HousePolicy.LawEnforced.ClosedOn([new Closure(Judged.Day("2026-11-25"), Judged.Day("2026-11-25"), "")])),
        ];
        foreach (var finding in verdicts.SelectMany(verdict => verdict.Findings)) said[finding.RuleId] = VerdictText.Explain(finding, language);

        Assert.Equal(RuleIds.All.Except(Ledgers.Rules).Order(StringComparer.Ordinal), said.Keys.Order(StringComparer.Ordinal));
        Assert.All(said.Values, text => Assert.DoesNotMatch("[{}]|  ", text));
    }

    [Fact]
    public void Every_message_exists_in_both_languages_with_the_same_places()
    {
        var english = Messages("Crm.Extensions.Collections.Rules.Messages");
        var spanish = Messages("Crm.Extensions.Collections.Rules.Messages.Spanish");

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), spanish.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, pair => Assert.Equal(Places(pair.Value), Places(spanish[pair.Key])));
    }

    [Fact]
    public void The_json_holds_what_programs_ask_for()
    {
        using var json = JsonDocument.Parse(VerdictJson.Write(Judged.Contact("CO", "phonecall", "collection", "2026-11-22T10:00"), Language.English));
        var root = json.RootElement;

        Assert.False(root.GetProperty("allowed").GetBoolean());
        Assert.Equal("moved", root.GetProperty("decision").GetString());
        Assert.Equal("2026-11-23T07:00:00-05:00", root.GetProperty("nextAllowedAt").GetString());
        Assert.Equal("2026-11-22T10:00:00-05:00", root.GetProperty("localTime").GetString());
        var rule = Assert.Single(root.GetProperty("rules").EnumerateArray());
        Assert.Equal("permitted-hours", rule.GetProperty("id").GetString());
        Assert.Equal("Ley 2300 de 2023, art. 3", rule.GetProperty("source").GetString());
        Assert.NotEmpty(rule.GetProperty("explanation").GetString()!);
    }

    private static Dictionary<string, string> Messages(string name)
    {
        using var set = new ResourceReader(typeof(ContactCourtesy).Assembly.GetManifestResourceStream(name + ".resources")!);
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> Places(string text) => Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
