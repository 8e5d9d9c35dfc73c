using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.CustomerView.Identity.Operations;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Joining, splitting and undoing, out of the managed zip; interrupted at every request.</summary>
public sealed class OperationStories
{
    private const int Done = 2;
    private const int Undone = 574840001;
    private const int Merged = 2;

    [Fact]
    public void Everything_of_the_younger_customer_follows_to_the_older_and_nothing_is_deleted()
    {
        using var tenant = new Tenant();
        var (older, younger) = Two(tenant);

        var answer = tenant.Service.Execute(new OrganizationRequest("crmx_JoinCustomers") { ["CustomerId"] = older.Id, ["OtherId"] = younger.Id, ["Reason"] = "The same person" });
        tenant.RunOperations();

        Assert.Equal(older.Id, answer.Results["SurvivorId"]);
        Assert.Contains("can be undone", (string)answer.Results["Explanation"], StringComparison.Ordinal);
        Assert.Equal(Done, tenant.StatusOf((Guid)answer.Results["OperationId"]));
        Assert.All(younger.Rows.Skip(1), row => Assert.Equal(older.Id, younger.CustomerOf(row)));
        var merged = tenant.Read("crmx_customer", younger.Id, "statuscode", "crmx_mergedintoid");
        Assert.Equal(Merged, merged.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(older.Id, merged.GetAttributeValue<EntityReference>("crmx_mergedintoid").Id);
    }

    [Fact]
    public void A_join_is_undone_to_the_last_column()
    {
        using var tenant = new Tenant();
        var (older, younger) = Two(tenant);
        var before = older.Snapshot() + younger.Snapshot();
        var operation = tenant.Join(younger.Id, older.Id);
        tenant.RunOperations();
        Assert.NotEqual(before, older.Snapshot() + younger.Snapshot());

        tenant.Undo(operation);
        tenant.RunOperations();

        Assert.Equal(before, older.Snapshot() + younger.Snapshot());
        Assert.Equal(Undone, tenant.StatusOf(operation));
    }

    [Fact]
    public void A_join_that_dies_before_any_of_its_requests_is_carried_on_and_an_undoing_that_dies_is_too()
    {
        using var tenant = new Tenant();
        var died = true;
        for (var request = 1; died; request++)
        {
            var (older, younger) = Two(tenant);
            var before = older.Snapshot() + younger.Snapshot();

            tenant.Dataverse.Faults.Crash(OperationJobs.Plugin, request);
            var operation = tenant.Join(younger.Id, older.Id);
            died = tenant.RunOperations().Count > 0;
            tenant.Dataverse.Faults.Clear();
            tenant.Resume();
            Assert.Equal(Done, tenant.StatusOf(operation));
            Assert.All(younger.Rows.Skip(1), row => Assert.Equal(older.Id, younger.CustomerOf(row)));

            tenant.Dataverse.Faults.Crash(OperationJobs.Plugin, request);
            var undoing = tenant.Undo(operation);
            died |= tenant.RunOperations().Count > 0;
            tenant.Dataverse.Faults.Clear();
            tenant.Resume();
            Assert.Equal(Done, tenant.StatusOf(undoing));
            Assert.Equal(Undone, tenant.StatusOf(operation));
            Assert.Equal(before, older.Snapshot() + younger.Snapshot());
        }
    }

    [Fact]
    public void A_join_that_died_half_way_is_undone_from_there()
    {
        using var tenant = new Tenant();
        var died = true;
        for (var request = 2; died; request++)
        {
            var (older, younger) = Two(tenant);
            var before = older.Snapshot() + younger.Snapshot();
            tenant.Dataverse.Faults.Crash(OperationJobs.Plugin, request);
            var operation = tenant.Join(younger.Id, older.Id);
            died = tenant.RunOperations().Count > 0;
            tenant.Dataverse.Faults.Clear();

            tenant.Undo(operation);
            tenant.RunOperations();
            tenant.Resume();

            Assert.Equal(Undone, tenant.StatusOf(operation));
            Assert.Equal(before, older.Snapshot() + younger.Snapshot());
        }
    }

    [Fact]
    public void What_somebody_changed_since_stays_and_is_listed()
    {
        using var tenant = new Tenant();
        var (older, younger) = Two(tenant);
        var operation = tenant.Join(younger.Id, older.Id);
        tenant.RunOperations();
        var third = tenant.AddCustomer("Somebody Else");
        tenant.Service.Update(new Entity("crmx_customerfact", younger.Fact) { ["crmx_customerid"] = new EntityReference("crmx_customer", third) });

        var undoing = tenant.Undo(operation);
        tenant.RunOperations();

        Assert.Equal(third, younger.CustomerOf(new EntityReference("crmx_customerfact", younger.Fact)));
        var told = tenant.Read("crmx_identityoperation", undoing, "crmx_reason").GetAttributeValue<string>("crmx_reason");
        Assert.Contains(younger.Fact.ToString(), told, StringComparison.Ordinal);
        Assert.Contains("changed since", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_who_are_bound_by_one_loan_become_one_who_is_bound_once_by_the_stronger_role()
    {
        using var tenant = new Tenant();
        var older = new Person(tenant, "Ana", "Zubizarreta", tenant.AddObligation(tenant.CustomerId));
        tenant.Dataverse.Clock.Advance(TimeSpan.FromHours(1));
        var younger = new Person(tenant, "Anita", "Zubizarreta");
        tenant.AddParty(younger.Obligation, older.Id, role: 2);
        var before = older.Snapshot() + younger.Snapshot();

        var operation = tenant.Join(younger.Id, older.Id);
        tenant.RunOperations();

        var bound = older.All("crmx_obligationparty", "crmx_obligationid", younger.Obligation).Where(party => party.GetAttributeValue<OptionSetValue>("statecode").Value == 0).ToList();
        Assert.Equal(older.Id, Assert.Single(bound).GetAttributeValue<EntityReference>("crmx_customerid").Id);
        Assert.Equal(0, Word(bound[0], "crmx_role"));
        Assert.Contains("already", tenant.Read("crmx_identityoperation", operation, "crmx_reason").GetAttributeValue<string>("crmx_reason"), StringComparison.Ordinal);

        tenant.Undo(operation);
        tenant.RunOperations();

        Assert.Equal(before, older.Snapshot() + younger.Snapshot());
        Assert.Equal(2, Word(older.All("crmx_obligationparty", "crmx_obligationid", younger.Obligation).Single(party => party.GetAttributeValue<EntityReference>("crmx_customerid").Id == older.Id), "crmx_role"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Joins_that_overlap_end_with_the_oldest_whatever_their_order(int seed)
    {
        using var tenant = new Tenant();
        var people = new[] { "Ana", "Berta", "Clara", "Dora" }.Select(first =>
        {
            tenant.Dataverse.Clock.Advance(TimeSpan.FromHours(1));
            return new Person(tenant, first, "Zubizarreta");
        }).ToArray();
        foreach (var (one, other) in new[] { (3, 2), (1, 2), (0, 1), (3, 0) })
        {
            tenant.Service.Create(OperationRequest.Join(people[one].Id, people[other].Id, "Seen by a rule"));
        }

        tenant.Dataverse.Jobs.Drop(job => !job.PluginType.EndsWith(OperationJobs.Plugin, StringComparison.Ordinal));
        tenant.Dataverse.Jobs.Duplicate();
        tenant.Dataverse.Jobs.Shuffle(seed);
        Assert.Empty(tenant.RunOperations());

        Assert.All(people.SelectMany(person => person.Rows.Skip(1).Select(row => person.CustomerOf(row))), customer => Assert.Equal(people[0].Id, customer));
        Assert.All(people.Skip(1), person => Assert.Equal(people[0].Id, tenant.Read("crmx_customer", person.Id, "crmx_mergedintoid").GetAttributeValue<EntityReference>("crmx_mergedintoid").Id));
    }

    [Fact]
    public void A_customer_with_thousands_of_rows_is_joined_and_undone_in_parts()
    {
        using var tenant = new Tenant();
        var (older, younger) = Two(tenant);
        for (var trip = 0; trip < 1500; trip++) younger.Add("crmx_travelnotice", ("crmx_name", "Trip"), ("crmx_countries", "ES"));

        var operation = tenant.Join(younger.Id, older.Id);
        Assert.Empty(tenant.RunOperations());

        Assert.Equal(Done, tenant.StatusOf(operation));
        Assert.Equal(1502, older.All("crmx_travelnotice", "crmx_customerid", older.Id).Count());
        Assert.True(older.All("crmx_identityoperation", "crmx_tocustomerid", older.Id).Count() > 3, "The rows were not divided.");

        tenant.Undo(operation);
        Assert.Empty(tenant.RunOperations());

        Assert.Equal(Undone, tenant.StatusOf(operation));
        Assert.Equal(1501, older.All("crmx_travelnotice", "crmx_customerid", younger.Id).Count());
    }

    [Fact]
    public void Records_that_are_somebody_else_leave_with_what_was_heard_through_them_and_stay_apart()
    {
        using var tenant = new Tenant();
        var person = new Person(tenant, "Ana", "Zubizarreta");
        var before = person.Snapshot();

        var answer = tenant.Service.Execute(Split(person.Id, person.ContactLink));
        tenant.RunOperations();

        var parted = (Guid)answer.Results["NewCustomerId"];
        Assert.Equal(parted, person.CustomerOf(new EntityReference("crmx_sourcelink", person.ContactLink)));
        Assert.Equal(person.Id, person.CustomerOf(new EntityReference("crmx_sourcelink", person.RecordLink)));
        Assert.Equal(parted, person.CustomerOf(new EntityReference("contact", person.Contact)));
        Assert.Equal(parted, person.CustomerOf(new EntityReference("phonecall", person.Call)));
        Assert.Equal(parted, person.CustomerOf(new EntityReference("crmx_customerfact", person.Fact)));
        Assert.Equal("Ana Zubizarreta", tenant.Read("crmx_customer", parted, "crmx_name").GetAttributeValue<string>("crmx_name"));
        var review = Assert.Single(Reviews(tenant));
        Assert.Equal(2, Word(review, "crmx_decision"));
        Assert.Equal(2, review.GetAttributeValue<OptionSetValue>("statuscode").Value);

        tenant.Undo((Guid)answer.Results["OperationId"]);
        tenant.RunOperations();

        Assert.Equal(before, person.Snapshot());
        Assert.Equal(0, Word(Assert.Single(Reviews(tenant)), "crmx_decision"));
        Assert.Equal(person.Id, tenant.Read("crmx_customer", parted, "crmx_mergedintoid").GetAttributeValue<EntityReference>("crmx_mergedintoid").Id);
    }

    [Fact]
    public void Records_that_came_by_a_join_go_back_to_whom_they_were_with_all_that_came_along()
    {
        using var tenant = new Tenant();
        var (older, younger) = Two(tenant);
        var before = younger.Snapshot();
        tenant.Join(younger.Id, older.Id);
        tenant.RunOperations();

        var answer = tenant.Service.Execute(Split(older.Id, younger.ContactLink, younger.RecordLink));
        tenant.RunOperations();

        Assert.Equal(younger.Id, answer.Results["NewCustomerId"]);
        Assert.Equal(before, younger.Snapshot());
        Assert.Equal(4, Reviews(tenant).Length);
    }

    [Fact]
    public void A_split_that_dies_before_any_of_its_requests_is_carried_on()
    {
        using var tenant = new Tenant();
        var died = true;
        for (var request = 1; died; request++)
        {
            var person = new Person(tenant, "Ana", "Zubizarreta");
            tenant.Dataverse.Faults.Crash(OperationJobs.Plugin, request);
            var answer = tenant.Service.Execute(Split(person.Id, person.ContactLink));
            died = tenant.RunOperations().Count > 0;
            tenant.Dataverse.Faults.Clear();
            tenant.Resume();

            Assert.Equal(Done, tenant.StatusOf((Guid)answer.Results["OperationId"]));
            Assert.Equal((Guid)answer.Results["NewCustomerId"], person.CustomerOf(new EntityReference("crmx_customerfact", person.Fact)));
            Assert.Single(Reviews(tenant), row => row.GetAttributeValue<EntityReference>("crmx_leftlinkid").Id == person.ContactLink || row.GetAttributeValue<EntityReference>("crmx_rightlinkid").Id == person.ContactLink);
        }
    }

    [Fact]
    public void What_can_not_be_done_is_refused_with_the_reason()
    {
        using var tenant = new Tenant();
        var (older, younger) = Two(tenant);
        var operation = tenant.Join(younger.Id, older.Id);
        tenant.RunOperations();
        var undoing = tenant.Undo(operation);
        tenant.RunOperations();

        Assert.Contains("already been undone", Refusal(() => tenant.Undo(operation)), StringComparison.Ordinal);
        Assert.Contains("can not be undone itself", Refusal(() => tenant.Undo(undoing)), StringComparison.Ordinal);
        Assert.Contains("already are one", Refusal(() => tenant.Join(older.Id, older.Id)), StringComparison.Ordinal);
        Assert.Contains("nobody would remain", Refusal(() => tenant.Service.Execute(Split(older.Id, older.ContactLink, older.RecordLink))), StringComparison.Ordinal);
        Assert.Contains("None of the records", Refusal(() => tenant.Service.Execute(Split(older.Id, younger.ContactLink))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Crm.Extensions Agent")]
    public void Who_may_not_join_split_or_undo_is_refused(string? role)
    {
        using var tenant = new Tenant();
        var (older, younger) = Two(tenant);
        var operation = tenant.Join(younger.Id, older.Id);
        tenant.RunOperations();
        var user = tenant.Dataverse.Connect(role is null ? tenant.Dataverse.AddUser("Nora Nadie") : tenant.Dataverse.AddUser("Nora Nadie", role));

        foreach (var request in new[] { Split(older.Id, older.ContactLink), new OrganizationRequest("crmx_UndoOperation") { ["OperationId"] = operation } })
        {
            Assert.Contains("prvCreatecrmx_IdentityOperation", Refusal(() => user.Execute(request)), StringComparison.Ordinal);
        }

        var join = new OrganizationRequest("crmx_JoinCustomers") { ["CustomerId"] = older.Id, ["OtherId"] = tenant.CustomerId, ["Reason"] = "Wish" };
        Assert.Contains("prvCreatecrmx_IdentityOperation", Refusal(() => user.Execute(join)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_steward_joins_and_in_Spanish()
    {
        using var tenant = new Tenant(languageCode: 3082);
        var (older, younger) = Two(tenant);
        var steward = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Silvia Sanz", "Crm.Extensions Data Steward"));

        var answer = steward.Execute(new OrganizationRequest("crmx_JoinCustomers") { ["CustomerId"] = younger.Id, ["OtherId"] = older.Id, ["Reason"] = "Es la misma", ["Language"] = 3082 });
        tenant.RunOperations();

        Assert.Contains("puede deshacerse", (string)answer.Results["Explanation"], StringComparison.Ordinal);
        Assert.Equal(Done, tenant.StatusOf((Guid)answer.Results["OperationId"]));
        var missing = Refusal(() => steward.Execute(new OrganizationRequest("crmx_JoinCustomers") { ["CustomerId"] = Guid.NewGuid(), ["OtherId"] = older.Id, ["Reason"] = "?" }));
        Assert.Contains("crmx_customer", missing, StringComparison.Ordinal);
    }

    private static (Person Older, Person Younger) Two(Tenant tenant)
    {
        var older = new Person(tenant, "Ana", "Zubizarreta");
        tenant.Dataverse.Clock.Advance(TimeSpan.FromHours(1));
        return (older, new Person(tenant, "Anita", "Zubizarreta"));
    }

    private static OrganizationRequest Split(Guid customer, params Guid[] links) => new("crmx_SplitCustomer")
    {
        ["CustomerId"] = customer, ["Links"] = string.Join(", ", links), ["Reason"] = "Somebody else",
    };

    private static Entity[] Reviews(Tenant tenant) => [.. tenant.Service.RetrieveMultiple(new QueryExpression("crmx_clericalreview") { ColumnSet = new ColumnSet(true) }).Entities];

    private static string Refusal(Action act) => Assert.Throws<FaultException<OrganizationServiceFault>>(act).Detail.Message;
}
