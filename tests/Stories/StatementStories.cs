using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A statement: who sees it, who brings it further, and what becomes of facts that come late.</summary>
public sealed class StatementStories
{
    [Fact]
    public void Every_cent_of_a_statement_is_in_its_lines_and_the_same_facts_give_the_same_bytes()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);
        var first = house.Everything();

        Assert.Equal(1000m, house.Payable(statement));
        Assert.Equal(house.Payable(statement), house.Lines(statement).Sum(line => line.GetAttributeValue<Money>("crmx_amount").Value));
        Assert.Equal(64, ((string)house.Statement(statement)["crmx_digest"]).Length);
        Assert.Equal(house.WorkerUser, house.Statement(statement).GetAttributeValue<EntityReference>("ownerid").Id);

        house.Settle();
        Assert.Equal(statement, house.Calculate(house.Worker));
        Assert.Equal(first, house.Everything());
    }

    [Fact]
    public void Nobody_but_the_worker_the_manager_and_HR_sees_a_statement()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);
        house.Approve(statement, house.HrUser);

        foreach (var user in new[] { house.WorkerUser, house.LeadUser, house.HrUser, house.ApproverUser })
        {
            Assert.Equal("1000.00", house.Seen(statement, user).GetProperty("payable").GetString());
        }

        Assert.Contains("may not see it", Refusal(() => house.Seen(statement, house.ColleagueUser)), StringComparison.Ordinal);
        Assert.ThrowsAny<FaultException>(() => house.As(house.ColleagueUser).Retrieve("crmx_compensationstatement", statement, new("crmx_name")));
        var stranger = house.Tenant.Dataverse.AddUser("Nora Nadie");
        Assert.Contains("prvReadcrmx_CompensationStatement", Refusal(() => house.Seen(statement, stranger)), StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_are_secured_in_the_tables_and_read_through_the_statement_alone()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);
        house.Approve(statement, house.HrUser);

        var header = house.As(house.WorkerUser).Retrieve("crmx_compensationstatement", statement, new("crmx_payable", "crmx_content", "statuscode"));

        Assert.Null(header.GetAttributeValue<Money>("crmx_payable"));
        Assert.Null(header.GetAttributeValue<string>("crmx_content"));
        Assert.Equal("1000.00", house.Seen(statement, house.WorkerUser).GetProperty("payable").GetString());
    }

    [Fact]
    public void A_statement_is_three_sentences_and_lines_by_customer_in_the_readers_language()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);
        house.Approve(statement, house.HrUser);

        var seen = house.Seen(statement, house.WorkerUser);
        var visto = house.Seen(statement, house.WorkerUser, 3082);

        Assert.Equal(3, seen.GetProperty("sentences").GetArrayLength());
        Assert.Equal(3, visto.GetProperty("sentences").GetArrayLength());
        Assert.NotEqual(seen.GetProperty("sentences")[0].GetString(), visto.GetProperty("sentences")[0].GetString());
        Assert.Equal("mostrada", visto.GetProperty("state").GetString());
        Assert.Equal("Kept Kiosk", seen.GetProperty("customers")[0].GetProperty("name").GetString());
        Assert.InRange(seen.GetProperty("next").GetArrayLength(), 1, 5);
    }

    [Fact]
    public void The_worker_sees_a_statement_when_HR_shows_it()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);

        Assert.Contains("not been shown", Refusal(() => house.Seen(statement, house.WorkerUser)), StringComparison.Ordinal);
        Assert.Equal("Shown", house.Approve(statement, house.HrUser));
        Assert.NotNull(house.Statement(statement).GetAttributeValue<DateTime?>("crmx_shownon"));
        house.Seen(statement, house.WorkerUser);
    }

    [Fact]
    public void It_is_approved_by_the_manager_then_by_HR_and_never_by_the_worker_or_by_one_person_twice()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);
        Assert.Contains("HR shows", Refusal(() => house.Approve(statement, house.LeadUser)), StringComparison.Ordinal);
        house.Approve(statement, house.HrUser);

        Assert.Contains("own statement", Refusal(() => house.Approve(statement, house.WorkerUser)), StringComparison.Ordinal);
        Assert.Contains("manager approves first", Refusal(() => house.Approve(statement, house.ApproverUser)), StringComparison.Ordinal);
        Assert.Equal("ApprovedByManager", house.Approve(statement, house.LeadUser));
        Assert.Contains("last word", Refusal(() => house.Approve(statement, house.LeadUser)), StringComparison.Ordinal);
        Assert.Equal("ApprovedByHr", house.Approve(statement, house.ApproverUser));
        Assert.Contains("nothing to approve", Refusal(() => house.Approve(statement, house.ApproverUser)), StringComparison.Ordinal);
        Assert.Equal(house.LeadUser, house.Statement(statement).GetAttributeValue<EntityReference>("crmx_approvedbymanagerid").Id);
        Assert.Equal(house.ApproverUser, house.Statement(statement).GetAttributeValue<EntityReference>("crmx_approvedbyhrid").Id);
    }

    [Fact]
    public void A_manager_does_not_approve_the_managers_own_statement()
    {
        using var house = Kept(lead: true);
        var statement = house.Calculate(house.LeadWorker);
        house.Approve(statement, house.HrUser);

        Assert.Contains("own statement", Refusal(() => house.Approve(statement, house.LeadUser)), StringComparison.Ordinal);

        // who has no manager is judged by two of HR
        var second = house.Tenant.Dataverse.AddUser("Berta Bravo", PayHouse.Approver);
        Assert.Equal("ApprovedByManager", house.Approve(statement, house.ApproverUser));
        Assert.Contains("second person", Refusal(() => house.Approve(statement, house.ApproverUser)), StringComparison.Ordinal);
        Assert.Equal("ApprovedByHr", house.Approve(statement, second));
    }

    [Fact]
    public void By_hand_no_state_is_skipped_and_no_amount_is_written()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);

        Assert.Contains("does not go to", Refusal(() => SetStatus(house, statement, 574840003)), StringComparison.Ordinal);
        Assert.Contains("not written by hand", Refusal(() => house.Service.Update(new Entity("crmx_compensationstatement", statement) { ["crmx_payable"] = new Money(9999m) })), StringComparison.Ordinal);
        var line = house.Lines(statement)[0].Id;
        Assert.Contains("not written by hand", Refusal(() => house.Service.Update(new Entity("crmx_compensationline", line) { ["crmx_amount"] = new Money(9999m) })), StringComparison.Ordinal);
        Assert.Contains("not written by hand", Refusal(() => house.Add("crmx_compensationstatement", ("crmx_name", "Mine"), ("crmx_workerid", PayHouse.Reference("crmx_worker", house.Colleague)), ("crmx_periodid", PayHouse.Reference("crmx_compensationperiod", house.January)), ("crmx_revision", 1))), StringComparison.Ordinal);

        SetStatus(house, statement, 574840000);
        Assert.Equal(574840000, house.Status(statement));
        house.Approve(statement, house.LeadUser);
        house.Approve(statement, house.ApproverUser);
        var exported = new Entity("crmx_compensationstatement", statement) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) };
        Assert.Contains("exported with its file", Refusal(() => house.Service.Update(exported)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_learned_late_comes_as_lines_of_the_next_revision_with_a_link()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);
        house.ApproveAll(statement);
        var content = (string)house.Statement(statement)["crmx_content"];

        house.LearnLate(house.Worker);
        var revision = house.Calculate(house.Worker);

        Assert.NotEqual(statement, revision);
        Assert.Equal(content, (string)house.Statement(statement)["crmx_content"]);
        Assert.Equal(2, house.Statement(revision).GetAttributeValue<int>("crmx_revision"));
        Assert.NotEmpty(house.Lines(revision));
        Assert.All(house.Lines(revision), line => Assert.NotNull(line.GetAttributeValue<EntityReference>("crmx_reversesid") ?? (object?)line.GetAttributeValue<string>("crmx_evidence")));
        Assert.Equal(0m, house.Payable(revision));
        Assert.Equal(500m, house.Statement(revision).GetAttributeValue<Money>("crmx_carried").Value);
        Assert.Equal(revision, house.Calculate(house.Worker));
    }

    [Fact]
    public void Thirteen_of_twenty_six_weeks_on_leave_halve_the_goal()
    {
        using var house = new PayHouse();
        var half = house.AddPeriod("2026-H2", new DateTime(2026, 7, 6), new DateTime(2027, 1, 3));
        var plan = house.AddPlan("HALF", ("crmx_periodlength", Tenant.Choice(2)));
        house.AddComponent(plan, 5, 20, ("crmx_goal", 100m));
        house.AddComponent(plan, 0, 80);
        house.Join(house.Worker, plan);
        var customer = house.Tenant.AddCustomer("Kept Kiosk", owes: false);
        house.Assign(customer, house.Worker);
        house.AddSnapshot(customer, new DateTime(2026, 7, 6), 1000m);
        house.AddSnapshot(customer, new DateTime(2027, 1, 3), 1000m);
        house.Add("crmx_achievement", ("crmx_name", "Loans"), ("crmx_workerid", PayHouse.Reference("crmx_worker", house.Worker)), ("crmx_periodid", PayHouse.Reference("crmx_compensationperiod", half)), ("crmx_metric", Tenant.Choice(5)), ("crmx_measured", 50m), ("crmx_evidence", "Core banking report"));
        house.Leave(house.Worker, new DateTime(2026, 10, 5), new DateTime(2027, 1, 3));
        house.Open();

        var statement = house.Calculate(house.Worker, half);

        // fifty of a hundred, in half the time: all of the goal; and half the pay for half the time
        Assert.Equal(500m, house.Payable(statement));
    }

    [Fact]
    public void A_peso_book_that_grew_as_prices_did_has_developed_by_nothing()
    {
        using var house = new PayHouse();
        var plan = house.AddPlan("DEV");
        house.AddComponent(plan, 1, 100);
        house.Join(house.Worker, plan);

        // snapshots are in real terms: 40 % more pesos with prices 40 % up are the same value, which was expected anyway
        house.AddCustomer("Peso Panadería", house.Worker, start: 1000m, end: 1000m, expected: 1000m, attainable: 1500m);
        house.Open();

        var statement = house.Calculate(house.Worker);

        Assert.Equal(0m, house.Payable(statement));
        Assert.DoesNotContain(house.Lines(statement), line => line.GetAttributeValue<Money>("crmx_amount").Value != 0);
    }

    [Fact]
    public void The_customer_lost_after_the_bank_cut_his_limit_is_nobodys_fault_and_the_line_says_why()
    {
        using var house = new PayHouse();
        var plan = house.AddPlan("KEEP");
        house.AddComponent(plan, 0, 100);
        house.Join(house.Worker, plan);
        house.AddCustomer("Kept Kiosk", house.Worker, 1000m, 1000m);
        var lost = house.AddCustomer("Lost Lumber", house.Worker, 1000m, 0m);
        var obligation = house.Tenant.AddObligation(lost);
        var cut = house.Add(
            "crmx_creditlimitchange", ("crmx_name", "Cut"), ("crmx_obligationid", PayHouse.Reference("crmx_obligation", obligation)), ("crmx_oldlimit", new Money(5000m)), ("crmx_newlimit", new Money(500m)),
            ("crmx_reason", Tenant.Choice(2)), ("crmx_effectiveon", new DateTime(2027, 1, 10, 12, 0, 0, DateTimeKind.Utc)), ("statecode", new OptionSetValue(1)), ("statuscode", new OptionSetValue(2)));
        house.Open();

        var statement = house.Calculate(house.Worker);

        Assert.Equal(1000m, house.Payable(statement));
        var neutral = Assert.Single(house.Lines(statement), line => Tenant.Word(line, "crmx_kind") == 8);
        Assert.Equal(lost, neutral.GetAttributeValue<EntityReference>("crmx_customerid").Id);
        Assert.Equal("crmx_creditlimitchange", neutral.GetAttributeValue<string>("crmx_evidencetable"));
        Assert.Equal(cut.ToString("D"), neutral.GetAttributeValue<string>("crmx_evidenceid"));
    }

    [Fact]
    public void The_product_manager_becomes_a_customer_manager_over_three_periods()
    {
        using var house = new PayHouse();
        var old = house.AddPlan("QUOTA");
        house.AddComponent(old, 5, 100, ("crmx_goal", 10m));
        var plan = house.AddPlan("CUSTOMERS");
        house.AddComponent(plan, 0, 100);
        var february = house.AddPeriod("2027-02", new DateTime(2027, 2, 1), new DateTime(2027, 2, 28));
        var march = house.AddPeriod("2027-03", new DateTime(2027, 3, 1), new DateTime(2027, 3, 31));
        house.Join(
            house.Worker, plan, ("crmx_from", new DateTime(2027, 1, 1)), ("crmx_formerplanid", PayHouse.Reference("crmx_compensationplan", old)), ("crmx_blend", "75/25,50/50,0/100"));
        var customer = house.AddCustomer("Kept Kiosk", house.Worker, 1000m, 1000m);
        foreach (var day in new[] { new DateTime(2027, 2, 1), new DateTime(2027, 2, 28), new DateTime(2027, 3, 1), new DateTime(2027, 3, 31) }) house.AddSnapshot(customer, day, 1000m);
        house.Open();
        house.Tenant.Dataverse.Clock.UtcNow = new DateTime(2027, 4, 2, 15, 0, 0, DateTimeKind.Utc);

        // no product is sold any more, all customers stay: the former plan pays nothing, the new one everything
        Assert.Equal(250m, house.Payable(house.Calculate(house.Worker)));
        Assert.Equal(500m, house.Payable(house.Calculate(house.Worker, february)));
        Assert.Equal(1000m, house.Payable(house.Calculate(house.Worker, march)));
    }

    [Theory]
    [InlineData("observe", "only observed")]
    [InlineData("off", "switched off")]
    public void While_paying_is_observed_nothing_is_shown_and_while_it_is_off_nothing_is_calculated(string mode, string refusal)
    {
        using var house = Kept(mode: mode);
        Assert.Contains(refusal, Refusal(() => house.Approve(house.Calculate(house.Worker), house.HrUser)), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_calculate_is_refused_and_who_does_not_see_the_worker_learns_nothing()
    {
        using var house = Kept();
        var request = new OrganizationRequest("crmx_CalculateStatement") { ["WorkerId"] = house.Worker, ["PeriodId"] = house.January };
        foreach (var user in new[] { house.WorkerUser, house.LeadUser, house.PayrollUser, house.Tenant.Dataverse.AddUser("Nora Nadie") })
        {
            Assert.Contains("prvCreatecrmx_CompensationStatement", Refusal(() => house.As(user).Execute(request)), StringComparison.Ordinal);
        }

        request["WorkerId"] = Guid.NewGuid();
        Assert.Contains("crmx_worker does not exist, or you may not see it", Refusal(() => house.As(house.HrUser).Execute(request)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_if_is_for_ones_own_statement_and_writes_nothing()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);
        house.Approve(statement, house.HrUser);
        var before = house.Everything();
        var customer = house.Rows("crmx_creditassignment").Single().GetAttributeValue<EntityReference>("crmx_customerid").Id;
        var request = new OrganizationRequest("crmx_EstimatePay") { ["StatementId"] = statement, ["Changes"] = "{\"customers\":[{\"customerId\":\"" + customer + "\",\"value\":\"500\"}]}" };

        var answer = house.As(house.WorkerUser).Execute(request);

        Assert.Equal(500m, answer.Results["Payable"]);
        Assert.Equal(1000m, answer.Results["Stated"]);
        Assert.Equal(before, house.Everything());
        Assert.Contains("may not see it", Refusal(() => house.As(house.ColleagueUser).Execute(request)), StringComparison.Ordinal);
        request["Changes"] = "{\"customers\":[{\"customerId\":\"" + Guid.NewGuid() + "\",\"value\":\"500\"}]}";
        Assert.Contains("not among the customers", Refusal(() => house.As(house.WorkerUser).Execute(request)), StringComparison.Ordinal);
    }

    /// <summary>One customer worth 1,000 who stayed, and a plan that pays 1,000 for that.</summary>
    internal static PayHouse Kept(string mode = "enforce", bool lead = false, int languageCode = 1033)
    {
        var house = new PayHouse(mode, languageCode);
        var plan = house.AddPlan("KEEP");
        house.AddComponent(plan, 0, 100);
        var worker = lead ? house.LeadWorker : house.Worker;
        house.Join(worker, plan);
        house.AddCustomer("Kept Kiosk", worker, 1000m, 1000m, attainable: 1500m);
        return house.Open();
    }

    internal static string Refusal(Action act) => Assert.Throws<FaultException<OrganizationServiceFault>>(act).Detail.Message;

    private static void SetStatus(PayHouse house, Guid statement, int status) =>
        house.Service.Update(new Entity("crmx_compensationstatement", statement) { ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(status) });
}
