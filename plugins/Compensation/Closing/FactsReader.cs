using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// Reads what the statements of some workers rest on: one request for each kind of row, whatever the number of workers, as long as a page and 500
/// customers hold them.
/// </summary>
internal sealed class FactsReader
{
    /// <summary>How far back a handover may lie whose credit is still shared.</summary>
    private const int LongestTransition = 366;

    /// <summary>How far back statements are read for what they left open: hold-backs vest, and draws end, long before.</summary>
    private const int LongestMemory = 1100;

    private readonly IOrganizationService service;

    public FactsReader(IOrganizationService service) => this.service = service;

    public ClosingFacts Read(Guid period, IReadOnlyCollection<Guid> workers)
    {
        var row = service.Retrieve(PayTables.Period, period, new ColumnSet(PeriodColumns.Code, PeriodColumns.From, PeriodColumns.Until));
        var facts = new ClosingFacts
        {
            Period = period,
            PeriodCode = row.GetAttributeValue<string>(PeriodColumns.Code) ?? "",
            From = Day(row, PeriodColumns.From),
            Until = Day(row, PeriodColumns.Until),
        };
        facts.Workers = Workers(workers).ToDictionary(worker => worker.Id);
        facts.Participations = By(Of(PayTables.Participation, "crmx_workerid", workers, ParticipationColumns, query => ClosingMembers.Meets(query, facts.From, facts.Until)), "crmx_workerid");
        new PlanReader(service).Fill(facts, PlanIds(facts));
        facts.Absences = By(Of(PayTables.Absence, "crmx_workerid", workers, new ColumnSet("crmx_workerid", "crmx_kind", "crmx_from", "crmx_until", "crmx_share"), query => ClosingMembers.Meets(query, facts.From, facts.Until)), "crmx_workerid");
        Portfolios(facts, workers);
        Deeds(facts, workers);
        new ActReader(service).Fill(facts);
        Team(facts);
        new GateReader(service).Fill(facts);
        Former(facts, workers);
        return facts;
    }

    /// <summary>The day of a date column; the first of all days where it is empty.</summary>
    public static CalendarDate Day(Entity row, string column) => CalendarDate.Of(row.GetAttributeValue<DateTime>(column));

    public static CalendarDate? DayOrNone(Entity row, string column) => row.GetAttributeValue<DateTime?>(column) is { } day ? CalendarDate.Of(day) : null;

    public static Guid IdOf(Entity row, string column) => row.GetAttributeValue<EntityReference>(column)?.Id ?? Guid.Empty;

    public static ILookup<Guid, Entity> By(IEnumerable<Entity> rows, string column) => rows.ToLookup(row => IdOf(row, column));

    private static readonly ColumnSet ParticipationColumns = new(
        "crmx_workerid", "crmx_planid", "crmx_from", "crmx_until", "crmx_acceptedon", "crmx_drawamount", "crmx_drawrecoverable", "crmx_drawuntil", "crmx_formerplanid", "crmx_blend");

    private static IEnumerable<Guid> PlanIds(ClosingFacts facts) =>
        facts.Participations.SelectMany(rows => rows).SelectMany(row => new[] { IdOf(row, "crmx_planid"), IdOf(row, "crmx_formerplanid") }).Where(id => id != Guid.Empty).Distinct();

    private IEnumerable<Entity> Workers(IReadOnlyCollection<Guid> workers) => Of(
        PayTables.Worker, WorkerColumns.Id, workers, new ColumnSet(WorkerColumns.Name, WorkerColumns.HrId, WorkerColumns.User, WorkerColumns.Country, WorkerColumns.Manager, WorkerColumns.From, WorkerColumns.Until), query =>
        {
            var manager = query.AddLink(PayTables.Worker, WorkerColumns.Manager, WorkerColumns.Id, JoinOperator.LeftOuter);
            manager.EntityAlias = "manager";
            manager.Columns = new ColumnSet(WorkerColumns.User);
        });

    // where a gate judges the team, its members' acts count too: those with the same manager
    private void Team(ClosingFacts facts)
    {
        if (facts.Gates.SelectMany(rows => rows).All(gate => gate.GetAttributeValue<OptionSetValue>("crmx_judges")?.Value != PayTables.FirstOption + 1)) return;

        var managers = facts.Workers.Values.Select(worker => IdOf(worker, WorkerColumns.Manager)).Where(id => id != Guid.Empty);
        facts.Mates = Of(PayTables.Worker, WorkerColumns.Manager, managers, new ColumnSet(WorkerColumns.User, WorkerColumns.Manager)).ToDictionary(mate => mate.Id);
    }

