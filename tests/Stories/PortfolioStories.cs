using System;
using System.Linq;
using System.ServiceModel;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Who answers for whom, out of the managed zip.</summary>
public sealed class PortfolioStories : IDisposable
{
    private readonly Staff staff = new();

    public void Dispose() => staff.Dispose();

    [Theory]
    [InlineData(1033, "Ana answers for this customer already")]
    [InlineData(3082, "Ana ya responde por este cliente")]
    public void A_second_accountable_manager_at_the_same_time_is_refused(int language, string words)
    {
        var customer = staff.AddCustomer("Hotel Sol");
        staff.Service.Create(Assignment(customer, staff.AddManager("A1", "Ana"), 100));
        var second = Assignment(customer, staff.AddManager("A2", "Bo"), 50);
        staff.Service.Update(new Entity("usersettings", staff.Tenant.Dataverse.AdministratorId) { ["uilanguageid"] = language });
        staff.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));

        var refused = Assert.ThrowsAny<FaultException>(() => staff.Service.Create(second));

        Assert.StartsWith(words, refused.Message, StringComparison.Ordinal);
        Assert.Single(staff.Rows("crmx_creditassignment"));
    }

    [Fact]
    public void Credit_is_shared_up_to_the_whole_and_no_further()
    {
        var customer = staff.AddCustomer("Hotel Sol");
        var ana = staff.AddManager("A1", "Ana");
        staff.Service.Create(Assignment(customer, ana, 60));
        var helper = Assignment(customer, staff.AddManager("A2", "Bo"), 40);
        helper["crmx_accountable"] = false;
        staff.Service.Create(helper);

        var third = Assignment(customer, staff.AddManager("A3", "Cy"), 1);
        third["crmx_accountable"] = false;
        var refused = Assert.ThrowsAny<FaultException>(() => staff.Service.Create(third));

        Assert.Contains("101 %", refused.Message, StringComparison.Ordinal);
        Assert.Equal(ana, staff.ManagerOf(customer));
    }

    [Fact]
    public async Task Two_who_assign_the_same_customer_in_the_same_second_do_not_both_succeed()
    {
        var customer = staff.AddCustomer("Hotel Sol");
        var workers = new[] { staff.AddManager("A1", "Ana"), staff.AddManager("A2", "Bo"), staff.AddManager("A3", "Cy") };

        var outcomes = await Task.WhenAll(workers.Select(worker => Task.Run(() =>
        {
            try
            {
                staff.Tenant.Dataverse.Connect().Create(Assignment(customer, worker, 100));
                return true;
            }
            catch (FaultException)
            {
                return false;
            }
        })));

        Assert.Single(outcomes, outcome => outcome);
        var held = Assert.Single(staff.Rows("crmx_creditassignment", "crmx_workerid"));
        Assert.Equal(held.GetAttributeValue<EntityReference>("crmx_workerid").Id, staff.ManagerOf(customer));
    }

    [Fact]
    public void A_handover_ends_the_one_begins_the_other_and_tells_the_customer_in_his_language_when_courtesy_allows()
    {
        var ana = staff.AddManager("A1", "Ana Ruiz");
        var bo = staff.AddManager("A2", "Bo Paz");
        var customer = staff.AddCustomer("Elena Mora");
        staff.Tenant.AddContact("Mora", customer);
        staff.HandOver(customer, ana, day: 1);
        staff.Tenant.Dataverse.Jobs.Drop();

        var answer = staff.HandOver(customer, bo, "Her daughter marries in May; she likes to be asked.");
        staff.Settle();

        Assert.Contains("Bo Paz looks after Elena Mora", (string)answer["Explanation"], StringComparison.Ordinal);
        var rows = staff.Rows("crmx_creditassignment", "crmx_workerid", "crmx_until", "crmx_from", "crmx_takenoverfromid", "crmx_handovernote", "crmx_customertoldon").OrderBy(row => row["crmx_from"]).ToList();
        Assert.Equal(new DateTime(2026, 11, 22), rows[0].GetAttributeValue<DateTime>("crmx_until"));
        Assert.Equal(ana, rows[1].GetAttributeValue<EntityReference>("crmx_takenoverfromid").Id);
        Assert.StartsWith("Her daughter", (string)rows[1]["crmx_handovernote"], StringComparison.Ordinal);
        Assert.Equal(bo, staff.ManagerOf(customer));
        var email = Assert.Single(staff.Rows("email", "description", "statecode", "crmx_purpose"));
        Assert.Contains("Bo Paz le atiende", (string)email["description"], StringComparison.Ordinal);
        Assert.DoesNotContain("daughter", (string)email["description"], StringComparison.Ordinal);
        Assert.False(rows[1].Contains("crmx_customertoldon"));

        staff.Service.Execute(new OrganizationRequest("crmx_RunDue"));
        staff.Settle();

        Assert.Equal(1, staff.Tenant.Read("email", email.Id, "statecode").GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.NotNull(staff.Tenant.Read("crmx_creditassignment", rows[1].Id, "crmx_customertoldon").GetAttributeValue<DateTime?>("crmx_customertoldon"));
    }

    [Fact]
    public void The_card_says_who_looks_after_the_customer()
    {
        var customer = staff.AddCustomer("Elena Mora");
        staff.HandOver(customer, staff.AddManager("A1", "Ana Ruiz"));

        var card = staff.Service.Execute(new OrganizationRequest("crmx_GetCustomerView") { ["CustomerId"] = customer, ["Purpose"] = "service", ["Channel"] = "phonecall", ["Verification"] = "verified" });

        Assert.Contains("Ana Ruiz", (string)card["Details"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_handover_needs_a_note_a_customer_manager_and_repeated_changes_nothing()
    {
        var customer = staff.AddCustomer("Hotel Sol");
        var ana = staff.AddManager("A1", "Ana");
        staff.Import("C1,Ciro,,,collector,,,,CO,2026-01-01,,,", "L1,Lia,,,customermanager,,,,CO,2025-01-01,2025-12-31,,");

        var empty = Assert.ThrowsAny<FaultException>(() => staff.HandOver(customer, ana, "ok"));
        var collector = Assert.ThrowsAny<FaultException>(() => staff.HandOver(customer, staff.Worker("C1")));
        var leaver = Assert.ThrowsAny<FaultException>(() => staff.HandOver(customer, staff.Worker("L1")));
        staff.HandOver(customer, ana);
        var again = staff.HandOver(customer, ana);

        Assert.Contains("write a note", empty.Message, StringComparison.Ordinal);
        Assert.Contains("manages no customers", collector.Message, StringComparison.Ordinal);
        Assert.Contains("not employed", leaver.Message, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", (string)again["Explanation"], StringComparison.Ordinal);
        Assert.Single(staff.Rows("crmx_creditassignment"));
    }

    [Fact]
    public void A_proposal_gives_every_customer_of_A_or_B_one_manager_and_applying_it_twice_changes_nothing()
    {
        var ana = staff.AddManager("A1", "Ana");
        var bo = staff.AddManager("A2", "Bo");
        var kept = staff.AddCustomer("Kept");
        staff.HandOver(kept, ana, day: 1);
        var free = Enumerable.Range(0, 7).Select(number => staff.AddCustomer("Customer " + number, number % 2)).ToArray();
        var small = staff.AddCustomer("Small", segment: 3);

        var proposal = staff.Service.Execute(new OrganizationRequest("crmx_ProposePortfolios"));
        Assert.Contains("8 customers of segment A or B, 2 managers: 7 customers get another manager, 1 stay.", (string)proposal["Explanation"], StringComparison.Ordinal);
        Assert.Contains("Customer 3", (string)proposal["Explanation"], StringComparison.Ordinal);
        var stored = staff.Tenant.Read("crmx_portfolioproposal", (Guid)proposal["ProposalId"], "crmx_explanation", "crmx_content");
        Assert.DoesNotContain(stored.Attributes.Values.OfType<string>(), text => text.Contains("Customer 3", StringComparison.Ordinal));
        Assert.Null(staff.ManagerOf(free[0]));

        var apply = new OrganizationRequest("crmx_ApplyPortfolios") { ["ProposalId"] = proposal["ProposalId"] };
        var first = staff.Service.Execute(apply);
        var held = staff.Rows("crmx_creditassignment", "crmx_handovernote").Count;
        var second = staff.Service.Execute(apply);

        Assert.Equal(7, first["Done"]);
        Assert.Equal(0, second["Done"]);
        Assert.Equal(held, staff.Rows("crmx_creditassignment").Count);
        Assert.Equal(ana, staff.ManagerOf(kept));
        Assert.Null(staff.ManagerOf(small));
        Assert.All(free, customer => Assert.NotNull(staff.ManagerOf(customer)));
        Assert.Equal(4, free.Append(kept).Count(customer => staff.ManagerOf(customer) == bo));
        Assert.Equal(2, staff.Tenant.Read("crmx_portfolioproposal", (Guid)proposal["ProposalId"], "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    [Fact]
    public void Applying_goes_on_where_it_stopped_and_leaves_alone_what_somebody_changed_meanwhile()
    {
        var ana = staff.AddManager("A1", "Ana");
        var bo = staff.AddManager("A2", "Bo");
        var customers = Enumerable.Range(0, 60).Select(number => staff.AddCustomer("Customer " + number)).ToArray();
        var proposal = staff.Service.Execute(new OrganizationRequest("crmx_ProposePortfolios"));
        var given = ((string)proposal["Details"]).Contains($"\"customer\":\"{customers[0]:D}\",\"to\":\"{ana:D}\"", StringComparison.Ordinal) ? bo : ana;
        staff.HandOver(customers[0], given);

        var apply = new OrganizationRequest("crmx_ApplyPortfolios") { ["ProposalId"] = proposal["ProposalId"] };
        var first = staff.Service.Execute(apply);
        var second = staff.Service.Execute(apply);

        Assert.Equal(true, first["More"]);
        Assert.Equal(50, first["Done"]);
        Assert.Equal(9, second["Done"]);
        Assert.Equal(false, second["More"]);
        Assert.Equal(given, staff.ManagerOf(customers[0]));
    }

    [Fact]
    public void A_handover_planned_ahead_is_shown_and_told_on_its_day()
    {
        var ana = staff.AddManager("A1", "Ana Ruiz");
        var bo = staff.AddManager("A2", "Bo Paz");
        var customer = staff.AddCustomer("Elena Mora");
        staff.Tenant.AddContact("Mora", customer);
        staff.HandOver(customer, ana, day: 1);
        staff.Tenant.Dataverse.Jobs.Drop();
        staff.HandOver(customer, bo, day: 26);
        staff.Settle();
        Run();
        Assert.Equal(ana, staff.ManagerOf(customer));
        Assert.Equal(0, staff.Rows("email", "statecode").Single().GetAttributeValue<OptionSetValue>("statecode").Value);

        staff.Tenant.Dataverse.Clock.Advance(TimeSpan.FromDays(3));
        Run();

        Assert.Equal(bo, staff.ManagerOf(customer));
        Assert.Equal(1, staff.Rows("email", "statecode").Single().GetAttributeValue<OptionSetValue>("statecode").Value);

        void Run()
        {
            staff.Service.Execute(new OrganizationRequest("crmx_RunDue"));
            staff.Settle();
        }
    }

    [Fact]
    public void While_the_capability_is_observed_no_customer_is_told()
    {
        using var observed = new Staff("observe");
        var customer = observed.AddCustomer("Elena Mora");
        observed.Tenant.AddContact("Mora", customer);

        var answer = observed.HandOver(customer, observed.AddManager("A1", "Ana"));
        observed.Settle();

        Assert.Contains("not told", (string)answer["Explanation"], StringComparison.Ordinal);
        Assert.Empty(observed.Rows("email"));
    }

    [Fact]
    public void When_two_customers_turn_out_to_be_one_both_managers_share_the_credit_and_one_is_accountable()
    {
        staff.Tenant.Set("crmx_CustomerViewMode", "enforce");
        staff.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        var one = staff.AddCustomer("Elena Mora");
        var other = staff.AddCustomer("Helena Mora");
        var ana = staff.AddManager("A1", "Ana");
        staff.HandOver(one, ana, day: 1);
        staff.HandOver(other, staff.AddManager("A2", "Bo"), day: 1);
        staff.Tenant.Dataverse.Jobs.Drop();

        staff.Tenant.Join(other, one);
        Assert.Empty(staff.Tenant.RunOperations());

        var rows = staff.Rows("crmx_creditassignment", "crmx_customerid", "crmx_accountable", "crmx_share").ToList();
        Assert.All(rows, row => Assert.Equal(one, row.GetAttributeValue<EntityReference>("crmx_customerid").Id));
        Assert.Single(rows, row => row.GetAttributeValue<bool>("crmx_accountable"));
        Assert.Equal([50m, 50m], rows.Select(row => row.GetAttributeValue<decimal>("crmx_share")));
        Assert.Equal(ana, staff.ManagerOf(one));
    }

    [Fact]
    public void Who_lacks_the_privilege_or_may_not_see_the_customer_is_refused()
    {
        var stranger = staff.LogIn("Nora Nadie");
        var ana = staff.AddManager("A1", "Ana");

        var handing = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Staff.HandOver(stranger, staff.Tenant.CustomerId, ana, "Some note that is long enough", 23));
        var proposing = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(new OrganizationRequest("crmx_ProposePortfolios")));
        var applying = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(new OrganizationRequest("crmx_ApplyPortfolios") { ["ProposalId"] = Guid.NewGuid() }));
        var nowhere = Assert.Throws<FaultException<OrganizationServiceFault>>(() => staff.HandOver(Guid.NewGuid(), ana));

        Assert.Contains("prvCreatecrmx_CreditAssignment", handing.Detail.Message, StringComparison.Ordinal);
        Assert.Contains("prvCreatecrmx_PortfolioProposal", proposing.Detail.Message, StringComparison.Ordinal);
        Assert.Contains("prvWritecrmx_PortfolioProposal", applying.Detail.Message, StringComparison.Ordinal);
        Assert.Equal("This row of crmx_customer does not exist, or you may not see it.", nowhere.Detail.Message);
    }

    private static Entity Assignment(Guid customer, Guid worker, decimal share) => new("crmx_creditassignment")
    {
        ["crmx_name"] = "Assignment",
        ["crmx_customerid"] = new EntityReference("crmx_customer", customer),
        ["crmx_workerid"] = new EntityReference("crmx_worker", worker),
        ["crmx_from"] = new DateTime(2026, 11, 1),
        ["crmx_share"] = share,
        ["crmx_accountable"] = true,
    };
}
