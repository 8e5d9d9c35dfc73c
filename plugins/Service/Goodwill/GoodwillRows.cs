using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using JobFields = Crm.Extensions.Model.Job.Fields;
using LimitFields = Crm.Extensions.Model.EmpowermentLimit.Fields;
using Tables = Crm.Extensions.Model.Tables;
using WorkerFields = Crm.Extensions.Model.Worker.Fields;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>Workers, and what their jobs may spend, as rows have it: a worker with his job and its limits is one request.</summary>
internal sealed class GoodwillRows
{
    private const string Limit = "limit";
    private const string Job = "job";

    private readonly IOrganizationService system;

    public GoodwillRows(IOrganizationService system) => this.system = system;

    /// <summary>The worker who has that user; of several the one who works for us now, else null.</summary>
    public GoodwillWorker? OfUser(Guid user, CalendarDate today) =>
        Read(WorkerFields.UserId, user).OrderByDescending(worker => worker.WorksOn(today)).ThenBy(worker => worker.Id).FirstOrDefault();

    public GoodwillWorker? Find(Guid worker) => Read(WorkerFields.WorkerId, worker).FirstOrDefault();

    private IEnumerable<GoodwillWorker> Read(string column, Guid value)
    {
        var query = new QueryExpression(Tables.Worker)
        {
            ColumnSet = new ColumnSet(WorkerFields.Name, WorkerFields.UserId, WorkerFields.ManagerId, WorkerFields.From, WorkerFields.Until, WorkerFields.StateCode),
        };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        var job = query.AddLink(Tables.Job, WorkerFields.JobId, JobFields.JobId, JoinOperator.LeftOuter);
        job.EntityAlias = Job;
        job.Columns = new ColumnSet(JobFields.Name);
        var limits = query.AddLink(Tables.EmpowermentLimit, WorkerFields.JobId, LimitFields.JobId, JoinOperator.LeftOuter);
        limits.EntityAlias = Limit;
        limits.Columns = new ColumnSet(LimitFields.Segment, LimitFields.Currency, LimitFields.PerCase, LimitFields.PerMonth);
        limits.LinkCriteria.AddCondition(LimitFields.StateCode, ConditionOperator.Equal, 0);
        return system.RetrieveMultiple(query).Entities.GroupBy(row => row.Id).Select(Worker);
    }

    private static GoodwillWorker Worker(IGrouping<Guid, Entity> rows)
    {
        var row = rows.First();
        return new GoodwillWorker(
            rows.Key,
            row.GetAttributeValue<string>(WorkerFields.Name) ?? "",
            row.GetAttributeValue<EntityReference>(WorkerFields.UserId)?.Id,
            row.GetAttributeValue<EntityReference>(WorkerFields.ManagerId)?.Id,
            CustomerRows.Column(row, Job + "." + JobFields.Name) as string ?? "",
            CustomerRows.Day(row, WorkerFields.From),
            CustomerRows.Day(row, WorkerFields.Until),
            row.GetAttributeValue<OptionSetValue>(WorkerFields.StateCode)?.Value == 0,
            new EmpowermentLimits(rows.Select(LimitOf).OfType<EmpowermentLimit>()));
    }

    // a limit without an amount for the case allows nothing
    private static EmpowermentLimit? LimitOf(Entity row) =>
        Choice.Read<ValueSegment>(CustomerRows.Column(row, Limit + "." + LimitFields.Segment)) is { } segment
        && CustomerRows.Column(row, Limit + "." + LimitFields.Currency) is string { Length: > 0 } currency
            ? new EmpowermentLimit(
                segment,
                currency.ToUpperInvariant(),
                (CustomerRows.Column(row, Limit + "." + LimitFields.PerCase) as Money)?.Value ?? 0,
                (CustomerRows.Column(row, Limit + "." + LimitFields.PerMonth) as Money)?.Value)
            : null;
}
