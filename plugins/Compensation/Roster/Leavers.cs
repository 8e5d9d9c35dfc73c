using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>The portfolios of people who leave: they end on the last day, and the customers are then listed as orphans until somebody is assigned.</summary>
internal sealed class Leavers
{
    private const int MostIds = 500;

    private readonly IOrganizationService service;

    public Leavers(IOrganizationService service) => this.service = service;

    /// <summary>Assignments that outlast their worker, with the last day they may have. A request for each 500 who leave.</summary>
    public IReadOnlyList<EndedAssignment> Of(IReadOnlyDictionary<Guid, WorkerFacts> workers)
    {
        var leaving = workers.Where(worker => worker.Value.Until is not null).ToDictionary(worker => worker.Key, worker => worker.Value);
        var ended = new List<EndedAssignment>();
        var ids = leaving.Keys.OrderBy(id => id).Cast<object>().ToList();
        for (var start = 0; start < ids.Count; start += MostIds)
        {
            var query = new QueryExpression(Tables.CreditAssignment) { ColumnSet = new ColumnSet(CreditAssignment.Fields.WorkerId, CreditAssignment.Fields.From, CreditAssignment.Fields.Until) };
            query.Criteria.AddCondition(CreditAssignment.Fields.WorkerId, ConditionOperator.In, ids.Skip(start).Take(MostIds).ToArray());
            query.Criteria.AddCondition(CreditAssignment.Fields.StateCode, ConditionOperator.Equal, 0);
            foreach (var row in AllRows.Of(service, query))
            {
                var worker = leaving[row.GetAttributeValue<EntityReference>(CreditAssignment.Fields.WorkerId).Id];
                var last = worker.Until!.Value;
                var until = row.GetAttributeValue<DateTime?>(CreditAssignment.Fields.Until);
                if (until is null || CalendarDate.Of(until.Value) > last) ended.Add(new EndedAssignment(row.Id, worker.Hrid, CalendarDate.Of(row.GetAttributeValue<DateTime>(CreditAssignment.Fields.From)), last));
            }
        }

        return ended;
    }

    /// <summary>Ends one; one that would only begin afterwards never comes into force.</summary>
    public void End(EndedAssignment assignment)
    {
        var row = new Entity(Tables.CreditAssignment, assignment.Id);
        if (assignment.From <= assignment.Until) row[CreditAssignment.Fields.Until] = assignment.Until.Midnight;
        else
        {
            row[CreditAssignment.Fields.StateCode] = new OptionSetValue(1);
            row[CreditAssignment.Fields.StatusCode] = new OptionSetValue(2);
        }

        service.Update(row);
    }
}

/// <summary>An assignment that ends because its worker leaves.</summary>
internal sealed record EndedAssignment(Guid Id, string Hrid, CalendarDate From, CalendarDate Until);