    // first whose customers they are, or were until lately; then everybody's part in those
    private void Portfolios(ClosingFacts facts, IReadOnlyCollection<Guid> workers)
    {
        var since = facts.From.AddDays(-LongestTransition);
        var own = Of(PayTables.Assignment, "crmx_workerid", workers, new ColumnSet("crmx_customerid", "crmx_workerid"), query => ClosingMembers.Meets(query, since, facts.Until));
        facts.CustomersOf = own.ToLookup(row => IdOf(row, "crmx_workerid"), row => IdOf(row, "crmx_customerid"));
        var customers = own.Select(row => IdOf(row, "crmx_customerid")).Distinct().ToList();
        var columns = new ColumnSet("crmx_customerid", "crmx_workerid", "crmx_from", "crmx_until", "crmx_share", "crmx_accountable", "crmx_takenoverfromid");
        facts.Assignments = By(Of(PayTables.Assignment, "crmx_customerid", customers, columns, query => ClosingMembers.Meets(query, since, facts.Until)), "crmx_customerid");
        facts.Customers = Of(Model.Tables.Customer, "crmx_customerid", customers, new ColumnSet("crmx_name")).ToDictionary(row => row.Id);
        facts.Snapshots = By(Of(
            PayTables.Snapshot, "crmx_customerid", customers,
            new ColumnSet("crmx_customerid", "crmx_asof", "crmx_reason", "crmx_periodid", "crmx_value", "crmx_expectedvalue", "crmx_attainablevalue", "crmx_currency", "crmx_valuesegment", "crmx_potentialsegment"),
            query =>
            {
                query.Criteria.AddCondition("crmx_asof", ConditionOperator.OnOrAfter, since.Midnight);
                query.Criteria.AddCondition("crmx_asof", ConditionOperator.OnOrBefore, facts.Until.AddDays(1).Midnight);
                query.AddOrder("crmx_asof", OrderType.Ascending);
            }), "crmx_customerid");
    }

    private void Deeds(ClosingFacts facts, IReadOnlyCollection<Guid> workers)
    {
        facts.Surveys = By(Of(PayTables.Survey, "crmx_workerid", workers, new ColumnSet("crmx_workerid", "crmx_customerid", "crmx_score", "crmx_on", "crmx_reference"), query => Within(query, "crmx_on", facts)), "crmx_workerid");
        facts.Recognitions = By(Of(PayTables.Recognition, "crmx_workerid", workers, new ColumnSet("crmx_workerid", "crmx_customerid", "crmx_on", "crmx_verifiedby", "crmx_refuted", "crmx_activityid"), query =>
        {
            Within(query, "crmx_on", facts);
            query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        }), "crmx_workerid");
        facts.Achievements = By(Of(PayTables.Achievement, "crmx_workerid", workers, new ColumnSet("crmx_workerid", "crmx_metric", "crmx_measured", "crmx_evidence"), query =>
            query.Criteria.AddCondition("crmx_periodid", ConditionOperator.Equal, facts.Period)), "crmx_workerid");
    }

    // this period's statements, the earlier ones for what they hold back, carry and lend, and later ones for what they have settled already
    private void Former(ClosingFacts facts, IReadOnlyCollection<Guid> workers)
    {
        var starts = new Dictionary<Guid, CalendarDate>();
        var rows = Of(PayTables.Statement, StatementColumns.Worker, workers, StatementRow.Columns, query =>
        {
            var period = query.AddLink(PayTables.Period, StatementColumns.Period, PeriodColumns.Id);
            period.EntityAlias = "period";
            period.Columns = new ColumnSet(PeriodColumns.From);
            period.LinkCriteria.AddCondition(PeriodColumns.From, ConditionOperator.OnOrAfter, facts.From.AddDays(-LongestMemory).Midnight);
        });
        foreach (var row in rows) starts[IdOf(row, StatementColumns.Period)] = CalendarDate.Of((DateTime)row.GetAttributeValue<AliasedValue>("period." + PeriodColumns.From).Value);
        var statements = rows.Select(row => new StatementRow(row)).ToList();
        facts.PeriodStarts = starts;
        facts.Statements = statements.ToLookup(statement => statement.Worker);
        facts.Lines = StatementRow.Lines(service, statements.Select(statement => statement.Id));
        facts.Frozen = Disputes.FrozenLines(service, statements.Where(statement => statement.Period == facts.Period).Select(statement => statement.Id));
    }

    /// <summary>Instants of the period's days; days are those of UTC.</summary>
    private static void Within(QueryExpression query, string column, ClosingFacts facts)
    {
        query.Criteria.AddCondition(column, ConditionOperator.GreaterEqual, Utc(facts.From));
        query.Criteria.AddCondition(column, ConditionOperator.LessThan, Utc(facts.Until.AddDays(1)));
    }

    public static DateTime Utc(CalendarDate day) => DateTime.SpecifyKind(day.Midnight, DateTimeKind.Utc);

    private IReadOnlyList<Entity> Of(string table, string column, IEnumerable<Guid> ids, ColumnSet columns, Action<QueryExpression>? more = null) => RowReader.Of(service, table, column, ids, columns, more);
}
