using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Finds what gates judge: the worker's own breaches that reached a customer, complaints that the worker let pass due, and complaints found unlogged.</summary>
internal sealed class GateReader
{
    /// <summary>Of crmx_casenature: complaint and claim; requests and suggestions have no final response to miss.</summary>
    private static readonly object[] Complaints = [PayTables.FirstOption + 1, PayTables.FirstOption + 2];

    private readonly IOrganizationService service;

    public GateReader(IOrganizationService service) => this.service = service;

    public void Fill(ClosingFacts facts) =>
        facts.GateEvents = Breaches(facts).Concat(PastDue(facts)).Concat(Unlogged(facts)).OrderBy(fact => fact.On).ThenBy(fact => fact.Row).ToLookup(fact => fact.Worker);

    // a breach that was stopped in time reached nobody
    private IEnumerable<GateEvent> Breaches(ClosingFacts facts)
    {
        var workers = facts.Workers.Values.Concat(facts.Mates.Values.Where(mate => !facts.Workers.ContainsKey(mate.Id))).Where(worker => worker.Contains(WorkerColumns.User)).GroupBy(worker => FactsReader.IdOf(worker, WorkerColumns.User)).ToDictionary(group => group.Key, group => group.First().Id);
        return RowReader.Of(service, Tables.ContactAttempt, ContactAttempt.Fields.ById, workers.Keys, new ColumnSet(ContactAttempt.Fields.ById, ContactAttempt.Fields.At), query =>
        {
            query.Criteria.AddCondition(ContactAttempt.Fields.Decision, ConditionOperator.Equal, (int)CourtesyDecision.Breach);
            query.Criteria.AddCondition(ContactAttempt.Fields.Attempted, ConditionOperator.Equal, true);
            query.Criteria.AddCondition(ContactAttempt.Fields.At, ConditionOperator.GreaterEqual, FactsReader.Utc(facts.From));
            query.Criteria.AddCondition(ContactAttempt.Fields.At, ConditionOperator.LessThan, FactsReader.Utc(facts.Until.AddDays(1)));
        }).Select(row => new GateEvent
        {
            Worker = workers[FactsReader.IdOf(row, ContactAttempt.Fields.ById)],
            Kind = GateKind.Breach,
            On = FactsReader.Day(row, ContactAttempt.Fields.At),
            Table = Tables.ContactAttempt,
            Row = row.Id,
        });
    }

    private IEnumerable<GateEvent> PastDue(ClosingFacts facts) =>
        Incidents(facts, new ColumnSet("crmx_responsibleworkerid", "crmx_finalresponseby", "crmx_finalresponseon"), query =>
        {
            query.Criteria.AddCondition("crmx_nature", ConditionOperator.In, Complaints);
            query.Criteria.AddCondition("crmx_finalresponseby", ConditionOperator.OnOrAfter, facts.From.Midnight);

            // due on the last day, it is late a day after
            query.Criteria.AddCondition("crmx_finalresponseby", ConditionOperator.OnOrBefore, facts.Until.Midnight);
        })
        .Where(row => FactsReader.DayOrNone(row, "crmx_finalresponseon") is not { } answered || answered > FactsReader.Day(row, "crmx_finalresponseby"))
        .Select(row => Incident(row, GateKind.ComplaintPastDue, FactsReader.Day(row, "crmx_finalresponseby")));

    private IEnumerable<GateEvent> Unlogged(ClosingFacts facts) =>
        Incidents(facts, new ColumnSet("crmx_responsibleworkerid", "createdon"), query =>
        {
            query.Criteria.AddCondition("crmx_foundunlogged", ConditionOperator.Equal, true);
            query.Criteria.AddCondition("createdon", ConditionOperator.GreaterEqual, FactsReader.Utc(facts.From));
            query.Criteria.AddCondition("createdon", ConditionOperator.LessThan, FactsReader.Utc(facts.Until.AddDays(1)));
        }).Select(row => Incident(row, GateKind.ComplaintUnlogged, FactsReader.Day(row, "createdon")));

    private static GateEvent Incident(Entity row, GateKind kind, CalendarDate on) => new()
    {
        Worker = FactsReader.IdOf(row, "crmx_responsibleworkerid"), Kind = kind, On = on, Table = Tables.Incident, Row = row.Id,
    };

    private IReadOnlyList<Entity> Incidents(ClosingFacts facts, ColumnSet columns, Action<QueryExpression> more) => RowReader.Of(service, Tables.Incident, "crmx_responsibleworkerid", facts.Workers.Keys.Concat(facts.Mates.Keys), columns, more);
}
