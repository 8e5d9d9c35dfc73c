using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>What an agent sees of a customer, by each door: the card, Advanced Find, timelines, exports. Complete, and never indiscreet.</summary>
public sealed class CustomerViewStories
{
    private const string Agent = "Crm.Extensions Agent";

    private static readonly string[] Secrets = ["Penicillin", "Health", "Salud", "llergi", "past due", "vencid", "overdue", "Overdue", "arrears", "egment", "collection", "L-"];

    [Theory]
    [InlineData("none", 1033)]
    [InlineData("none", 3082)]
    [InlineData("verified", 1033)]
    [InlineData("verified", 3082)]
    public void Who_takes_a_pizza_order_sees_neither_arrears_nor_segment_nor_health(string verification, int language)
    {
        using var tenant = Indebted(language);
        var agent = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Paula Pizza", Agent));

        var card = View(agent, tenant.CustomerId, "order", verification);

        Assert.All(Secrets, secret =>
        {
            Assert.DoesNotContain(secret, (string)card["Details"], StringComparison.Ordinal);
            Assert.DoesNotContain(secret, (string)card["Explanation"], StringComparison.Ordinal);
        });
        Assert.Contains("\"offer\":false", (string)card["Details"], StringComparison.Ordinal);
        Assert.Contains("\"needed\":\"none\"", (string)card["Details"], StringComparison.Ordinal);
        Assert.Equal(verification == "verified", ((string)card["Details"]).Contains("Calle 7", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_agent_finds_none_of_it_by_Advanced_Find_timeline_or_export()
    {
        using var tenant = Indebted();
        var agent = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Paula Pizza", Agent));

        var customer = agent.Retrieve("crmx_customer", tenant.CustomerId, new ColumnSet(true));
        Assert.DoesNotContain(customer.Attributes.Keys, column => column is "crmx_delinquency" or "crmx_valuesegment" or "crmx_potentialsegment" or "crmx_restriction" or "crmx_birthdate" or "crmx_nationalid");
        foreach (var column in new[] { "crmx_valuesegment", "crmx_delinquency", "crmx_restriction" })
        {
            var row = Assert.Single(agent.RetrieveMultiple(new FetchExpression(
                $"<fetch><entity name='crmx_customer'><attribute name='{column}'/><filter><condition attribute='crmx_customerid' operator='eq' value='{tenant.CustomerId}'/></filter></entity></fetch>")).Entities);
            Assert.False(row.Contains(column));
        }

        Assert.Empty(Rows(agent, "crmx_customerfact", "crmx_value", "crmx_words", "crmx_name"));
        Assert.Empty(Rows(agent, "phonecall", "subject", "crmx_courtesyexplanation"));
        Assert.Empty(Rows(agent, "activitypointer", "subject"));
        Assert.Empty(Rows(agent, "crmx_contactattempt", "crmx_explanation", "crmx_purpose"));
        Assert.All(new[] { "crmx_obligation", "crmx_installment", "crmx_promisetopay", "crmx_disclosure" }, table =>
            Assert.Throws<FaultException<OrganizationServiceFault>>(() => Rows(agent, table)));
    }

    [Fact]
    public void What_an_agent_records_himself_he_cannot_read_back_past_the_card()
    {
        using var tenant = new Tenant();
        var agent = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Paula Pizza", Agent));

        var recorded = AskOnceStories.Record(tenant, "deliveryaddress", "Calle 7", words: "The blue door", by: agent);

        var row = agent.Retrieve("crmx_customerfact", (Guid)recorded["FactId"], new ColumnSet("crmx_value", "crmx_words", "crmx_recordedon"));
        Assert.True(row.Contains("crmx_recordedon"));
        Assert.False(row.Contains("crmx_value"));
        Assert.False(row.Contains("crmx_words"));
        Assert.Contains("Calle 7", (string)View(agent, tenant.CustomerId, "order", "known")["Details"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_allergy_is_seen_where_somebodys_safety_is_at_stake()
    {
        using var tenant = Indebted();
        var agent = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Carmen Cuidado", Agent));

        Assert.DoesNotContain("Penicillin", (string)View(agent, tenant.CustomerId, "care", "known")["Details"], StringComparison.Ordinal);
        var card = (string)View(agent, tenant.CustomerId, "care", "verified")["Details"];

        Assert.Contains("\"know\":[{\"text\":\"Allergies: Penicillin\",\"origin\":\"You told us on", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Breaking_the_glass_needs_a_reason_and_the_steward_is_told()
    {
        using var tenant = Indebted();
        var agent = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Paula Pizza", Agent));
        var steward = tenant.Dataverse.AddUser("Sara Salud", "Crm.Extensions Data Steward");
        tenant.Service.Update(new Entity("crmx_topic", AskOnceStories.Topic(tenant, "allergies").Id) { ["crmx_stewardid"] = new EntityReference("systemuser", steward) });
        tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));

        var refused = Assert.ThrowsAny<FaultException>(() => View(agent, tenant.CustomerId, "order", "none", "because"));
        var card = View(agent, tenant.CustomerId, "order", "none", "He has collapsed in the shop, the ambulance asks");
        AskOnceStories.Work(tenant);

        Assert.Contains("at least 10 letters", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Penicillin", (string)card["Details"], StringComparison.Ordinal);
        Assert.Contains("not to be read out", (string)card["Explanation"], StringComparison.Ordinal);
        var task = Assert.Single(Rows(tenant.Service, "task", "subject", "description", "ownerid", "regardingobjectid"), row => row.GetAttributeValue<EntityReference>("ownerid").Id == steward);
        Assert.Contains("Allergies", task.GetAttributeValue<string>("description"), StringComparison.Ordinal);
        Assert.Contains("ambulance", task.GetAttributeValue<string>("description"), StringComparison.Ordinal);
        Assert.Contains("Paula Pizza", task.GetAttributeValue<string>("description"), StringComparison.Ordinal);
        Assert.Null(task.GetAttributeValue<EntityReference>("regardingobjectid"));
        Assert.Contains(Rows(tenant.Service, "crmx_disclosure", "crmx_reason", "crmx_shown"), row => row.GetAttributeValue<string>("crmx_reason")?.Contains("ambulance", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Every_card_is_written_down_with_its_purpose_and_what_was_shown_and_withheld()
    {
        using var tenant = Indebted();
        var user = tenant.Dataverse.AddUser("Paula Pizza", Agent);

        View(tenant.Dataverse.Connect(user), tenant.CustomerId, "order", "verified");

        var log = Assert.Single(Rows(tenant.Service, "crmx_disclosure", "crmx_customerid", "crmx_userid", "crmx_use", "crmx_channel", "crmx_verification", "crmx_shown", "crmx_withheld", "crmx_at"));
        Assert.Equal(user, log.GetAttributeValue<EntityReference>("crmx_userid").Id);
        Assert.Equal(tenant.CustomerId, log.GetAttributeValue<EntityReference>("crmx_customerid").Id);
        Assert.Equal(0, Word(log, "crmx_use"));
        Assert.Equal(2, Word(log, "crmx_verification"));
        Assert.Contains("deliveryaddress", log.GetAttributeValue<string>("crmx_shown"), StringComparison.Ordinal);
        Assert.Contains("allergies", log.GetAttributeValue<string>("crmx_withheld"), StringComparison.Ordinal);
        Assert.Contains("products", log.GetAttributeValue<string>("crmx_withheld"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_collector_sees_the_arrears_that_he_speaks_of_and_not_the_allergy()
    {
        using var tenant = Indebted();
        var collector = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Carla Cobos", "Crm.Extensions Collector"));

        var card = (string)View(collector, tenant.CustomerId, "collection", "verified")["Details"];

        Assert.Contains("\"note\":\"past due\"", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Penicillin", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_house_that_shows_less_is_obeyed()
    {
        using var tenant = Indebted();
        tenant.Service.Create(new Entity("crmx_disclosurerule")
        {
            ["crmx_name"] = "No addresses in orders",
            ["crmx_use"] = Choice(0),
            ["crmx_category"] = Choice(8),
            ["crmx_effect"] = Choice(2),
        });
        tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.DoesNotContain("Calle 7", (string)View(tenant.Service, tenant.CustomerId, "order", "verified")["Details"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_takes_eight_requests_when_the_minutes_configuration_is_known()
    {
        using var tenant = Indebted();
        var agent = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Paula Pizza", Agent));
        View(agent, tenant.CustomerId, "service", "verified");

        tenant.Dataverse.Requests.Clear();
        View(agent, tenant.CustomerId, "service", "verified");

        Assert.True(tenant.Dataverse.Requests.OfSteps <= 8, "requests: " + tenant.Dataverse.Requests.OfSteps);
    }

    [Theory]
    [InlineData(1033, "Open case")]
    [InlineData(3082, "Caso abierto")]
    public void A_case_that_any_department_has_open_is_on_the_card_until_it_is_closed(int language, string said)
    {
        using var tenant = new Tenant(languageCode: language);
        var contact = new EntityReference("contact", tenant.Service.Create(new Entity("contact") { ["lastname"] = "Rojas" }));
        var opened = tenant.Service.Create(new Entity("incident") { ["title"] = "The charge of 14 October", ["customerid"] = contact, ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId) });

        Assert.Contains("The charge of 14 October", (string)View(tenant.Service, tenant.CustomerId, "service", "verified")["Explanation"], StringComparison.Ordinal);
        Assert.Contains(said, (string)View(tenant.Service, tenant.CustomerId, "service", "verified")["Explanation"], StringComparison.Ordinal);

        tenant.Service.Update(new Entity("incident", opened) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(5) });
        Assert.DoesNotContain("The charge of 14 October", (string)View(tenant.Service, tenant.CustomerId, "service", "verified")["Explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_asks_by_the_number_of_a_merged_customer_is_answered_about_whom_it_became()
    {
        using var tenant = new Tenant();
        var older = new Person(tenant, "Ana", "Zubizarreta");
        tenant.Dataverse.Clock.Advance(TimeSpan.FromHours(1));
        var younger = new Person(tenant, "Anita", "Zubizarreta");
        tenant.Join(younger.Id, older.Id);
        tenant.RunOperations();

        var fact = (Guid)AskOnceStories.Record(tenant, "household", "4", customer: younger.Id)["FactId"];
        var questions = (string)tenant.Service.Execute(new OrganizationRequest("crmx_GetQuestionsToAsk") { ["CustomerId"] = younger.Id, ["Purpose"] = "service" })["Details"];

        Assert.Equal(older.Id, tenant.Read("crmx_customerfact", fact, "crmx_customerid").GetAttributeValue<EntityReference>("crmx_customerid").Id);
        Assert.DoesNotContain("\"household\"", questions, StringComparison.Ordinal);
        Assert.Equal((string)View(tenant.Service, older.Id, "service", "verified")["Explanation"], (string)View(tenant.Service, younger.Id, "service", "verified")["Explanation"]);
    }

    [Fact]
    public void A_decision_that_would_rest_on_what_its_purpose_may_not_see_is_refused()
    {
        using var tenant = new Tenant();

        var refused = Use(tenant, "income,allergies", "credit");
        var allowed = Use(tenant, "income", "credit");

        Assert.Equal(false, refused["Allowed"]);
        Assert.Contains("Allergies", (string)refused["Explanation"], StringComparison.Ordinal);
        Assert.DoesNotContain("Monthly income", (string)refused["Explanation"], StringComparison.Ordinal);
        Assert.Equal(true, allowed["Allowed"]);
        Assert.Equal(false, Use(tenant, "segment", "order")["Allowed"]);
    }

    [Fact]
    public void Whoever_is_looked_after_by_somebody_is_told_by_whom_and_addressed_as_he_wishes()
    {
        using var tenant = new Tenant(languageCode: 3082);
        tenant.Service.Update(new Entity("crmx_customer", tenant.CustomerId) { ["crmx_title"] = "Sra.", ["crmx_familyname"] = "Rojas", ["crmx_formofaddress"] = Choice(0) });

        var card = (string)View(tenant.Service, tenant.CustomerId, "service", "verified")["Explanation"];

        Assert.StartsWith("Diga: Sra. Rojas (de usted).", card, StringComparison.Ordinal);
        Assert.Contains("Le atiende ", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crmx_RecordFact")]
    [InlineData("crmx_GetQuestionsToAsk")]
    [InlineData("crmx_GetCustomerView")]
    [InlineData("crmx_EvaluateUse")]
    public void Who_lacks_the_privilege_or_may_not_see_the_customer_is_told_nothing(string api)
    {
        using var tenant = new Tenant();
        var stranger = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Nora Nadie"));
        var distant = tenant.Dataverse.Connect(Distant(tenant));

        var unprivileged = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(Request(api, tenant)));
        var outOfReach = Assert.Throws<FaultException<OrganizationServiceFault>>(() => distant.Execute(Request(api, tenant)));

        Assert.Contains("prv", unprivileged.Detail.Message, StringComparison.Ordinal);
        Assert.Equal("This row of crmx_customer does not exist, or you may not see it.", outOfReach.Detail.Message);
    }

    [Fact]
    public void Who_lacks_the_privilege_gets_no_report_of_what_was_heard()
    {
        using var tenant = new Tenant();
        AskOnceStories.Record(tenant, "household", "2", agentCompany: "Callmas");
        var stranger = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Nora Nadie"));

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(new OrganizationRequest("crmx_ReportHeard")));
        var distant = tenant.Dataverse.Connect(Distant(tenant)).Execute(new OrganizationRequest("crmx_ReportHeard"));
        Assert.Contains("\"facts\":0", (string)distant.Results["Details"], StringComparison.Ordinal);
    }

    internal static OrganizationResponse View(IOrganizationService by, Guid customer, string purpose, string verification, string? reason = null)
    {
        var request = new OrganizationRequest("crmx_GetCustomerView") { ["CustomerId"] = customer, ["Purpose"] = purpose, ["Channel"] = "phonecall", ["Verification"] = verification };
        if (reason is not null) request["Reason"] = reason;
        return by.Execute(request);
    }

    /// <summary>A customer who is late with a loan, was called about it, is allergic, and is worth much.</summary>
    private static Tenant Indebted(int language = 1033)
    {
        var tenant = new Tenant(languageCode: language);
        tenant.Service.Update(new Entity("crmx_customer", tenant.CustomerId) { ["crmx_delinquency"] = Choice(1), ["crmx_valuesegment"] = Choice(0), ["crmx_potentialsegment"] = Choice(1) });
        AskOnceStories.Record(tenant, "allergies", "Penicillin");
        AskOnceStories.Record(tenant, "deliveryaddress", "Calle 7");
        tenant.Service.Create(tenant.Call(Bogota(23, 10, 0)));
        tenant.Dataverse.Clock.Advance(TimeSpan.FromHours(1));
        return tenant;
    }

    private static OrganizationRequest Request(string api, Tenant tenant)
    {
        var request = new OrganizationRequest(api) { ["CustomerId"] = tenant.CustomerId };
        if (api == "crmx_RecordFact")
        {
            request["Topic"] = "household";
            request["Value"] = "4";
            return request;
        }

        request["Purpose"] = "service";
        if (api == "crmx_EvaluateUse") request["Topics"] = "household";
        if (api != "crmx_GetCustomerView") return request;

        request["Channel"] = "phonecall";
        request["Verification"] = "verified";
        return request;
    }

    private static OrganizationResponse Use(Tenant tenant, string topics, string purpose) => tenant.Service.Execute(
        new OrganizationRequest("crmx_EvaluateUse") { ["CustomerId"] = tenant.CustomerId, ["Topics"] = topics, ["Purpose"] = purpose });

    private static DataCollection<Entity> Rows(IOrganizationService service, string table, params string[] columns) =>
        service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(columns) }).Entities;

    // an agent of another branch
    private static Guid Distant(Tenant tenant)
    {
        var user = tenant.Dataverse.AddUser("Diego Distante", Agent);
        var root = tenant.Read("systemuser", tenant.Dataverse.AdministratorId, "businessunitid").GetAttributeValue<EntityReference>("businessunitid");
        var branch = tenant.Service.Create(new Entity("businessunit") { ["name"] = "Branch", ["parentbusinessunitid"] = root });
        var query = new QueryExpression("role");
        query.Criteria.AddCondition("name", ConditionOperator.Equal, Agent);
        var roles = new EntityReferenceCollection { tenant.Service.RetrieveMultiple(query).Entities.First().ToEntityReference() };
        var link = new Relationship("systemuserroles_association");
        tenant.Service.Update(new Entity("systemuser", user) { ["businessunitid"] = new EntityReference("businessunit", branch) });
        tenant.Service.Disassociate("systemuser", user, link, roles);
        tenant.Service.Associate("systemuser", user, link, roles);
        return user;
    }
}
