using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Compensation.Plans;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A plan from its draft to its acceptance, by people who log in as what they are.</summary>
public sealed class PlanLifeStories : IDisposable
{
    private const int Retention = 0;
    private const int Development = 1;
    private const int Satisfaction = 2;
    private const int ProductQuota = 5;
    private const int Recovered = 6;
    private const int Approved = 574840000;
    private const int InForce = 574840001;

    private readonly Staff staff = new();
    private readonly IOrganizationService analyst;
    private readonly IOrganizationService approver;

    public PlanLifeStories()
    {
        analyst = staff.LogIn("Hana Hauser", Staff.Analyst);
        approver = staff.LogIn("Ada Avila", Staff.Approver);
    }

    public void Dispose() => staff.Dispose();

    [Theory]
    [InlineData(1033, "can't pay by product quota alone")]
    [InlineData(3082, "no puede pagar sólo por la cuota de productos")]
    public void A_plan_for_customer_managers_that_pays_by_product_quota_alone_is_refused(int language, string words)
    {
        SpeakTo(language);
        var plan = Draft("CM", "customermanager");

        var refused = Assert.ThrowsAny<FaultException>(() => Add(plan, ProductQuota, 100, staff.Service));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Empty(staff.Rows("crmx_plancomponent"));
    }

    [Fact]
    public void A_plan_for_customer_managers_above_HRs_ceiling_for_quota_is_refused_and_up_to_it_is_not()
    {
        var plan = Draft("CM", "customermanager");
        Add(plan, Retention, 50);
        Add(plan, Development, 30);

        Assert.ThrowsAny<FaultException>(() => Add(plan, ProductQuota, 21));
        Add(plan, ProductQuota, 20);

        Assert.Equal(true, analyst.Execute(new OrganizationRequest("crmx_CheckPlan") { ["PlanId"] = plan })["Allowed"]);
    }

    [Theory]
    [InlineData(1033, "can't be paid by money recovered alone")]
    [InlineData(3082, "no puede ser remunerado sólo por lo recuperado")]
    public void A_collectors_plan_that_pays_by_money_recovered_alone_is_refused(int language, string words)
    {
        SpeakTo(language);
        var plan = Draft("CO", "collector");

        var refused = Assert.ThrowsAny<FaultException>(() => Add(plan, Recovered, 100, staff.Service));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Add(plan, Recovered, 60);
        Add(plan, Satisfaction, 40);

        Assert.Equal(true, analyst.Execute(new OrganizationRequest("crmx_CheckPlan") { ["PlanId"] = plan })["Allowed"]);
    }

    [Fact]
    public void What_is_to_be_mended_is_noted_with_reasons_and_keeps_the_plan_from_being_approved()
    {
        var plan = Draft("CM", "customermanager");
        Add(plan, Retention, 60);

        var findings = staff.Tenant.Read("crmx_compensationplan", plan, "crmx_findings").GetAttributeValue<string>("crmx_findings");
        var refused = Assert.ThrowsAny<FaultException>(() => Approve(approver, plan));
        Add(plan, Development, 40);
        var after = staff.Tenant.Read("crmx_compensationplan", plan, "crmx_findings").GetAttributeValue<string>("crmx_findings");

        Assert.Contains("100", findings, StringComparison.Ordinal);
        Assert.Contains(findings, refused.Message, StringComparison.Ordinal);
        Assert.True(string.IsNullOrEmpty(after));
    }

    [Fact]
    public void Neither_the_author_nor_a_later_editor_approves_but_another_does()
    {
        var editor = staff.LogIn("Eva Edit", Staff.Approver, Staff.Analyst);
        var plan = Complete("CM", "customermanager");
        editor.Update(new Entity("crmx_compensationplan", plan) { ["crmx_targetpay"] = new Money(9_000m) });

        var author = Assert.ThrowsAny<FaultException>(() => Approve(analyst, plan));
        var later = Assert.ThrowsAny<FaultException>(() => Approve(editor, plan));

        Assert.Contains("somebody else must approve", later.Message, StringComparison.Ordinal);
        Assert.True(author.Message.Contains("somebody else must approve", StringComparison.Ordinal) || author.Message.Contains("privilege", StringComparison.OrdinalIgnoreCase));
        Approve(approver, plan);
        Assert.Equal(Approved, State(plan));
    }

