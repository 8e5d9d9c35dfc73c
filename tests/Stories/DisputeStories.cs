using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.StatementStories;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A worker says that a line is wrong: nothing changes it meanwhile, HR answers in time, and the answer comes as a line of its own.</summary>
public sealed class DisputeStories
{
    [Fact]
    public void A_dispute_that_is_won_adjusts_by_a_new_line_of_the_next_revision()
    {
        using var house = Shown(out var statement);
        var line = house.Lines(statement)[0];
        var dispute = Dispute(house, line.Id, house.WorkerUser);

        Assert.Equal(574840001, house.Status(statement));
        Assert.Contains("disputed", Refusal(() => house.Approve(statement, house.LeadUser)), StringComparison.Ordinal);

        var adjusting = Answer(house, dispute, "upheld", 150m);

        var adjusted = house.Tenant.Read("crmx_compensationline", adjusting, "crmx_statementid", "crmx_amount", "crmx_kind", "crmx_reversesid", "crmx_evidencetable", "crmx_evidenceid", "crmx_customerid");
        Assert.Equal(150m, adjusted.GetAttributeValue<Money>("crmx_amount").Value);
        Assert.Equal(10, Tenant.Word(adjusted, "crmx_kind"));
        Assert.Equal(line.Id, adjusted.GetAttributeValue<EntityReference>("crmx_reversesid").Id);
        Assert.Equal(dispute.ToString("D"), adjusted.GetAttributeValue<string>("crmx_evidenceid"));
        var revision = adjusted.GetAttributeValue<EntityReference>("crmx_statementid").Id;
        Assert.Equal(150m, house.Payable(revision));
        Assert.Equal(1000m, house.Payable(statement));
        Assert.Equal(574840000, house.Status(statement));
        Assert.Equal(2, house.Tenant.Read("crmx_paydispute", dispute, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);

        // a later calculation leaves what was granted
        house.Calculate(house.Worker);
        Assert.Equal(150m, house.Payable(revision));
    }

    [Fact]
    public void An_answer_that_is_taken_back_returns_to_the_start_before_and_after_it_was_paid()
    {
        using var house = Shown(out var statement);
        var dispute = Dispute(house, house.Lines(statement)[0].Id, house.WorkerUser);
        Answer(house, dispute, "upheld", 150m);

        Answer(house, dispute, "undecided");

        Assert.Equal(1000m, Sum(house));
        Assert.Equal(574840001, house.Status(statement));
        Assert.Equal(1, house.Tenant.Read("crmx_paydispute", dispute, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);

        Answer(house, dispute, "partlyupheld", 80m);
        var revision = house.Statements(house.Worker).Single(row => row.GetAttributeValue<OptionSetValue>("statuscode").Value == 1).Id;
        house.ApproveAll(revision);
        Answer(house, dispute, "rejected");

        Assert.Equal(1000m, Sum(house));
        Assert.Equal(80m, house.Payable(revision));
    }

    [Fact]
    public void Only_the_worker_disputes_and_one_claim_at_a_time_waits()
    {
        using var house = Shown(out var statement);
        var line = house.Lines(statement)[0].Id;

        Assert.Contains("may not see it", Refusal(() => Dispute(house, line, house.ColleagueUser)), StringComparison.Ordinal);
        Assert.Contains("Only the worker", Refusal(() => Dispute(house, line, house.Tenant.Dataverse.AdministratorId)), StringComparison.Ordinal);
        Assert.Contains("prvCreatecrmx_PayDispute", Refusal(() => Dispute(house, line, house.Tenant.Dataverse.AddUser("Nora Nadie"))), StringComparison.Ordinal);
        var dispute = Dispute(house, line, house.WorkerUser);
        Assert.Contains("disputed already", Refusal(() => Dispute(house, line, house.WorkerUser)), StringComparison.Ordinal);
        Assert.Contains("stays as it was made", Refusal(() => house.Service.Update(new Entity("crmx_paydispute", dispute) { ["crmx_claim"] = "Something else" })), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_not_been_shown_is_not_disputed()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);

        Assert.Contains("not been shown", Refusal(() => Dispute(house, house.Lines(statement)[0].Id, house.WorkerUser)), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_due_after_so_many_of_the_peoples_working_days()
    {
        using var house = Shown(out var statement);
        house.Tenant.Set("crmx_DisputeDays", "10");
        house.Settle();

        var dispute = Dispute(house, house.Lines(statement)[0].Id, house.WorkerUser);

        // Tuesday 2 February 2027 and ten working days of Colombia, which has no holiday in that month
        Assert.Equal(new DateTime(2027, 2, 16), house.Tenant.Read("crmx_paydispute", dispute, "crmx_dueon").GetAttributeValue<DateTime>("crmx_dueon"));
    }

    [Fact]
    public void HR_answers_and_nobody_else_and_not_with_nothing()
    {
        using var house = Shown(out var statement);
        var dispute = Dispute(house, house.Lines(statement)[0].Id, house.WorkerUser);

        foreach (var user in new[] { house.WorkerUser, house.PayrollUser })
        {
            Assert.Contains("prvWritecrmx_PayDispute", Refusal(() => Answer(house, dispute, "upheld", 1000m, user)), StringComparison.Ordinal);
        }

        Assert.Contains("what amount", Refusal(() => Answer(house, dispute, "upheld")), StringComparison.Ordinal);
        Assert.Contains("nothing is granted", Refusal(() => Answer(house, dispute, "rejected", 5m)), StringComparison.Ordinal);
        Assert.Contains("no outcome", Refusal(() => Answer(house, dispute, "maybe")), StringComparison.Ordinal);
        Assert.Equal(Guid.Empty, Answer(house, dispute, "rejected"));
        Assert.Equal(574840000, house.Status(statement));
    }

    [Fact]
    public void What_is_learned_late_leaves_a_disputed_line_until_it_is_answered()
    {
        using var house = Shown(out var statement);
        var dispute = Dispute(house, house.Lines(statement)[0].Id, house.WorkerUser);
        house.LearnLate(house.Worker);

        house.Calculate(house.Worker);
        Assert.Single(house.Statements(house.Worker));

        Answer(house, dispute, "rejected");
        house.Calculate(house.Worker);
        Assert.Equal(500m, Sum(house));
    }

    private static PayHouse Shown(out Guid statement)
    {
        var house = Kept();
        statement = house.Calculate(house.Worker);
        house.Approve(statement, house.HrUser);
        return house;
    }

    private static decimal Sum(PayHouse house) => house.Statements(house.Worker)
        .Where(row => row.GetAttributeValue<OptionSetValue>("statuscode").Value != 574840004)
        .SelectMany(row => house.Lines(row.Id)).Sum(line => line.GetAttributeValue<Money>("crmx_amount").Value);

    private static Guid Dispute(PayHouse house, Guid line, Guid user) =>
        (Guid)house.As(user).Execute(new OrganizationRequest("crmx_DisputeLine") { ["LineId"] = line, ["Claim"] = "The kiosk is mine since May" }).Results["DisputeId"];

    private static Guid Answer(PayHouse house, Guid dispute, string outcome, decimal? amount = null, Guid? user = null)
    {
        var request = new OrganizationRequest("crmx_AnswerDispute") { ["DisputeId"] = dispute, ["Outcome"] = outcome, ["Answer"] = "We looked into it" };
        if (amount is { } granted) request["Amount"] = granted;
        return (Guid)house.As(user ?? house.HrUser).Execute(request).Results["AdjustingLineId"];
    }
}
