using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Crm.Extensions.Embedded.Jobs;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>
/// A house that pays customer managers by their customers: HR, a lead, two managers of customers and payroll, each with a user; one plan for the job, and
/// the months of 2027 as periods. Plans, participations and snapshots are written before the capability is switched on, as an import would.
/// </summary>
internal sealed class PayHouse : IDisposable
{
    public const string Analyst = "Crm.Extensions HR Analyst";
    public const string Approver = "Crm.Extensions HR Approver";
    public const string Manager = "Crm.Extensions Customer Manager";
    public const string Lead = "Crm.Extensions Team Lead";
    public const string Payroll = "Crm.Extensions Payroll";

    public PayHouse(string mode = "enforce", int languageCode = 1033)
    {
        Tenant = new Tenant(languageCode: languageCode, start: new DateTime(2027, 2, 2, 15, 0, 0, DateTimeKind.Utc));
        Tenant.Set("crmx_CompensationMode", "off");
        Settle();
        Currency = Tenant.Read("organization", Organization(), "basecurrencyid").GetAttributeValue<EntityReference>("basecurrencyid").Id;
        Job = Add("crmx_job", ("crmx_name", "Customer manager"), ("crmx_code", "CM"), ("crmx_managescustomers", true), ("crmx_customerfacing", true));
        HrUser = Tenant.Dataverse.AddUser("Hana Horta", Analyst);
        ApproverUser = Tenant.Dataverse.AddUser("Aldo Arias", Approver);
        LeadUser = Tenant.Dataverse.AddUser("Lara Lima", Lead);
        WorkerUser = Tenant.Dataverse.AddUser("Mario Mora", Manager);
        ColleagueUser = Tenant.Dataverse.AddUser("Clara Cruz", Manager);
        PayrollUser = Tenant.Dataverse.AddUser("Pablo Pena", Payroll);
        LeadWorker = AddWorker("H-1", "Lara Lima", LeadUser, null);
        Worker = AddWorker("H-2", "Mario Mora", WorkerUser, LeadWorker);
        Colleague = AddWorker("H-3", "Clara Cruz", ColleagueUser, LeadWorker);
        January = AddPeriod("2027-01", new DateTime(2027, 1, 1), new DateTime(2027, 1, 31));
        Mode = mode;
    }

    public Tenant Tenant { get; }

    public IOrganizationService Service => Tenant.Service;

    public string Mode { get; }

    public Guid Currency { get; }

    public Guid Job { get; }

    public Guid HrUser { get; }

    public Guid ApproverUser { get; }

    public Guid LeadUser { get; }

    public Guid WorkerUser { get; }

    public Guid ColleagueUser { get; }

    public Guid PayrollUser { get; }

    public Guid LeadWorker { get; }

    public Guid Worker { get; }

    public Guid Colleague { get; }

    public Guid January { get; }

    public void Dispose() => Tenant.Dispose();

    /// <summary>Switches the capability on; from here on what people do is judged.</summary>
    public PayHouse Open()
    {
        Tenant.Set("crmx_CompensationMode", Mode);
        Settle();
        return this;
    }

