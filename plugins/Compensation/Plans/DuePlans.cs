using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.CompensationPlan.Fields;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>Plans whose first day has come are in force, those whose last has passed are closed. It only shows what holds by their days anyway.</summary>
internal static class DuePlans
{
    /// <returns>How many plans were moved. Two requests, and one for each.</returns>
    public static int Move(Execution execution, int most)
    {
        if (most <= 0 || PlanLife.IsOff(execution)) return 0;

        var today = HouseDay.Today(execution);
        var over = Due(execution.AsSystem, Fields.Until, today.AddDays(-1), [PlanState.Approved, PlanState.InForce], most);
        var begun = Due(execution.AsSystem, Fields.From, today, [PlanState.Approved], most).Except(over).ToList();
        var moves = over.Select(plan => new KeyValuePair<Guid, PlanState>(plan, PlanState.Closed)).Concat(begun.Select(plan => new KeyValuePair<Guid, PlanState>(plan, PlanState.InForce))).Take(most).ToList();
        if (moves.Count > 0) PlanLife.Begin(execution);
        foreach (var move in moves) PlanLife.Move(execution.AsSystem, move.Key, move.Value);
        return moves.Count;
    }

    private static List<Guid> Due(IOrganizationService service, string column, CalendarDate day, PlanState[] states, int most)
    {
        var query = new QueryExpression(Tables.CompensationPlan) { ColumnSet = new ColumnSet(false), TopCount = most };
        query.Criteria.AddCondition(Fields.StatusCode, ConditionOperator.In, states.Select(state => (object)(int)state).ToArray());
        query.Criteria.AddCondition(column, ConditionOperator.LessEqual, day.Midnight);
        query.AddOrder(column, OrderType.Ascending);
        return [.. service.RetrieveMultiple(query).Entities.Select(row => row.Id)];
    }
}
