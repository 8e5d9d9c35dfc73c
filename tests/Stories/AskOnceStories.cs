using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Nobody is asked twice: what one department heard, all have heard.</summary>
public sealed class AskOnceStories
{
    [Fact]
    public void Three_departments_that_ask_the_same_thing_are_told_and_the_supervisor_sees_on_which_call()
    {
        using var tenant = new Tenant();
        var first = Heard(tenant);
        var second = Heard(tenant);
        var third = Heard(tenant);

        var sales = Record(tenant, "household", "four of us", department: "Sales", heardIn: first);
        tenant.Dataverse.Clock.Advance(TimeSpan.FromHours(1));
        var support = Record(tenant, "household", "four", department: "Support", heardIn: second);
        tenant.Dataverse.Clock.Advance(TimeSpan.FromHours(1));
        var marketing = Record(tenant, "household", "4", department: "Marketing", heardIn: third);
        Work(tenant);

        Assert.Equal(false, sales["Repeated"]);
        Assert.Equal(true, support["Repeated"]);
        Assert.Equal(true, marketing["Repeated"]);
        Assert.Contains("on record already", (string)support["Explanation"], StringComparison.Ordinal);
        Assert.Null(Repeats(tenant, first));
        Assert.Equal(1, Repeats(tenant, second));
        Assert.Equal(1, Repeats(tenant, third));
        var facts = Facts(tenant);
        Assert.Equal([false, true, true], facts.Select(fact => fact.GetAttributeValue<bool>("crmx_repeated")));
        Assert.Equal(facts[1].Id, facts[0].GetAttributeValue<EntityReference>("crmx_supersededbyid").Id);
        Assert.Null(facts[2].GetAttributeValue<EntityReference>("crmx_supersededbyid"));
    }