    /// <summary>Settings that were read before are old then.</summary>
    public void Settle() => Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));

    public IOrganizationService As(Guid user) => Tenant.Dataverse.Connect(user);

    public Guid Add(string table, params (string Column, object? Value)[] columns)
    {
        var row = new Entity(table);
        foreach (var (column, value) in columns) row[column] = value;
        return Service.Create(row);
    }

    public Guid AddWorker(string hrId, string name, Guid? user, Guid? manager, string country = "CO") => Add(
        "crmx_worker",
        ("crmx_name", name), ("crmx_hrid", hrId), ("crmx_userid", Reference("systemuser", user)), ("crmx_managerid", Reference("crmx_worker", manager)),
        ("crmx_jobid", Reference("crmx_job", Job)), ("crmx_country", country), ("crmx_from", new DateTime(2020, 1, 1)));

    public Guid AddPeriod(string code, DateTime from, DateTime until) =>
        Add("crmx_compensationperiod", ("crmx_name", code), ("crmx_code", code), ("crmx_length", Tenant.Choice(0)), ("crmx_from", from), ("crmx_until", until));

    /// <summary>A plan in force that pays 1,000 a month at 100 %.</summary>
    public Guid AddPlan(string code, params (string Column, object? Value)[] columns) => Add(
        "crmx_compensationplan",
        [
            ("crmx_name", code), ("crmx_code", code), ("crmx_version", 1), ("crmx_jobid", Reference("crmx_job", Job)), ("crmx_periodlength", Tenant.Choice(0)),
            ("crmx_paycurrencyid", Reference("transactioncurrency", Currency)), ("crmx_measurementcurrencyid", Reference("transactioncurrency", Currency)),
            ("crmx_from", new DateTime(2026, 1, 1)), ("crmx_targetpay", new Money(1000m)), ("crmx_ceiling", new Money(2000m)), ("crmx_combination", Tenant.Choice(0)),
            ("crmx_transitiondays", 0), ("statecode", new OptionSetValue(0)), ("statuscode", new OptionSetValue(574840001)), .. columns,
        ]);

    /// <param name="metric">Of crmx_paymetric, from 0: retention, development, satisfaction, recognition, team, product quota, recovered.</param>
    public Guid AddComponent(Guid plan, int metric, decimal weight, params (string Column, object? Value)[] columns) => Add(
        "crmx_plancomponent",
        [
            ("crmx_name", "Component " + metric), ("crmx_planid", Reference("crmx_compensationplan", plan)), ("crmx_metric", Tenant.Choice(metric)), ("crmx_weight", weight),
            ("crmx_threshold", 0m), ("crmx_target", 1m), ("crmx_cap", 2m), ("crmx_curve", Tenant.Choice(0)), ("crmx_tierbasis", Tenant.Choice(0)), ("crmx_evidence", "Snapshots"), .. columns,
        ]);

    public Guid Join(Guid worker, Guid plan, params (string Column, object? Value)[] columns) => Add(
        "crmx_planparticipation",
        [
            ("crmx_name", "Participation"), ("crmx_workerid", Reference("crmx_worker", worker)), ("crmx_planid", Reference("crmx_compensationplan", plan)), ("crmx_from", new DateTime(2026, 1, 1)),
            ("crmx_acceptedon", new DateTime(2025, 12, 1, 0, 0, 0, DateTimeKind.Utc)), .. columns,
        ]);

    /// <summary>A customer for whom the worker answers, with what he was worth at the start and the end of January.</summary>
    public Guid AddCustomer(string name, Guid worker, decimal start, decimal end, decimal expected = 0, decimal attainable = 0)
    {
        var customer = Tenant.AddCustomer(name, owes: false);
        Assign(customer, worker);
        AddSnapshot(customer, new DateTime(2027, 1, 1), start, expected, attainable);
        AddSnapshot(customer, new DateTime(2027, 1, 31), end, expected, attainable);
        return customer;
    }

    public Guid Assign(Guid customer, Guid worker, params (string Column, object? Value)[] columns) => Add(
        "crmx_creditassignment",
        [
            ("crmx_name", "Assignment"), ("crmx_customerid", Reference("crmx_customer", customer)), ("crmx_workerid", Reference("crmx_worker", worker)), ("crmx_from", new DateTime(2026, 1, 1)),
            ("crmx_share", 100m), ("crmx_accountable", true), .. columns,
        ]);

    public Guid AddSnapshot(Guid customer, DateTime asOf, decimal value, decimal expected = 0, decimal attainable = 0) => Add(
        "crmx_valuesnapshot",
        ("crmx_name", "Snapshot"), ("crmx_customerid", Reference("crmx_customer", customer)), ("crmx_asof", asOf), ("crmx_reason", Tenant.Choice(asOf.Day == 1 ? 0 : 2)),
        ("crmx_value", value), ("crmx_expectedvalue", expected), ("crmx_attainablevalue", attainable), ("crmx_currency", "USD"), ("crmx_valuesegment", Tenant.Choice(0)), ("crmx_potentialsegment", Tenant.Choice(0)));

    /// <summary>Leave of so many percent of each day.</summary>
    public void Leave(Guid worker, DateTime from, DateTime until, int share = 100) => Add(
        "crmx_absence", ("crmx_name", "Leave"), ("crmx_workerid", Reference("crmx_worker", worker)), ("crmx_kind", Tenant.Choice(2)), ("crmx_from", from), ("crmx_until", until), ("crmx_share", share));

    /// <summary>What HR learns late: the worker was there half of each day of January, so half the pay was to be had.</summary>
    public void LearnLate(Guid worker) => Leave(worker, new DateTime(2027, 1, 1), new DateTime(2027, 1, 31), 50);

    public static EntityReference? Reference(string table, Guid? id) => id is { } known ? new EntityReference(table, known) : null;

    /// <summary>Calculates as HR.</summary>
    public Guid Calculate(Guid worker, Guid? period = null) =>
        (Guid)As(HrUser).Execute(new OrganizationRequest("crmx_CalculateStatement") { ["WorkerId"] = worker, ["PeriodId"] = period ?? January }).Results["StatementId"];

    public string Approve(Guid statement, Guid user) => (string)As(user).Execute(new OrganizationRequest("crmx_ApproveStatement") { ["StatementId"] = statement }).Results["State"];

    /// <summary>Brings a calculated statement to the state in which it waits for payroll.</summary>
    public void ApproveAll(Guid statement)
    {
        Approve(statement, HrUser);
        Approve(statement, LeadUser);
        Approve(statement, ApproverUser);
    }

    public Entity Statement(Guid id) => Tenant.Read(
        "crmx_compensationstatement", id, "crmx_workerid", "crmx_periodid", "crmx_revision", "crmx_gross", "crmx_heldback", "crmx_payable", "crmx_carried", "crmx_content", "crmx_digest", "crmx_explanation",
        "statecode", "statuscode", "ownerid", "crmx_approvedbymanagerid", "crmx_approvedbyhrid", "crmx_shownon", "crmx_exportedon");

    public decimal Payable(Guid statement) => Statement(statement).GetAttributeValue<Money>("crmx_payable").Value;

    public int Status(Guid statement) => Statement(statement).GetAttributeValue<OptionSetValue>("statuscode").Value;

    public IReadOnlyList<Entity> Lines(Guid statement) => Rows(
        "crmx_compensationline", query => query.Criteria.AddCondition("crmx_statementid", ConditionOperator.Equal, statement), "crmx_number");

    public IReadOnlyList<Entity> Statements(Guid? worker = null) => Rows(
        "crmx_compensationstatement", query =>
        {
            if (worker is { } id) query.Criteria.AddCondition("crmx_workerid", ConditionOperator.Equal, id);
        },
        "crmx_revision");

    public IReadOnlyList<Entity> Rows(string table, Action<QueryExpression>? more = null, string? order = null)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        more?.Invoke(query);
        if (order is not null) query.AddOrder(order, OrderType.Ascending);
        return [.. Service.RetrieveMultiple(query).Entities];
    }

    /// <summary>A statement as that user sees it.</summary>
    public JsonElement Seen(Guid statement, Guid user, int language = 1033)
    {
        var answer = As(user).Execute(new OrganizationRequest("crmx_GetStatement") { ["StatementId"] = statement, ["Language"] = language });
        return JsonDocument.Parse((string)answer.Results["Details"]).RootElement;
    }

    /// <summary>Everything that statements and their lines say, in one text: equal texts, nothing changed.</summary>
    public string Everything()
    {
        var text = new StringBuilder();
        foreach (var statement in Statements().OrderBy(row => row.Id))
        {
            text.Append(statement.Id).Append(' ').Append(statement["crmx_digest"]).Append(' ').Append(((OptionSetValue)statement["statuscode"]).Value).Append(' ').AppendLine((string)statement["crmx_content"]);
            foreach (var line in Lines(statement.Id)) text.Append("  ").Append(line.Id).Append(' ').Append(((Money)line["crmx_amount"]).Value).Append(' ').AppendLine((string?)line.GetAttributeValue<string>("crmx_evidence"));
        }

        return text.ToString();
    }

    private Guid Organization() => Service.RetrieveMultiple(new QueryExpression("organization") { ColumnSet = new ColumnSet(false) }).Entities.Single().Id;
}

