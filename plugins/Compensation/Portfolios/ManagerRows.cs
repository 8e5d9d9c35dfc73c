using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>Somebody in the roster on a day.</summary>
/// <param name="UserId">Null: without a Dynamics user.</param>
internal sealed record RosterPerson(Guid Id, string Hrid, string Name, string Email, string Country, Guid? UserId, string JobName, bool ManagesCustomers);

/// <summary>Who has which job on a day.</summary>
internal static class ManagerRows
{
    private const string WorkerAlias = "worker";
    private const string JobAlias = "job";
    private const int LongAbsence = 30;

    /// <summary>All who manage customers on that day. One request for each 5,000.</summary>
    public static IReadOnlyList<RosterPerson> All(IOrganizationService service, CalendarDate day)
    {
        var query = Employed(day);
        query.LinkEntities.Single(link => link.EntityAlias == JobAlias).LinkCriteria.AddCondition(Job.Fields.ManagesCustomers, ConditionOperator.Equal, true);
        return [.. AllRows.Of(service, query).Select(Read).GroupBy(person => person.Id).Select(person => person.First())];
    }

    /// <summary>One person; null: not employed on that day. One request.</summary>
    public static RosterPerson? Find(IOrganizationService service, Guid worker, CalendarDate day)
    {
        var query = Employed(day);
        query.TopCount = 1;
        query.Criteria.AddCondition(Employment.Fields.WorkerId, ConditionOperator.Equal, worker);
        return service.RetrieveMultiple(query).Entities.Select(Read).FirstOrDefault();
    }

    /// <summary>Who is away all day on that day, and for thirty days more or nobody knows how long.</summary>
    public static ISet<Guid> Away(IOrganizationService service, CalendarDate day)
    {
        var query = new QueryExpression(Tables.Absence) { ColumnSet = new ColumnSet(Absence.Fields.WorkerId) };
        query.Criteria.AddCondition(Absence.Fields.From, ConditionOperator.LessEqual, day.Midnight);
        query.Criteria.AddCondition(Absence.Fields.StateCode, ConditionOperator.Equal, 0);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(Absence.Fields.Until, ConditionOperator.Null);
        open.AddCondition(Absence.Fields.Until, ConditionOperator.GreaterEqual, day.AddDays(LongAbsence).Midnight);
        var whole = query.Criteria.AddFilter(LogicalOperator.Or);
        whole.AddCondition(Absence.Fields.Share, ConditionOperator.Null);
        whole.AddCondition(Absence.Fields.Share, ConditionOperator.Equal, 100);
        return new HashSet<Guid>(AllRows.Of(service, query).Select(row => row.GetAttributeValue<EntityReference>(Absence.Fields.WorkerId)?.Id).OfType<Guid>());
    }

    private static QueryExpression Employed(CalendarDate day)
    {
        var query = new QueryExpression(Tables.Employment) { ColumnSet = new ColumnSet(Employment.Fields.WorkerId) };
        query.Criteria.AddCondition(Employment.Fields.From, ConditionOperator.LessEqual, day.Midnight);
        query.Criteria.AddCondition(Employment.Fields.StateCode, ConditionOperator.Equal, 0);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(Employment.Fields.Until, ConditionOperator.Null);
        open.AddCondition(Employment.Fields.Until, ConditionOperator.GreaterEqual, day.Midnight);
        var worker = query.AddLink(Tables.Worker, Employment.Fields.WorkerId, Worker.Fields.WorkerId);
        worker.EntityAlias = WorkerAlias;
        worker.Columns = new ColumnSet(Worker.Fields.HrId, Worker.Fields.Name, Worker.Fields.Email, Worker.Fields.Country, Worker.Fields.UserId);
        var job = query.AddLink(Tables.Job, Employment.Fields.JobId, Job.Fields.JobId);
        job.EntityAlias = JobAlias;
        job.Columns = new ColumnSet(Job.Fields.Name, Job.Fields.ManagesCustomers);
        return query;
    }

    private static RosterPerson Read(Entity row)
    {
        string Text(string column) => CustomerRows.Column(row, column) as string ?? "";
        return new RosterPerson(
            row.GetAttributeValue<EntityReference>(Employment.Fields.WorkerId).Id,
            Text(WorkerAlias + "." + Worker.Fields.HrId),
            Text(WorkerAlias + "." + Worker.Fields.Name),
            Text(WorkerAlias + "." + Worker.Fields.Email),
            Text(WorkerAlias + "." + Worker.Fields.Country),
            (CustomerRows.Column(row, WorkerAlias + "." + Worker.Fields.UserId) as EntityReference)?.Id,
            Text(JobAlias + "." + Job.Fields.Name),
            CustomerRows.Column(row, JobAlias + "." + Job.Fields.ManagesCustomers) as bool? ?? false);
    }
}
