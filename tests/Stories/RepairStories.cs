using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Something wrong went out, and is made good the same day.</summary>
public sealed class RepairStories
{
    private const string Wrong = "Le pedimos un pago que ya había hecho.";
    private const int Cancelled = 574840001;

    [Theory]
    [InlineData(1033, "The fee of .*12\\.500,00 was reversed")]
    [InlineData(3082, "Se anuló el cargo de .*12\\.500,00")]
    public void The_fee_goes_and_an_apology_goes_out_the_same_day(int languageCode, string reversed)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        tenant.AddContact("Rojas", tenant.CustomerId);
        var (attempt, fee) = Mistake(tenant);

        var answer = tenant.Service.Execute(Repair(attempt, fee)).Results;

        Assert.Matches(reversed, (string)answer["Explanation"]);
        Assert.Equal(Cancelled, tenant.Read("crmx_installment", fee, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);
        var email = Assert.Single(Rows(tenant, "email", "description", "crmx_purpose", "statecode"));
        Assert.Equal(answer["ApologyId"], email.Id);
        Assert.Equal(6, Word(email, "crmx_purpose"));
        Assert.Contains("ya había hecho", (string)email["description"], StringComparison.Ordinal);
        Assert.Contains("12.500", (string)email["description"], StringComparison.Ordinal);

        tenant.Service.Execute(new OrganizationRequest("crmx_RunDue"));
        Assert.DoesNotContain(tenant.Dataverse.Jobs.RunAll(), job => job.Fault is not null);

        Assert.Equal(1, tenant.Read("email", email.Id, "statecode").GetAttributeValue<OptionSetValue>("statecode").Value);
        var repair = Assert.Single(Rows(tenant, "crmx_contactrepair", "crmx_cause", "crmx_wrong", "crmx_fee", "crmx_feeid", "crmx_dueon", "crmx_customerid", "crmx_attemptid", "ownerid"));
        Assert.Equal(1, Word(repair, "crmx_cause"));
        Assert.Equal(Wrong, repair["crmx_wrong"]);
        Assert.Equal(12_500m, repair.GetAttributeValue<Money>("crmx_fee").Value);
        Assert.Equal(new DateTime(2026, 11, 23), repair["crmx_dueon"]);
        Assert.Equal(tenant.Dataverse.AdministratorId, repair.GetAttributeValue<EntityReference>("ownerid").Id);
    }

    [Fact]
    public void A_second_call_makes_nothing_good_twice()
    {
        using var tenant = new Tenant();
        tenant.AddContact("Rojas", tenant.CustomerId);
        var (attempt, fee) = Mistake(tenant);
        var first = tenant.Service.Execute(Repair(attempt, fee)).Results;

        var second = tenant.Service.Execute(Repair(attempt, fee)).Results;

        Assert.Equal(first["RepairId"], second["RepairId"]);
        Assert.Equal(first["ApologyId"], second["ApologyId"]);
        Assert.Contains("Nothing was done twice", (string)second["Explanation"], StringComparison.OrdinalIgnoreCase);
        Assert.Single(Rows(tenant, "email", "subject"));
        Assert.Single(Rows(tenant, "crmx_contactrepair", "crmx_name"));
    }