    [Fact]
    public void What_the_customer_declined_to_say_is_never_asked_again()
    {
        using var tenant = new Tenant();
        Assert.Contains("\"income\"", Ask(tenant, "credit"), StringComparison.Ordinal);

        Record(tenant, "income", null, answer: "declined", words: "That is my own affair.");
        tenant.Dataverse.Clock.Advance(TimeSpan.FromDays(3000));

        var asked = Ask(tenant, "credit");
        Assert.Contains("{\"topic\":\"income\",\"name\":\"Monthly income\",\"answer\":\"declined\"}", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("own affair", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_comes_back_when_its_answer_has_expired()
    {
        using var tenant = new Tenant();
        Record(tenant, "proofofaddress", "electricity bill of October");
        Assert.DoesNotContain("{\"topic\":\"proofofaddress\",\"question\"", Ask(tenant, "credit"), StringComparison.Ordinal);

        tenant.Dataverse.Clock.Advance(TimeSpan.FromDays(91));

        Assert.Contains("\"why\":\"expired\",\"document\":true", Ask(tenant, "credit"), StringComparison.Ordinal);
        Assert.Equal(false, Record(tenant, "proofofaddress", "water bill of February")["Repeated"]);
    }

    [Fact]
    public void Confirming_prolongs_what_is_on_record_and_is_no_repeat()
    {
        using var tenant = new Tenant();
        var fact = Record(tenant, "phone", "+57 300 1112233")["FactId"];
        tenant.Dataverse.Clock.Advance(TimeSpan.FromDays(700));

        var confirmed = Record(tenant, "phone", "+57 300 1112233", confirming: true);
        tenant.Dataverse.Clock.Advance(TimeSpan.FromDays(100));

        Assert.Equal(fact, confirmed["FactId"]);
        Assert.Equal(false, confirmed["Repeated"]);
        Assert.DoesNotContain("{\"topic\":\"phone\",\"question\"", Ask(tenant, "service"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_call_repeated_after_a_lost_answer_records_nothing_more()
    {
        using var tenant = new Tenant();
        var call = Heard(tenant);

        var first = Record(tenant, "household", "four", heardIn: call);
        var again = Record(tenant, "household", "four", heardIn: call);
        Work(tenant);

        Assert.Equal(first["FactId"], again["FactId"]);
        Assert.Single(Facts(tenant));
        Assert.Null(Repeats(tenant, call));
    }

    [Fact]
    public void A_row_that_is_typed_or_imported_is_kept_like_any_other()
    {
        using var tenant = new Tenant();
        Record(tenant, "household", "four");
        tenant.Dataverse.Clock.Advance(TimeSpan.FromDays(1));

        var typed = tenant.Service.Create(new Entity("crmx_customerfact")
        {
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["crmx_topicid"] = Topic(tenant, "household"),
            ["crmx_words"] = "We are four at home",
        });

        var row = tenant.Read("crmx_customerfact", typed, "crmx_repeated", "crmx_expireson", "crmx_origin", "crmx_answer", "crmx_name");
        Assert.True(row.GetAttributeValue<bool>("crmx_repeated"));
        Assert.Equal(tenant.Dataverse.Clock.UtcNow.AddDays(730), row.GetAttributeValue<DateTime>("crmx_expireson"));
        Assert.StartsWith("You told us on", row.GetAttributeValue<string>("crmx_origin"), StringComparison.Ordinal);
        Assert.Equal(0, Word(row, "crmx_answer"));
        Assert.StartsWith("Household", row.GetAttributeValue<string>("crmx_name"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_customers_own_words_are_never_edited()
    {
        using var tenant = new Tenant();
        var fact = (Guid)Record(tenant, "household", "four", words: "We are four")["FactId"];

        var refused = Assert.ThrowsAny<FaultException>(() => tenant.Service.Update(new Entity("crmx_customerfact", fact) { ["crmx_words"] = "We are five" }));
        Assert.ThrowsAny<FaultException>(() => tenant.Service.Update(new Entity("crmx_customerfact", fact) { ["crmx_value"] = "five" }));
        tenant.Service.Update(new Entity("crmx_customerfact", fact) { ["crmx_words"] = "We are four", ["crmx_department"] = "Sales" });

        Assert.Contains("never edited", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_two_places_say_differently_is_asked_once_more()
    {
        using var tenant = new Tenant();
        Record(tenant, "homeaddress", "Calle 1", source: "thirdparty", origin: "The register says so");
        Record(tenant, "homeaddress", "Calle 2", source: "thirdparty", origin: "The bureau says so");
        Assert.Contains("\"why\":\"contradictory\"", Ask(tenant, "credit"), StringComparison.Ordinal);

        var said = Record(tenant, "homeaddress", "Calle 3");

        Assert.Equal(false, said["Repeated"]);
        Assert.DoesNotContain("contradictory", Ask(tenant, "credit"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_is_installed_once_and_an_administrators_changes_stand()
    {
        using var tenant = new Tenant();
        var topic = Topic(tenant, "household");
        tenant.Service.Update(new Entity("crmx_topic", topic.Id) { ["crmx_validdays"] = 10 });

        var again = tenant.Service.Execute(new OrganizationRequest("crmx_CompleteInstallation"));

        Assert.Equal(0, again.Results["TopicsCreated"]);
        Assert.Equal(10, tenant.Read("crmx_topic", topic.Id, "crmx_validdays").GetAttributeValue<int>("crmx_validdays"));
    }

    [Fact]
    public void What_a_call_centre_types_for_everybody_is_reported()
    {
        using var tenant = new Tenant();
        for (var n = 0; n < 4; n++)
        {
            Record(tenant, "household", n < 3 ? "2" : "6", words: n < 3 ? "Satisfied, will think about it." : "We are six.", agentCompany: "Callmas", customer: tenant.AddCustomer("Customer " + n, owes: false));
        }

        var report = tenant.Service.Execute(new OrganizationRequest("crmx_ReportHeard"));

        Assert.Contains("\"company\":\"Callmas\",\"topic\":\"household\",\"value\":\"2\",\"times\":3,\"of\":4,\"share\":0.75", (string)report.Results["Details"], StringComparison.Ordinal);
        Assert.Contains("the same words for 3 customers", (string)report.Results["Explanation"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nosuchtopic", "x", null, "There is no topic 'nosuchtopic'")]
    [InlineData("household", null, null, "Please give the value or the customer's words")]
    [InlineData("household", "x", "perhaps", "'perhaps' is not a value of Answer")]
    public void What_cannot_be_recorded_is_refused_with_what_can_be_done(string topic, string? value, string? answer, string message)
    {
        using var tenant = new Tenant();

        var refused = Assert.ThrowsAny<FaultException>(() => Record(tenant, topic, value, answer: answer));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Facts(tenant));
    }

    [Fact]
    public void A_text_of_a_megabyte_is_refused_and_control_characters_lose_nothing()
    {
        using var tenant = new Tenant();

        var refused = Assert.ThrowsAny<FaultException>(() => Record(tenant, "household", new string('x', 1_000_000)));
        Record(tenant, "household", "four‮\tof us");

        Assert.Contains("4000", refused.Message, StringComparison.Ordinal);
        Assert.Contains("of us", Assert.Single(Facts(tenant)).GetAttributeValue<string>("crmx_value"), StringComparison.Ordinal);
    }

    internal static void Work(Tenant tenant) => Assert.DoesNotContain(tenant.Dataverse.Jobs.RunAll(), job => job.Fault is not null);

    internal static OrganizationResponse Record(
        Tenant tenant, string topic, string? value, string? words = null, string? answer = null, string? source = null, string? origin = null, string? department = null,
        string? agentCompany = null, EntityReference? heardIn = null, bool confirming = false, Guid? customer = null, IOrganizationService? by = null)
    {
        var request = new OrganizationRequest("crmx_RecordFact") { ["CustomerId"] = customer ?? tenant.CustomerId, ["Topic"] = topic };
        void Add(string name, object? given)
        {
            if (given is not null) request[name] = given;
        }

        Add("Value", value);
        Add("Words", words);
        Add("Answer", answer);
        Add("Source", source);
        Add("Origin", origin);
        Add("Department", department);
        Add("AgentCompany", agentCompany);
        Add("HeardInTable", heardIn?.LogicalName);
        Add("HeardInId", heardIn?.Id.ToString());
        if (confirming) request["Confirming"] = true;
        return (by ?? tenant.Service).Execute(request);
    }

    internal static EntityReference Topic(Tenant tenant, string code)
    {
        var query = new QueryExpression("crmx_topic");
        query.Criteria.AddCondition("crmx_code", ConditionOperator.Equal, code);
        return Assert.Single(tenant.Service.RetrieveMultiple(query).Entities).ToEntityReference();
    }

    private static EntityReference Heard(Tenant tenant) => new("phonecall", tenant.Service.Create(new Entity("phonecall")
    {
        ["subject"] = "He called",
        ["directioncode"] = false,
        ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
    }));

    private static int? Repeats(Tenant tenant, EntityReference call) =>
        tenant.Read(call.LogicalName, call.Id, "crmx_questionsrepeated").GetAttributeValue<int?>("crmx_questionsrepeated");

    private static Entity[] Facts(Tenant tenant)
    {
        var query = new QueryExpression("crmx_customerfact") { ColumnSet = new ColumnSet("crmx_repeated", "crmx_supersededbyid", "crmx_value", "crmx_words") };
        query.AddOrder("crmx_recordedon", OrderType.Ascending);
        return [.. tenant.Service.RetrieveMultiple(query).Entities];
    }

    private static string Ask(Tenant tenant, string purpose) => (string)tenant.Service.Execute(
        new OrganizationRequest("crmx_GetQuestionsToAsk") { ["CustomerId"] = tenant.CustomerId, ["Purpose"] = purpose }).Results["Details"];
}
