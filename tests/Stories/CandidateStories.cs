using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>How customer-minded a candidate is: evidence for each criterion, a computed score, and people who decide.</summary>
public sealed class CandidateStories : IDisposable
{
    private const int Hire = 1;
    private const int Criteria = 6;

    private readonly Staff staff = new();
    private readonly Guid analystId;
    private readonly IOrganizationService analyst;

    public CandidateStories()
    {
        analystId = staff.Tenant.Dataverse.AddUser("Hana Hauser", Staff.Analyst);
        analyst = staff.Tenant.Dataverse.Connect(analystId);
    }

    public void Dispose() => staff.Dispose();

    [Fact]
    public void The_score_is_the_mean_of_the_criteria_and_nobody_types_it()
    {
        var card = Scorecard();
        var first = Score(card, 0, 5);
        Score(card, 1, 4);
        Score(card, 2, 4);

        var refused = Assert.ThrowsAny<FaultException>(() => analyst.Update(new Entity("crmx_candidatescorecard", card) { ["crmx_score"] = 5m }));
        Assert.Contains("computed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(4.33m, ScoreOf(card));

        analyst.Update(new Entity("crmx_scorecardcriterion", first) { ["crmx_score"] = 1 });
        Assert.Equal(3m, ScoreOf(card));
        staff.Service.Delete("crmx_scorecardcriterion", first);
        Assert.Equal(4m, ScoreOf(card));
    }

    [Theory]
    [InlineData(4, "", "evidence")]
    [InlineData(4, "Good!", "evidence")]
    [InlineData(6, "Said how she kept a guest's birthday in mind", "between 1 and 5")]
    [InlineData(0, "Said how she kept a guest's birthday in mind", "between 1 and 5")]
    public void A_score_without_evidence_or_off_the_scale_is_refused(int score, string evidence, string words)
    {
        var card = Scorecard();

        var refused = Assert.ThrowsAny<FaultException>(() => Score(card, 0, score, evidence));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_decides_with_a_reason_when_every_criterion_is_scored_and_is_named()
    {
        var card = Scorecard();
        for (var criterion = 0; criterion < Criteria - 1; criterion++) Score(card, criterion, 4);
        var early = Assert.ThrowsAny<FaultException>(() => Decide(card, "Listens better than anybody we met"));
        Score(card, Criteria - 1, 4);
        var mute = Assert.ThrowsAny<FaultException>(() => Decide(card, "Yes"));

        Decide(card, "Listens better than anybody we met");
        var late = Assert.ThrowsAny<FaultException>(() => staff.Service.Update(new Entity("crmx_scorecardcriterion", staff.Rows("crmx_scorecardcriterion")[0].Id) { ["crmx_score"] = 1 }));

        Assert.Contains("Learns", early.Message, StringComparison.Ordinal);
        Assert.Contains("reason", mute.Message, StringComparison.Ordinal);
        Assert.Contains("decided on already", late.Message, StringComparison.Ordinal);
        Assert.Equal(analystId, staff.Tenant.Read("crmx_candidatescorecard", card, "crmx_decidedbyid").GetAttributeValue<EntityReference>("crmx_decidedbyid").Id);
    }

    [Fact]
    public void A_program_decides_on_nobody()
    {
        var card = Scorecard();
        for (var criterion = 0; criterion < Criteria; criterion++) Score(card, criterion, 5);
        var program = staff.Tenant.Dataverse.AddUser("Robo Recruiter", Staff.Analyst);
        staff.Service.Update(new Entity("systemuser", program) { ["accessmode"] = new OptionSetValue(4) });

        var refused = Assert.ThrowsAny<FaultException>(() => staff.Tenant.Dataverse.Connect(program).Update(
            new Entity("crmx_candidatescorecard", card) { ["crmx_decision"] = Choice(Hire), ["crmx_reason"] = "The score is above four" }));

        Assert.Contains("People decide on people", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, Word(staff.Tenant.Read("crmx_candidatescorecard", card, "crmx_decision"), "crmx_decision") ?? 0);
    }

    [Fact]
    public void Nobody_but_HR_sees_a_candidate()
    {
        Scorecard();
        foreach (var role in new[] { Staff.Manager, "Crm.Extensions Team Lead", "Crm.Extensions Payroll", "Crm.Extensions Collector" })
        {
            var other = staff.LogIn("Other " + role.Split(' ').Last(), role);
            Assert.ThrowsAny<FaultException>(() => other.RetrieveMultiple(new QueryExpression("crmx_candidatescorecard")));
        }

        Assert.Single(analyst.RetrieveMultiple(new QueryExpression("crmx_candidatescorecard")).Entities);
    }

    private Guid Scorecard() => analyst.Create(new Entity("crmx_candidatescorecard")
    {
        ["crmx_name"] = "Elena Vega", ["crmx_candidate"] = "Elena Vega", ["crmx_jobid"] = staff.Job("customermanager"), ["crmx_on"] = new DateTime(2026, 11, 20),
    });

    private Guid Score(Guid card, int criterion, int score, string evidence = "Told how she called a guest back twice") => analyst.Create(new Entity("crmx_scorecardcriterion")
    {
        ["crmx_scorecardid"] = new EntityReference("crmx_candidatescorecard", card), ["crmx_criterion"] = Choice(criterion), ["crmx_score"] = score, ["crmx_evidence"] = evidence,
    });

    private void Decide(Guid card, string reason) =>
        analyst.Update(new Entity("crmx_candidatescorecard", card) { ["crmx_decision"] = Choice(Hire), ["crmx_reason"] = reason });

    private decimal? ScoreOf(Guid card) => staff.Tenant.Read("crmx_candidatescorecard", card, "crmx_score").GetAttributeValue<decimal?>("crmx_score");
}
