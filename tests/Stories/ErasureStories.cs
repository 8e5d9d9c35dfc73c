using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Text.Json;
using Crm.Extensions.CustomerView.Erasure;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>What a customer may ask: to be told everything, and to be forgotten.</summary>
public sealed class ErasureStories
{
    private const int Done = 2;
    private const int Forgotten = 574840000;

    [Fact]
    public void The_privacy_officer_hands_a_customer_everything_with_its_purpose()
    {
        using var tenant = new Tenant();
        var person = new Person(tenant, "Ana", "Zubizarreta");
        var answer = tenant.Service.Execute(Export(person.Id));

        var text = (string)answer.Results["Text"];
        Assert.Contains("has a dog", text, StringComparison.Ordinal);
        Assert.Contains("So that you are not asked again", text, StringComparison.Ordinal);
        Assert.Contains("Talk with Ana Zubizarreta", text, StringComparison.Ordinal);
        Assert.Contains("topic.code: pets", text, StringComparison.Ordinal);
        using var details = JsonDocument.Parse((string)answer.Results["Details"]);
        var tables = details.RootElement.GetProperty("sections").EnumerateArray().Where(section => section.GetProperty("rows").GetArrayLength() > 0).Select(section => section.GetProperty("table").GetString()).ToHashSet();
        Assert.Superset(new HashSet<string?> { "crmx_customer", "contact", "crmx_externalrecord", "crmx_sourcelink", "crmx_customerfact", "crmx_consent", "crmx_obligation", "phonecall", "letter", "crmx_message", "crmx_contactattempt" }, tables);
    }

