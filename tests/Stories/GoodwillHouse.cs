using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>
/// A hotel that lets its people put things right: Ana at the front desk, Beto the bellboy, who has no user, Luis who leads both, and Dora above him.
/// </summary>
/// <remarks>Front desk and bellboy: 2,000 USD for a customer of segment A (10,000 a month), 300 B (1,000), 100 C (500), 50 D (200). Luis: 5,000, 1,000, 500, 200 (ten times that a month).</remarks>
internal sealed class GoodwillHouse : IDisposable
{
    private const string Month = "2026-11";

    public GoodwillHouse(int languageCode = 1033)
    {
        Tenant = new Tenant(languageCode: languageCode);
        Tenant.Set("crmx_CompensationMode", "enforce");
        Dollar = Service.RetrieveMultiple(new QueryExpression("transactioncurrency") { ColumnSet = new ColumnSet("isocurrencycode") }).Entities.Single(row => row.GetAttributeValue<string>("isocurrencycode") == "USD").Id;
        FrontDesk = Job("FRONTDESK", "Front desk", [(0, 2000, 10_000), (1, 300, 1000), (2, 100, 500), (3, 50, 200)]);
        var bellboy = Job("BELLBOY", "Bellboy", [(0, 2000, 10_000), (1, 300, 1000), (2, 100, 500), (3, 50, 200)]);
        var lead = Job("LEAD", "Team lead", [(0, 5000, 50_000), (1, 1000, 10_000), (2, 500, 5000), (3, 200, 2000)]);
        DoraUser = Tenant.Dataverse.AddUser("Dora Directora", "Crm.Extensions Team Lead");
        LuisUser = Tenant.Dataverse.AddUser("Luis Líder", "Crm.Extensions Team Lead");
        AnaUser = Tenant.Dataverse.AddUser("Ana Andrade", "Crm.Extensions Customer Manager");
        Dora = Worker("Dora Directora", lead, null, DoraUser);
        Luis = Worker("Luis Líder", lead, Dora, LuisUser);
        Ana = Worker("Ana Andrade", FrontDesk, Luis, AnaUser);
        Beto = Worker("Beto Botones", bellboy, Luis);

        // what was read of the settings before is old then
        Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    public Tenant Tenant { get; }

    public IOrganizationService Service => Tenant.Service;

    public Guid Dollar { get; }

    public Guid FrontDesk { get; }

    public Guid Dora { get; }

    public Guid Luis { get; }

    public Guid Ana { get; }

    public Guid Beto { get; }

    public Guid DoraUser { get; }

    public Guid LuisUser { get; }

    public Guid AnaUser { get; }

    public IOrganizationService AsAna => Tenant.Dataverse.Connect(AnaUser);

    public IOrganizationService AsLuis => Tenant.Dataverse.Connect(LuisUser);

    public void Dispose() => Tenant.Dispose();

    /// <param name="segment">Of crmx_segment, counted from 0; null: in none.</param>
    public Guid Customer(string name, int? segment)
    {
        var customer = new Entity("crmx_customer") { ["crmx_name"] = name, ["crmx_country"] = "US" };
        if (segment is { } known) customer["crmx_valuesegment"] = Choice(known);
        return Service.Create(customer);
    }

    /// <param name="nature">Of crmx_casenature, counted from 0.</param>
    public Guid Case(Guid customer, int nature = 1)
    {
        var contact = Service.Create(new Entity("contact") { ["lastname"] = "Guest", ["crmx_customerid"] = new EntityReference("crmx_customer", customer) });
        return Service.Create(new Entity("incident")
        {
            ["title"] = "The room was not made",
            ["customerid"] = new EntityReference("contact", contact),
            ["crmx_customerid"] = new EntityReference("crmx_customer", customer),
            ["crmx_nature"] = Choice(nature),
        });
    }

    public Guid Worker(string name, Guid job, Guid? manager = null, Guid? user = null, params (string Column, object Value)[] columns)
    {
        var worker = new Entity("crmx_worker")
        {
            ["crmx_name"] = name,
            ["crmx_hrid"] = "HR-" + Guid.NewGuid().ToString("N")[..8],
            ["crmx_jobid"] = new EntityReference("crmx_job", job),
            ["crmx_from"] = new DateTime(2024, 1, 1),
        };
        if (manager is { } above) worker["crmx_managerid"] = new EntityReference("crmx_worker", above);
        if (user is { } own) worker["crmx_userid"] = new EntityReference("systemuser", own);
        foreach (var (column, value) in columns) worker[column] = value;
        return Service.Create(worker);
    }

    public Guid Job(string code, string name, (int Segment, decimal PerCase, decimal PerMonth)[] limits)
    {
        var job = Service.Create(new Entity("crmx_job") { ["crmx_code"] = code, ["crmx_name"] = name, ["crmx_customerfacing"] = true });
        foreach (var (segment, perCase, perMonth) in limits)
        {
            Service.Create(new Entity("crmx_empowermentlimit")
            {
                ["crmx_name"] = name + " " + segment,
                ["crmx_jobid"] = new EntityReference("crmx_job", job),
                ["crmx_segment"] = Choice(segment),
                ["crmx_currency"] = "USD",
                ["transactioncurrencyid"] = new EntityReference("transactioncurrency", Dollar),
                ["crmx_percase"] = new Money(perCase),
                ["crmx_permonth"] = new Money(perMonth),
            });
        }

        return job;
    }

    /// <summary>A currency of the tenant; so many units of it are one dollar.</summary>
    public Guid Currency(string code, decimal perDollar) => Service.Create(new Entity("transactioncurrency")
    {
        ["currencyname"] = code, ["isocurrencycode"] = code, ["currencysymbol"] = "$", ["exchangerate"] = perDollar, ["currencyprecision"] = 2,
    });

    /// <summary>An entry of our books with a customer.</summary>
    /// <param name="kind">Of crmx_moneykind, counted from 0.</param>
    public Guid Booked(Guid customer, string reference, int kind, decimal amount, Guid? about = null, string? reverses = null)
    {
        var entry = new Entity("crmx_customertransaction")
        {
            ["crmx_name"] = reference,
            ["crmx_customerid"] = new EntityReference("crmx_customer", customer),
            ["crmx_reference"] = reference,
            ["crmx_kind"] = Choice(kind),
            ["crmx_amount"] = new Money(amount),
            ["transactioncurrencyid"] = new EntityReference("transactioncurrency", Dollar),
            ["crmx_on"] = new DateTime(2026, 11, 2),
        };
        if (about is { } id) entry["crmx_caseid"] = new EntityReference("incident", id);
        if (reverses is not null) entry["crmx_reverses"] = reverses;
        return Service.Create(entry);
    }

    public static OrganizationRequest Grant(Guid customer, decimal amount, Guid? about = null, string kind = "goodwill", params (string Name, object Value)[] more)
    {
        var request = new OrganizationRequest("crmx_GrantGoodwill") { ["CustomerId"] = customer, ["Amount"] = amount, ["Reason"] = "The room was not made", ["Kind"] = kind };
        if (about is { } id) request["CaseId"] = id;
        foreach (var (name, value) in more) request[name] = value;
        return request;
    }

    public static OrganizationRequest Decide(Guid grant, bool approve, string reason = "It is fair") =>
        new("crmx_DecideGoodwill") { ["GrantId"] = grant, ["Approve"] = approve, ["Reason"] = reason };

    public Entity Row(Guid grant) => Service.Retrieve("crmx_goodwillgrant", grant, new ColumnSet(true));

    public int StatusOf(Guid grant) => Row(grant).GetAttributeValue<OptionSetValue>("statuscode").Value;

    /// <summary>What a worker has granted this month, in dollars, by the pool.</summary>
    public decimal? Pool(Guid worker)
    {
        var query = new QueryExpression("crmx_goodwillpool") { ColumnSet = new ColumnSet("crmx_granted") };
        query.Criteria.AddCondition("crmx_workerid", ConditionOperator.Equal, worker);
        query.Criteria.AddCondition("crmx_month", ConditionOperator.Equal, Month);
        query.Criteria.AddCondition("crmx_currency", ConditionOperator.Equal, "USD");
        return Service.RetrieveMultiple(query).Entities.SingleOrDefault()?.GetAttributeValue<decimal>("crmx_granted");
    }

    /// <summary>All grants, whatever became of them.</summary>
    public IReadOnlyList<Entity> Grants() =>
        [.. Service.RetrieveMultiple(new QueryExpression("crmx_goodwillgrant") { ColumnSet = new ColumnSet("crmx_workerid", "crmx_customerid", "crmx_caseid", "crmx_limitamount", "crmx_kind", "statuscode", "crmx_poolid") }).Entities];

    public IReadOnlyList<Entity> Granted() => [.. Grants().Where(grant => grant.GetAttributeValue<OptionSetValue>("statuscode").Value == GrantedStatus)];

    public IReadOnlyList<Entity> Tasks(Guid owner)
    {
        var query = new QueryExpression("task") { ColumnSet = new ColumnSet("subject", "description") };
        query.Criteria.AddCondition("ownerid", ConditionOperator.Equal, owner);
        return [.. Service.RetrieveMultiple(query).Entities];
    }

    public const int GrantedStatus = 1;
    public const int AwaitingStatus = 574840000;
    public const int PaidStatus = 2;
    public const int RefusedStatus = 574840001;
}