    [Fact]
    public void Who_answers_for_it_and_why_it_happened_are_written_down()
    {
        using var tenant = new Tenant();
        var (attempt, _) = Mistake(tenant);
        var owner = tenant.Dataverse.AddUser("Carla Cobos", "Crm.Extensions Collector");
        var request = Repair(attempt, null);
        request["Cause"] = "wronghour";
        request["OwnerId"] = owner;

        tenant.Service.Execute(request);

        var repair = Assert.Single(Rows(tenant, "crmx_contactrepair", "crmx_cause", "ownerid"));
        Assert.Equal(2, Word(repair, "crmx_cause"));
        Assert.Equal(owner, repair.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Contains("Made good", (string)tenant.Read("crmx_contactattempt", attempt, "crmx_explanation")["crmx_explanation"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_customer_without_an_address_of_his_own_is_called()
    {
        using var tenant = new Tenant();
        var (attempt, _) = Mistake(tenant);

        var answer = tenant.Service.Execute(Repair(attempt, null)).Results;

        var call = Assert.Single(Rows(tenant, "phonecall", "crmx_purpose", "scheduledend", "description"));
        Assert.Equal(answer["ApologyId"], call.Id);
        Assert.Equal(6, Word(call, "crmx_purpose"));
        Assert.Equal(Bogota(23, 10, 0), call["scheduledend"]);
        Assert.Empty(Rows(tenant, "email", "subject"));
    }

    [Fact]
    public void An_instalment_is_no_fee_and_nothing_of_the_repair_remains()
    {
        using var tenant = new Tenant();
        var (attempt, _) = Mistake(tenant);
        var instalment = Rows(tenant, "crmx_installment", "crmx_kind").First(row => Word(row, "crmx_kind") is null or 0).Id;

        var refused = Assert.ThrowsAny<FaultException>(() => tenant.Service.Execute(Repair(attempt, instalment)));

        Assert.Contains("fee", refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Rows(tenant, "crmx_contactrepair", "crmx_name"));
        Assert.Empty(Rows(tenant, "phonecall", "subject"));
    }

    [Fact]
    public void A_workflow_repairs_too()
    {
        using var tenant = new Tenant();
        var (attempt, fee) = Mistake(tenant);

        var answer = tenant.Dataverse.RunActivity("Crm.Extensions.Workflows.RepairContactActivity", new Dictionary<string, object>
        {
            ["Attempt"] = new EntityReference("crmx_contactattempt", attempt),
            ["Cause"] = "bankfault",
            ["Wrong"] = Wrong,
            ["Fee"] = new EntityReference("crmx_installment", fee),
        });

        Assert.Equal(Assert.Single(Rows(tenant, "crmx_contactrepair", "crmx_name")).Id.ToString("D"), answer["RepairId"]);
        Assert.Equal(Cancelled, tenant.Read("crmx_installment", fee, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    [Fact]
    public void Who_may_make_no_repairs_makes_none()
    {
        using var tenant = new Tenant();
        var (attempt, fee) = Mistake(tenant);
        var stranger = tenant.Dataverse.Connect(tenant.Dataverse.AddUser("Nora Nadie"));

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Execute(Repair(attempt, fee)));

        Assert.Contains("prvCreatecrmx_ContactRepair", refused.Detail.Message, StringComparison.Ordinal);
    }

    private static (Guid Attempt, Guid Fee) Mistake(Tenant tenant)
    {
        var loan = tenant.AddObligation(tenant.CustomerId);
        var fee = tenant.AddInstallment(loan, new DateTime(2026, 11, 20), 12_500m, ("crmx_kind", Choice(1)));
        var attempt = tenant.Service.Create(new Entity("crmx_contactattempt")
        {
            ["crmx_name"] = "Call",
            ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
            ["crmx_obligationid"] = new EntityReference("crmx_obligation", loan),
            ["crmx_at"] = Bogota(20, 9, 0),
            ["crmx_channel"] = Choice(2),
            ["crmx_purpose"] = Choice(2),
            ["crmx_outgoing"] = true,
            ["crmx_attempted"] = true,
        });
        return (attempt, fee);
    }

    private static OrganizationRequest Repair(Guid attempt, Guid? fee)
    {
        var request = new OrganizationRequest("crmx_RepairContact") { ["AttemptId"] = attempt, ["Cause"] = "staleledger", ["Wrong"] = Wrong };
        if (fee is { } id) request["FeeId"] = id;
        return request;
    }

    private static Entity[] Rows(Tenant tenant, string table, params string[] columns) =>
        [.. tenant.Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(columns) }).Entities];
}