    [Fact]
    public void The_export_is_in_Spanish_and_tells_an_agent_nothing_that_his_roles_withhold()
    {
        using var tenant = new Tenant();
        var person = new Person(tenant, "Ana", "Zubizarreta");
        var officer = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Paula Prieto", "Crm.Extensions Privacy Officer"));

        var answer = officer.Execute(Export(person.Id, 3082));

        var text = (string)answer.Results["Text"];
        Assert.Contains("Todo lo que se guarda de Ana Zubizarreta", text, StringComparison.Ordinal);
        // without the column profile the officer's role alone shows no value
        Assert.DoesNotContain("has a dog", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merged_id_exports_its_survivor()
    {
        using var tenant = new Tenant();
        var older = new Person(tenant, "Ana", "Zubizarreta");
        tenant.Dataverse.Clock.Advance(TimeSpan.FromHours(1));
        var younger = new Person(tenant, "Anita", "Zubizarreta");
        tenant.Join(older.Id, younger.Id);
        tenant.RunOperations();

        var text = (string)tenant.Service.Execute(Export(younger.Id)).Results["Text"];

        Assert.Contains("Everything held about Ana Zubizarreta", text, StringComparison.Ordinal);
        Assert.Contains("Talk with Anita Zubizarreta", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_lists_what_is_erased_and_kept_and_changes_nothing()
    {
        using var tenant = new Tenant();
        var person = new Person(tenant, "Ana", "Zubizarreta");
        var before = person.Snapshot();

        var answer = tenant.Service.Execute(Forget(person.Id, dryRun: true));
        tenant.RunOperations();

        var text = (string)answer.Results["Explanation"];
        Assert.Contains("nothing has been erased", text, StringComparison.Ordinal);
        Assert.Contains("Ley 962 de 2005", text, StringComparison.Ordinal);
        Assert.Contains("1 contracts and debts", text, StringComparison.Ordinal);
        Assert.Equal(Guid.Empty, answer.Results["OperationId"]);
        Assert.Equal(before, person.Snapshot());
    }

    [Fact]
    public void Nothing_that_names_the_customer_is_left_anywhere_and_what_law_keeps_stays()
    {
        using var tenant = new Tenant();
        var person = new Person(tenant, "Ana", "Zubizarreta");

        var answer = tenant.Service.Execute(Forget(person.Id));
        Assert.Empty(tenant.RunOperations());

        Assert.Equal(Done, tenant.StatusOf((Guid)answer.Results["OperationId"]));
        Assert.Empty(Mentions(tenant, "zubizarreta"));
        Assert.Empty(Mentions(tenant, "+573001234567"));
        Assert.Empty(Mentions(tenant, "a dog"));
        Assert.Equal(Forgotten, tenant.Read("crmx_customer", person.Id, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Empty(person.All("crmx_customerfact", "crmx_customerid", person.Id));
        Assert.Single(person.All("crmx_obligationparty", "crmx_customerid", person.Id));
        Assert.NotEmpty(person.All("crmx_contactattempt", "crmx_customerid", person.Id));
        Assert.NotEmpty(person.All("crmx_consent", "crmx_customerid", person.Id));
        Assert.Contains(tenant.Dataverse.Requests.Counts.Keys, request => request.Message == "DeleteRecordChangeHistory");
    }

    [Fact]
    public void Forgetting_that_dies_anywhere_is_carried_on_to_the_same_end()
    {
        using var tenant = new Tenant();
        var died = true;
        for (var request = 1; died; request += 3)
        {
            var person = new Person(tenant, "Ana", "Zubizarreta");
            tenant.Dataverse.Faults.Crash(OperationJobs.Plugin, request);
            var operation = (Guid)tenant.Service.Execute(Forget(person.Id)).Results["OperationId"];
            died = tenant.RunOperations().Count > 0;
            tenant.Dataverse.Faults.Clear();
            tenant.Resume();

            Assert.Equal(Done, tenant.StatusOf(operation));
        }

        Assert.Empty(Mentions(tenant, "zubizarreta"));
    }

    [Fact]
    public void A_nightly_feed_is_recognised_by_hashes_that_name_nobody_and_the_opt_outs_are_kept()
    {
        using var tenant = new Tenant();
        var person = new Person(tenant, "Ana", "Zubizarreta");
        tenant.Service.Execute(Forget(person.Id));
        tenant.RunOperations();

        var fed = Normaliser.Normalise(new IdentityRecord { FullName = "ZUBIZARRETA, Ana", Email = "ANA.Zubizarreta@example.com" }, "CO");
        var stranger = Normaliser.Normalise(new IdentityRecord { FullName = "Ana Zubizarreta", Email = "another@example.com" }, "CO");

        var kept = Assert.Single(Suppressions(tenant, fed));
        Assert.Equal("574840000/,donotphone", kept.GetAttributeValue<string>("crmx_optouts"));
        Assert.Empty(Suppressions(tenant, stranger));
    }

    [Fact]
    public void The_forgotten_customer_in_the_nightly_feed_stays_forgotten()
    {
        using var tenant = new Tenant();
        tenant.Set("crmx_CustomerViewMode", "enforce");

        // past the minute for which settings are remembered
        tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        var source = tenant.Service.Create(new Entity("crmx_source") { ["crmx_name"] = "Feed", ["crmx_code"] = "feed" });
        var record = tenant.Service.Create(Fed(source, "1"));
        tenant.Dataverse.Jobs.RunAll();
        var customer = tenant.Read("crmx_externalrecord", record, "crmx_customerid").GetAttributeValue<EntityReference>("crmx_customerid").Id;

        tenant.Service.Execute(Forget(customer));
        tenant.Dataverse.Jobs.RunAll();
        Assert.Empty(Mentions(tenant, "zubizarreta"));

        var again = Fed(source, "1");
        again.Id = record;
        tenant.Service.Update(again);
        tenant.Service.Create(Fed(source, "2"));
        tenant.Dataverse.Jobs.RunAll();

        Assert.Empty(Mentions(tenant, "zubizarreta"));
        // what was linked before stays with the pseudonym; what the feed brings is nobody's
        var query = new QueryExpression("crmx_sourcelink") { ColumnSet = new ColumnSet("crmx_customerid", "crmx_recordid", "crmx_marks", "crmx_identity", "statuscode") };
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        Assert.All(tenant.Service.RetrieveMultiple(query).Entities, link => Assert.Equal((customer, null), (link.GetAttributeValue<EntityReference>("crmx_customerid")?.Id, link.GetAttributeValue<string>("crmx_identity"))));
        var customers = new QueryExpression("crmx_customer");
        customers.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        customers.Criteria.AddCondition("crmx_customerid", ConditionOperator.NotEqual, tenant.CustomerId);
        Assert.Empty(tenant.Service.RetrieveMultiple(customers).Entities);
    }

    [Fact]
    public void Who_may_not_export_or_forget_is_refused_and_forgetting_is_for_good()
    {
        using var tenant = new Tenant();
        var person = new Person(tenant, "Ana", "Zubizarreta");
        var nobody = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Nora Nadie"));
        var collector = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Carla Cobos", "Crm.Extensions Collector"));

        Assert.Contains("prvReadcrmx_CustomerFact", Refusal(() => nobody.Execute(Export(person.Id))), StringComparison.Ordinal);
        Assert.Contains("prvCreatecrmx_Suppression", Refusal(() => collector.Execute(Forget(person.Id))), StringComparison.Ordinal);
        Assert.Contains("does not exist, or you may not see it", Refusal(() => tenant.Service.Execute(Export(Guid.NewGuid()))), StringComparison.Ordinal);

        var operation = (Guid)tenant.Service.Execute(Forget(person.Id)).Results["OperationId"];
        tenant.RunOperations();
        Assert.Contains("can not be undone", Refusal(() => tenant.Undo(operation)), StringComparison.Ordinal);
        Assert.Contains("already been forgotten", Refusal(() => tenant.Service.Execute(Forget(person.Id))), StringComparison.Ordinal);
    }

    private static Entity Fed(Guid source, string key) => new("crmx_externalrecord")
    {
        ["crmx_name"] = "Zubizarreta",
        ["crmx_fullname"] = "Ana Zubizarreta Echeverri",
        ["crmx_email"] = "ana.zubizarreta@example.com",
        ["crmx_phone"] = "+57 300 123 4567",
        ["crmx_country"] = "CO",
        ["crmx_sourceid"] = new EntityReference("crmx_source", source),
        ["crmx_externalkey"] = key,
        ["crmx_externalkeyhash"] = "hash of " + key,
        ["crmx_payload"] = "{\"name\":\"Zubizarreta\"}",
    };

    private static OrganizationRequest Export(Guid customer, int? language = null)
    {
        var request = new OrganizationRequest("crmx_ExportCustomer") { ["CustomerId"] = customer };
        if (language is { } code) request["Language"] = code;
        return request;
    }

    internal static OrganizationRequest Forget(Guid customer, bool dryRun = false) => new("crmx_ForgetCustomer") { ["CustomerId"] = customer, ["Reason"] = "Asked by letter", ["DryRun"] = dryRun };

    private static IEnumerable<Entity> Suppressions(Tenant tenant, NormalRecord record)
    {
        var query = new QueryExpression("crmx_suppression") { ColumnSet = new ColumnSet("crmx_optouts") };
        query.Criteria.AddCondition("crmx_hash", ConditionOperator.In, SuppressionKeys.Of(record).Cast<object>().ToArray());
        return tenant.Service.RetrieveMultiple(query).Entities;
    }

    /// <summary>Every column of every row of every table that holds the word, however deep.</summary>
    internal static List<string> Mentions(Tenant tenant, string word) =>
    [
        .. from table in tenant.Dataverse.Catalog.Tables
           where table.LogicalName is not ("activitypointer" or "asyncoperation" or "plugintracelog") && !table.LogicalName.StartsWith("sdkmessage", StringComparison.Ordinal)
           from row in tenant.Service.RetrieveMultiple(new QueryExpression(table.LogicalName) { ColumnSet = new ColumnSet(true) }).Entities
           from attribute in row.Attributes
           where attribute.Value is string text && text.Contains(word, StringComparison.OrdinalIgnoreCase)
           select table.LogicalName + "." + attribute.Key + ": " + attribute.Value,
    ];

    private static string Refusal(Action act) => Assert.Throws<FaultException<OrganizationServiceFault>>(act).Detail.Message;
}