    [Fact]
    public void Who_changed_only_a_component_does_not_approve_either()
    {
        var editor = staff.LogIn("Eva Edit", Staff.Approver, Staff.Analyst);
        var plan = Complete("CM", "customermanager");
        var component = staff.Rows("crmx_plancomponent").First().Id;
        editor.Update(new Entity("crmx_plancomponent", component) { ["crmx_evidence"] = "Ledger and surveys" });

        var refused = Assert.ThrowsAny<FaultException>(() => Approve(editor, plan));

        Assert.Contains("somebody else must approve", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1033, "it is not changed any more")]
    [InlineData(3082, "ya no se cambia")]
    public void An_approved_plan_its_components_rates_and_gates_stand(int language, string words)
    {
        var plan = Complete("CM", "customermanager");
        var component = staff.Rows("crmx_plancomponent").First().Id;
        var tier = analyst.Create(new Entity("crmx_ratetier") { ["crmx_name"] = "T", ["crmx_componentid"] = new EntityReference("crmx_plancomponent", component), ["crmx_fromattainment"] = 0.8m, ["crmx_rate"] = 1m });
        var gate = analyst.Create(new Entity("crmx_plangate")
        {
            ["crmx_name"] = "G", ["crmx_planid"] = new EntityReference("crmx_compensationplan", plan), ["crmx_measure"] = Choice(0), ["crmx_limit"] = 0, ["crmx_effect"] = Choice(0), ["crmx_share"] = 50m, ["crmx_judges"] = Choice(0),
        });
        Approve(approver, plan);
        SpeakTo(language);

        var refusals = new List<FaultException>
        {
            Assert.ThrowsAny<FaultException>(() => staff.Service.Update(new Entity("crmx_compensationplan", plan) { ["crmx_targetpay"] = new Money(1) })),
            Assert.ThrowsAny<FaultException>(() => staff.Service.Update(new Entity("crmx_plancomponent", component) { ["crmx_weight"] = 99m })),
            Assert.ThrowsAny<FaultException>(() => staff.Service.Update(new Entity("crmx_ratetier", tier) { ["crmx_rate"] = 2m })),
            Assert.ThrowsAny<FaultException>(() => staff.Service.Update(new Entity("crmx_plangate", gate) { ["crmx_share"] = 1m })),
            Assert.ThrowsAny<FaultException>(() => Add(plan, Satisfaction, 1, staff.Service)),
            Assert.ThrowsAny<FaultException>(() => staff.Service.Delete("crmx_ratetier", tier)),
            Assert.ThrowsAny<FaultException>(() => staff.Service.Delete("crmx_plangate", gate)),
            Assert.ThrowsAny<FaultException>(() => staff.Service.Delete("crmx_plancomponent", component)),
            Assert.ThrowsAny<FaultException>(() => staff.Service.Delete("crmx_compensationplan", plan)),
        };

        Assert.All(refusals, refusal => Assert.Contains(words, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void State_author_approver_and_findings_are_never_typed()
    {
        var plan = Complete("CM", "customermanager");

        foreach (var (column, value) in new (string, object)[]
        {
            ("statuscode", new OptionSetValue(Approved)), ("crmx_editors", ""), ("crmx_findings", "Fine"), ("crmx_approvedon", DateTime.UtcNow),
            ("crmx_authorid", new EntityReference("systemuser", staff.Tenant.Dataverse.AdministratorId)),
        })
        {
            Assert.ThrowsAny<FaultException>(() => analyst.Update(new Entity("crmx_compensationplan", plan) { [column] = value }));
        }

        Assert.ThrowsAny<FaultException>(() => analyst.Create(new Entity("crmx_compensationplan") { ["crmx_name"] = "P", ["crmx_code"] = "P", ["crmx_version"] = 1, ["statuscode"] = new OptionSetValue(InForce) }));
    }

    [Fact]
    public void A_change_is_a_new_version_with_everything_that_belongs_to_it()
    {
        var plan = Complete("CM", "customermanager");
        Approve(approver, plan);

        var answer = analyst.Execute(new OrganizationRequest("crmx_NewPlanVersion") { ["PlanId"] = plan });
        var again = Assert.ThrowsAny<FaultException>(() => analyst.Execute(new OrganizationRequest("crmx_NewPlanVersion") { ["PlanId"] = plan }));
        var copy = (Guid)answer["NewPlanId"];
        analyst.Update(new Entity("crmx_compensationplan", copy) { ["crmx_from"] = new DateTime(2027, 4, 1) });
        Approve(approver, copy);

        Assert.Contains("Version 2 of this plan is a draft already", again.Message, StringComparison.Ordinal);
        var row = staff.Tenant.Read("crmx_compensationplan", copy, "crmx_version", "crmx_formerid", "crmx_code");
        Assert.Equal((2, "CM"), (row.GetAttributeValue<int>("crmx_version"), (string)row["crmx_code"]));
        Assert.Equal(plan, row.GetAttributeValue<EntityReference>("crmx_formerid").Id);
        Assert.Equal(4, staff.Rows("crmx_plancomponent").Count);
        Assert.Equal(new DateTime(2027, 3, 31), staff.Tenant.Read("crmx_compensationplan", plan, "crmx_until").GetAttributeValue<DateTime>("crmx_until"));
    }

    [Fact]
    public void A_worker_accepts_with_the_own_user_before_the_period_starts_and_too_late_is_told()
    {
        var user = staff.Tenant.Dataverse.AddUser("Ana Ruiz", Staff.Manager);
        var ana = staff.AddManager("A1", "Ana Ruiz", "Ana.Ruiz@embedded");
        var plan = Complete("CM", "customermanager");
        var participation = Participate(ana, plan);

        var early = Assert.ThrowsAny<FaultException>(() => Accept(staff.Tenant.Dataverse.Connect(user), participation));
        Approve(approver, plan);
        var other = Assert.ThrowsAny<FaultException>(() => Accept(approver, participation));
        Accept(staff.Tenant.Dataverse.Connect(user), participation);
        var typed = Assert.ThrowsAny<FaultException>(() => analyst.Update(new Entity("crmx_planparticipation", participation) { ["crmx_from"] = new DateTime(2027, 2, 1) }));

        Assert.Contains("not approved yet", early.Message, StringComparison.Ordinal);
        Assert.Contains("Only Ana Ruiz can accept", other.Message, StringComparison.Ordinal);
        Assert.Contains("accepted these terms", typed.Message, StringComparison.Ordinal);
        Assert.Equal(user, staff.Tenant.Read("crmx_planparticipation", participation, "crmx_acceptedbyid").GetAttributeValue<EntityReference>("crmx_acceptedbyid").Id);
    }

    [Fact]
    public void After_the_first_day_nobody_accepts_any_more()
    {
        var user = staff.Tenant.Dataverse.AddUser("Ana Ruiz", Staff.Manager);
        var ana = staff.AddManager("A1", "Ana Ruiz", "Ana.Ruiz@embedded");
        var plan = Complete("CM", "customermanager");
        var participation = Participate(ana, plan);
        Approve(approver, plan);
        staff.Tenant.Dataverse.Clock.Advance(TimeSpan.FromDays(60));
        staff.Service.Execute(new OrganizationRequest("crmx_RunDue"));

        var late = Assert.ThrowsAny<FaultException>(() => Accept(staff.Tenant.Dataverse.Connect(user), participation));

        Assert.Contains("It began on 2027-01-01", late.Message, StringComparison.Ordinal);
        Assert.Equal(InForce, State(plan));
    }

    [Fact]
    public void The_product_manager_becomes_a_customer_manager_over_three_periods()
    {
        staff.Import("A1,Ana Ruiz,,,productmanager,,,,CO,2024-01-01,,,");
        var ana = staff.Worker("A1");
        var former = Draft("PM", "productmanager");
        Add(former, ProductQuota, 100);
        Approve(approver, former);
        var plan = Complete("CM", "customermanager");
        staff.Import("A1,Ana Ruiz,,,customermanager,,,,CO,2027-01-01,,,");

        (string Column, object Value)[] terms =
        [
            ("crmx_formerplanid", new EntityReference("crmx_compensationplan", former)), ("crmx_drawamount", new Money(500m)), ("crmx_drawrecoverable", true),
        ];
        var endless = Assert.ThrowsAny<FaultException>(() => Participate(ana, plan, [.. terms, ("crmx_blend", "75/25,50/50")]));
        var open = Assert.ThrowsAny<FaultException>(() => Participate(ana, plan, [.. terms, ("crmx_blend", "75/25,50/50,0/100")]));
        var participation = Participate(ana, plan, [.. terms, ("crmx_blend", "75/25,50/50,0/100"), ("crmx_drawuntil", new DateTime(2027, 2, 28))]);
        var second = Assert.ThrowsAny<FaultException>(() => Participate(ana, former));

        Assert.Contains("ending with the new one alone", endless.Message, StringComparison.Ordinal);
        Assert.Contains("A draw ends by itself", open.Message, StringComparison.Ordinal);
        Assert.Contains("is on another plan", second.Message, StringComparison.Ordinal);
        Assert.True(BlendShares.TryRead((string)staff.Tenant.Read("crmx_planparticipation", participation, "crmx_blend")["crmx_blend"], out var blend));
        Assert.Equal([75, 50, 0, 0], Enumerable.Range(0, 4).Select(blend.FormerIn));
    }

    [Fact]
    public void Only_those_with_the_right_check_approve_copy_and_accept()
    {
        var stranger = staff.LogIn("Nora Nadie");
        var plan = new KeyValuePair<string, object>("PlanId", Complete("CM", "customermanager"));

        foreach (var (api, privilege) in new[]
        {
            ("crmx_CheckPlan", "prvReadcrmx_CompensationPlan"), ("crmx_ApprovePlan", "crmx_CompensationPlan"), ("crmx_NewPlanVersion", "prvCreatecrmx_CompensationPlan"),
        })
        {
            var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(new OrganizationRequest(api) { [plan.Key] = plan.Value }));
            Assert.Contains(privilege, refused.Detail.Message, StringComparison.Ordinal);
            var missing = Assert.Throws<FaultException<OrganizationServiceFault>>(() => staff.Service.Execute(new OrganizationRequest(api) { [plan.Key] = Guid.NewGuid() }));
            Assert.Equal("This row of crmx_compensationplan does not exist, or you may not see it.", missing.Detail.Message);
        }

        var accepting = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Accept(stranger, Guid.NewGuid()));
        Assert.Contains("prvReadcrmx_PlanParticipation", accepting.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_observe_mode_plans_that_are_brought_over_may_be_typed_as_they_are()
    {
        using var observed = new Staff("observe");

        var plan = observed.Service.Create(new Entity("crmx_compensationplan") { ["crmx_name"] = "Old", ["crmx_code"] = "OLD", ["crmx_version"] = 3, ["statuscode"] = new OptionSetValue(InForce) });

        Assert.Equal(InForce, observed.Tenant.Read("crmx_compensationplan", plan, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    private void SpeakTo(int language)
    {
        staff.Service.Update(new Entity("usersettings", staff.Tenant.Dataverse.AdministratorId) { ["uilanguageid"] = language });
        staff.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    private Guid Draft(string code, string job) => analyst.Create(new Entity("crmx_compensationplan")
    {
        ["crmx_name"] = "Plan " + code,
        ["crmx_code"] = code,
        ["crmx_version"] = 1,
        ["crmx_jobid"] = staff.Job(job),
        ["crmx_periodlength"] = Choice(0),
        ["crmx_from"] = new DateTime(2027, 1, 1),
        ["crmx_targetpay"] = new Money(10_000m),
        ["crmx_ceiling"] = new Money(20_000m),
        ["crmx_paycurrencyid"] = Currency(),
        ["crmx_measurementcurrencyid"] = Currency(),
        ["crmx_combination"] = Choice(0),
    });

    private Guid Complete(string code, string job)
    {
        var plan = Draft(code, job);
        Add(plan, Retention, 60);
        Add(plan, Development, 40);
        return plan;
    }

    private Guid Add(Guid plan, int metric, decimal weight, IOrganizationService? by = null) => (by ?? analyst).Create(new Entity("crmx_plancomponent")
    {
        ["crmx_name"] = "Component " + metric,
        ["crmx_planid"] = new EntityReference("crmx_compensationplan", plan),
        ["crmx_metric"] = Choice(metric),
        ["crmx_weight"] = weight,
        ["crmx_threshold"] = 0.8m,
        ["crmx_target"] = 1m,
        ["crmx_cap"] = 1.5m,
        ["crmx_goal"] = 100_000m,
        ["crmx_curve"] = Choice(0),
        ["crmx_tierbasis"] = Choice(0),
        ["crmx_minimumsample"] = 5,
        ["crmx_evidence"] = "Ledger",
    });

    private Guid Participate(Guid worker, Guid plan, params (string Column, object Value)[] columns)
    {
        var row = new Entity("crmx_planparticipation")
        {
            ["crmx_workerid"] = new EntityReference("crmx_worker", worker), ["crmx_planid"] = new EntityReference("crmx_compensationplan", plan), ["crmx_from"] = new DateTime(2027, 1, 1),
        };
        foreach (var (column, value) in columns) row[column] = value;
        return staff.Service.Create(row);
    }

    private static void Approve(IOrganizationService who, Guid plan) => who.Execute(new OrganizationRequest("crmx_ApprovePlan") { ["PlanId"] = plan });

    private static void Accept(IOrganizationService who, Guid participation) => who.Execute(new OrganizationRequest("crmx_AcceptPlan") { ["ParticipationId"] = participation });

    private int State(Guid plan) => staff.Tenant.Read("crmx_compensationplan", plan, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value;

    private EntityReference Currency() => staff.Rows("transactioncurrency")[0].ToEntityReference();
}
