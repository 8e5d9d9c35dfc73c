using System;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.GoodwillStories;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Whoever greets a customer by name is recognised for it, the bellboy too; and writing it down is not what pays.</summary>
public sealed class RecognitionStories : IDisposable
{
    private readonly GoodwillHouse house = new();

    public void Dispose() => house.Dispose();

    [Fact]
    public void The_bellboys_recognition_is_written_by_his_lead_and_confirmed_by_the_guest()
    {
        var guest = house.Customer("Grace Guest", 0);
        var call = Call(guest, house.LuisUser);

        var answer = house.AsLuis.Execute(Record(guest, call, ("WorkerId", house.Beto), ("Note", "Good morning, Ms Guest")));
        var survey = Survey(guest, house.Service);
        var byLuis = Refused(() => house.AsLuis.Execute(Verify(answer, "customer", true, survey)));
        var without = Refused(() => AsDora().Execute(Verify(answer, "customer", true)));
        var confirmed = AsDora().Execute(Verify(answer, "customer", true, survey));
        var again = Refused(() => AsDora().Execute(Verify(answer, "customer", false, survey)));

        Assert.Equal("Thank you: it is written down that Beto Botones recognised Grace Guest. It counts once the customer or a check confirms it.", answer["Explanation"]);
        var row = Row(answer);
        Assert.Equal(house.Beto, row.GetAttributeValue<EntityReference>("crmx_workerid").Id);
        Assert.Equal(1, Word(row, "crmx_recordedby"));
        Assert.Equal(house.LuisUser, row.GetAttributeValue<EntityReference>("crmx_recordedbyid").Id);
        Assert.StartsWith("Neither who recognised the customer nor who wrote it down", byLuis, StringComparison.Ordinal);
        Assert.StartsWith("The customer's word needs its evidence", without, StringComparison.Ordinal);
        Assert.Equal("Confirmed: it counts.", confirmed["Explanation"]);
        Assert.StartsWith("This was looked at on 2026-11-23", again, StringComparison.Ordinal);
        Assert.Equal(1, Word(row, "crmx_verifiedby"));
        Assert.False(row.GetAttributeValue<bool>("crmx_refuted"));
        Assert.Contains(survey.ToString(), row.GetAttributeValue<string>("crmx_note"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_is_made_of_what_chance_has_drawn_and_an_untrue_one_is_marked()
    {
        house.Tenant.Set("crmx_RecognitionSample", "0");
        house.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        var undrawn = house.AsAna.Execute(Record(house.Customer("One", 1), null));
        house.Tenant.Set("crmx_RecognitionSample", "100");
        house.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        var drawn = house.AsAna.Execute(Record(house.Customer("Two", 1), null));

        var refused = Refused(() => house.AsLuis.Execute(Verify(undrawn, "sample", true)));
        var answer = house.AsLuis.Execute(Verify(drawn, "sample", false));

        Assert.StartsWith("Chance has not drawn this one", refused, StringComparison.Ordinal);
        Assert.Equal("Noted as not so: it does not count.", answer["Explanation"]);
        Assert.True(Row(drawn).GetAttributeValue<bool>("crmx_refuted"));
        Assert.Equal(2, Word(Row(drawn), "crmx_verifiedby"));
        Assert.Equal(house.LuisUser, Row(drawn).GetAttributeValue<EntityReference>("crmx_verifiedbyid").Id);
    }

    [Fact]
    public void The_same_meeting_once_more_is_the_same_recognition()
    {
        var guest = house.Customer("Grace Guest", 0);
        var call = Call(guest);

        var first = house.AsAna.Execute(Record(guest, call));
        var again = house.AsAna.Execute(Record(guest, call));

        Assert.Equal(first["RecognitionId"], again["RecognitionId"]);
        Assert.StartsWith("That was written down before", (string)again["Explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_activity_it_is_written_down_and_told_that_it_does_not_count()
    {
        var guest = house.Customer("Grace Guest", 0);

        Assert.Contains("does not count for pay", (string)house.AsAna.Execute(Record(guest, null))["Explanation"], StringComparison.Ordinal);
        Assert.Contains("no cuenta para la remuneración", (string)house.AsAna.Execute(Record(guest, null, ("Language", 3082)))["Explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_activity_that_is_unknown_or_with_another_customer_is_no_evidence()
    {
        var guest = house.Customer("Grace Guest", 0);

        Assert.Equal("This activity does not exist, or you may not see it.", Refused(() => house.AsAna.Execute(Record(guest, Guid.NewGuid()))));
        Assert.Equal("That activity is with another customer.", Refused(() => house.AsAna.Execute(Record(guest, Call(house.Customer("Other", 1))))));
        Assert.StartsWith("'contact' is no table of activities", Refused(() => house.AsAna.Execute(Record(guest, Guid.NewGuid(), ("ActivityTable", "contact")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_writes_for_those_who_do_not_report_to_him_nor_what_has_not_happened()
    {
        var guest = house.Customer("Grace Guest", 0);

        Assert.StartsWith("You may write down recognitions of your own", Refused(() => house.AsAna.Execute(Record(guest, null, ("WorkerId", house.Beto)))), StringComparison.Ordinal);
        Assert.StartsWith("A recognition can be written down once", Refused(() => house.AsAna.Execute(Record(guest, null, ("On", Bogota(25, 10, 0))))), StringComparison.Ordinal);
        Assert.StartsWith("Ana Andrade did not work with us on 2023-05-01", Refused(() => house.AsAna.Execute(Record(guest, null, ("On", new DateTime(2023, 5, 1))))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_confirms_a_recognition_is_not_typed_in_on_a_form_or_import()
    {
        var guest = house.Customer("Grace Guest", 0);
        var forged = house.AsAna.Create(new Entity("crmx_recognition")
        {
            ["crmx_customerid"] = new EntityReference("crmx_customer", guest),
            ["crmx_workerid"] = new EntityReference("crmx_worker", house.Ana),
            ["crmx_kind"] = Choice(0),
            ["crmx_verifiedby"] = Choice(1),
            ["crmx_verifiedon"] = Bogota(23, 9, 0),
            ["crmx_recordedby"] = Choice(1),
        });

        var row = house.Tenant.Read("crmx_recognition", forged, "crmx_verifiedby", "crmx_verifiedon", "crmx_recordedby");
        Assert.Equal(0, Word(row, "crmx_verifiedby"));
        Assert.False(row.Contains("crmx_verifiedon"));
        Assert.Equal(0, Word(row, "crmx_recordedby"));
        Assert.StartsWith("What confirms a recognition", Refused(() => house.Service.Update(new Entity("crmx_recognition", forged) { ["crmx_verifiedby"] = Choice(1) })), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_writes_down_the_survey_that_pays_himself()
    {
        var guest = house.Customer("Grace Guest", 0);
        var manager = house.Tenant.Dataverse.AddUser("Marta Mando", "System Administrator");
        var marta = house.Worker("Marta Mando", house.FrontDesk, house.Luis, manager);
        var her = house.Tenant.Dataverse.Connect(manager);

        var own = Refused(() => Survey(guest, her, marta));
        var honest = Survey(guest, house.Service, marta);
        var changed = Refused(() => her.Update(new Entity("crmx_surveyresponse", honest) { ["crmx_score"] = 10 }));
        var handed = Refused(() => her.Update(new Entity("crmx_surveyresponse", honest) { ["crmx_workerid"] = new EntityReference("crmx_worker", house.Beto) }));
        Survey(guest, her, house.Beto);

        Assert.All(new[] { own, changed, handed }, text => Assert.StartsWith("Nobody may write down a customer's answer that pays himself", text, StringComparison.Ordinal));
        Assert.ThrowsAny<Exception>(() => Survey(guest, house.Service, score: 11));
    }

    private IOrganizationService AsDora() => house.Tenant.Dataverse.Connect(house.DoraUser);

    private Entity Row(OrganizationResponse answer) => house.Tenant.Read(
        "crmx_recognition", (Guid)answer["RecognitionId"], "crmx_workerid", "crmx_recordedby", "crmx_recordedbyid", "crmx_verifiedby", "crmx_verifiedbyid", "crmx_refuted", "crmx_note");

    private Guid Call(Guid guest, Guid? owner = null) => house.Service.Create(new Entity("phonecall")
    {
        ["subject"] = "He called", ["directioncode"] = false, ["crmx_customerid"] = new EntityReference("crmx_customer", guest),
        ["ownerid"] = new EntityReference("systemuser", owner ?? house.AnaUser),
    });

    private static Guid Survey(Guid guest, IOrganizationService by, Guid? worker = null, int score = 9)
    {
        var survey = new Entity("crmx_surveyresponse")
        {
            ["crmx_name"] = "Survey", ["crmx_customerid"] = new EntityReference("crmx_customer", guest), ["crmx_score"] = score, ["crmx_words"] = "He knew my name",
            ["crmx_reference"] = Guid.NewGuid().ToString("N"),
        };
        if (worker is { } about) survey["crmx_workerid"] = new EntityReference("crmx_worker", about);
        return by.Create(survey);
    }

    private static OrganizationRequest Record(Guid guest, Guid? call, params (string Name, object Value)[] more)
    {
        var request = new OrganizationRequest("crmx_RecordRecognition") { ["CustomerId"] = guest, ["Kind"] = "byname" };
        if (call is { } id)
        {
            request["ActivityTable"] = "phonecall";
            request["ActivityId"] = id;
        }

        foreach (var (name, value) in more) request[name] = value;
        return request;
    }

    private static OrganizationRequest Verify(OrganizationResponse recognition, string by, bool confirmed, Guid? survey = null)
    {
        var request = new OrganizationRequest("crmx_VerifyRecognition") { ["RecognitionId"] = recognition["RecognitionId"], ["By"] = by, ["Confirmed"] = confirmed };
        if (survey is { } id) request["SurveyResponseId"] = id;
        return request;
    }
}