/// <summary>Carrying a close out in stories: its own jobs alone.</summary>
internal static class ClosingJobs
{
    public const string Plugin = "CarryOutClosing";

    public static Guid Close(this PayHouse house, Guid? period = null) =>
        (Guid)house.Service.Execute(new OrganizationRequest("crmx_ClosePeriod") { ["PeriodId"] = period ?? house.January }).Results["WorkId"];

    /// <summary>Runs what waits of the close.</summary>
    /// <returns>The jobs that failed.</returns>
    public static IReadOnlyList<JobResult> RunClosing(this PayHouse house)
    {
        var failed = new List<JobResult>();
        while (true)
        {
            house.Tenant.Dataverse.Jobs.Drop(job => !job.PluginType.EndsWith(Plugin, StringComparison.Ordinal));
            if (house.Tenant.Dataverse.Jobs.RunNext() is not { } result) return failed;
            if (result.Fault is not null) failed.Add(result);
        }
    }

    /// <summary>Lets ten minutes pass and runs what is due, until nothing is.</summary>
    public static void ResumeClosing(this PayHouse house)
    {
        for (var round = 0; round < 6; round++)
        {
            house.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(10));
            house.Service.Execute(new OrganizationRequest("crmx_RunDue"));
            if (house.Tenant.Dataverse.Jobs.Waiting.All(job => !job.PluginType.EndsWith(Plugin, StringComparison.Ordinal))) return;
            house.RunClosing();
        }
    }

    public static int WorkStatus(this PayHouse house, Guid work) => house.Tenant.Read("crmx_closingwork", work, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value;
}
