using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Crm.Extensions.Embedded.Jobs;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A tenant whose finance books what customers bring and cost, and whose customers are valued. Its currency is the US dollar.</summary>
internal sealed class Finance : IDisposable
{
    public const int Revenue = 0, CostToServe = 1, Fee = 2, Penalty = 3, Refund = 4, Redress = 5, Goodwill = 6;

    private readonly EntityReference source;
    private int references;

    public Finance(DateTime start, int languageCode = 1033)
    {
        Tenant = new Tenant(languageCode: languageCode, start: start);
        Tenant.Set("crmx_CompensationMode", "enforce");
        Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        Tenant.Dataverse.Jobs.RunAll();
        source = new EntityReference("crmx_source", Service.Create(new Entity("crmx_source") { ["crmx_name"] = "ERP", ["crmx_code"] = "erp" }));
    }

    public Tenant Tenant { get; }

    public IOrganizationService Service => Tenant.Service;

    public void Dispose() => Tenant.Dispose();

    public static DateTime Day(string day) => DateTime.SpecifyKind(DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), DateTimeKind.Utc);

    public void GoTo(string day) => Tenant.Dataverse.Clock.UtcNow = Day(day).AddHours(9);

    public Guid Customer(string name) => Tenant.AddCustomer(name, owes: false);

    /// <returns>The reference that finance gave it.</returns>
    public string Book(Guid customer, int kind, decimal amount, string on, params (string Column, object Value)[] columns)
    {
        var reference = "F-" + (++references).ToString(CultureInfo.InvariantCulture);
        var row = new Entity("crmx_customertransaction")
        {
            ["crmx_name"] = reference,
            ["crmx_sourceid"] = source,
            ["crmx_reference"] = reference,
            ["crmx_customerid"] = new EntityReference("crmx_customer", customer),
            ["crmx_kind"] = Choice(kind),
            ["crmx_amount"] = new Money(amount),
            ["crmx_on"] = Day(on),
        };
        foreach (var (column, value) in columns) row[column] = value;
        Service.Create(row);
        return reference;
    }

    /// <param name="length">Of crmx_periodlength, counted from 0: month, quarter, half a year, year.</param>
    public Guid Period(string code, string from, string until, int length = 0) => Service.Create(new Entity("crmx_compensationperiod")
    {
        ["crmx_name"] = code, ["crmx_code"] = code, ["crmx_length"] = Choice(length), ["crmx_from"] = Day(from), ["crmx_until"] = Day(until),
    });

    public EntityReference Currency(string iso, string name) => new("transactioncurrency", Service.Create(new Entity("transactioncurrency")
    {
        ["isocurrencycode"] = iso, ["currencyname"] = name, ["currencysymbol"] = iso, ["currencyprecision"] = 2, ["exchangerate"] = 1m,
    }));

    public void Rate(string from, string to, string on, decimal rate) => Service.Create(new Entity("crmx_exchangerate")
    {
        ["crmx_name"] = from + to, ["crmx_fromcurrency"] = from, ["crmx_tocurrency"] = to, ["crmx_on"] = Day(on), ["crmx_rate"] = rate,
    });

    public void Prices(string code, string month, decimal value) => Service.Create(new Entity("crmx_priceindex")
    {
        ["crmx_name"] = code + month, ["crmx_code"] = code, ["crmx_month"] = Day(month), ["crmx_value"] = value, ["crmx_source"] = "Statistics office",
    });

    /// <summary>A plan of customer managers, approved by somebody other than its author.</summary>
    public void Plan(string from, int length, EntityReference measurement, params (string Column, object Value)[] columns)
    {
        var analyst = Tenant.Dataverse.Connect(Tenant.Dataverse.AddUser("Hana Hauser", Staff.Analyst));
        var approver = Tenant.Dataverse.Connect(Tenant.Dataverse.AddUser("Ada Avila", Staff.Approver));
        var job = new EntityReference("crmx_job", Service.Create(new Entity("crmx_job") { ["crmx_name"] = "Customer manager", ["crmx_code"] = "customermanager", ["crmx_managescustomers"] = true }));
        var plan = new Entity("crmx_compensationplan")
        {
            ["crmx_name"] = "Plan", ["crmx_code"] = "CM", ["crmx_version"] = 1, ["crmx_jobid"] = job, ["crmx_periodlength"] = Choice(length), ["crmx_from"] = Day(from),
            ["crmx_targetpay"] = new Money(10_000m), ["crmx_ceiling"] = new Money(20_000m), ["crmx_paycurrencyid"] = measurement, ["crmx_measurementcurrencyid"] = measurement, ["crmx_combination"] = Choice(0),
        };
        foreach (var (column, value) in columns) plan[column] = value;
        var id = analyst.Create(plan);
        foreach (var metric in new[] { 0, 1 })
        {
            analyst.Create(new Entity("crmx_plancomponent")
            {
                ["crmx_name"] = "Component " + metric, ["crmx_planid"] = new EntityReference("crmx_compensationplan", id), ["crmx_metric"] = Choice(metric), ["crmx_weight"] = 50m, ["crmx_threshold"] = 0.8m,
                ["crmx_target"] = 1m, ["crmx_cap"] = 1.5m, ["crmx_goal"] = 100_000m, ["crmx_curve"] = Choice(0), ["crmx_tierbasis"] = Choice(0), ["crmx_evidence"] = "Ledger",
            });
        }

        approver.Execute(new OrganizationRequest("crmx_ApprovePlan") { ["PlanId"] = id });
    }

    public OrganizationResponse Refresh(Guid? period = null, Guid? customer = null, string? asOf = null, IOrganizationService? by = null)
    {
        var request = new OrganizationRequest("crmx_RefreshValue");
        if (period is { } id) request["PeriodId"] = id;
        if (customer is { } who) request["CustomerId"] = who;
        if (asOf is not null) request["AsOf"] = Day(asOf);
        return (by ?? Service).Execute(request);
    }

    /// <summary>Values everybody; none of the jobs may fail.</summary>
    public void RefreshAll(Guid period)
    {
        Refresh(period);
        var failed = Tenant.Dataverse.Jobs.RunAll().Where(result => result.Fault is not null).ToList();
        Assert.True(failed.Count == 0, string.Join("\n", failed.Select(result => result.Job + ": " + result.Fault!.Message)));
    }

    /// <summary>Runs what waits.</summary>
    /// <returns>What failed.</returns>
    public IReadOnlyList<JobResult> Run() => [.. Tenant.Dataverse.Jobs.RunAll().Where(result => result.Fault is not null)];

    public IReadOnlyList<Entity> Rows(string table, params string[] columns) => [.. Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(columns) }).Entities];

    /// <summary>A customer's snapshots, the oldest first.</summary>
    public IReadOnlyList<Entity> Snapshots(Guid? customer = null) =>
    [
        .. Rows("crmx_valuesnapshot", "crmx_name", "crmx_customerid", "crmx_asof", "crmx_reason", "crmx_periodid", "crmx_value", "crmx_expectedvalue", "crmx_attainablevalue", "crmx_badprofit", "crmx_currency", "crmx_valuesegment", "crmx_potentialsegment", "crmx_model")
            .Where(row => customer is null || row.GetAttributeValue<EntityReference>("crmx_customerid").Id == customer)
            .OrderBy(row => row.GetAttributeValue<DateTime>("crmx_asof")).ThenBy(row => row.GetAttributeValue<string>("crmx_name"), StringComparer.Ordinal),
    ];

    /// <summary>Every snapshot with all that stands in it, customers by their names.</summary>
    public string Album()
    {
        var album = new StringBuilder();
        foreach (var row in Snapshots())
        {
            album.AppendJoin('|', row.GetAttributeValue<string>("crmx_name"), Word(row, "crmx_reason"), row["crmx_value"], row["crmx_expectedvalue"], row["crmx_attainablevalue"], row["crmx_badprofit"],
                Word(row, "crmx_valuesegment"), Word(row, "crmx_potentialsegment"), row["crmx_model"]).Append('\n');
        }

        return album.ToString();
    }
}
