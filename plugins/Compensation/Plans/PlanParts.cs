using System;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Plans;

/// <summary>Components, their rates and gates: to which plan a row belongs.</summary>
internal static class PlanParts
{
    /// <summary>The column by which a table's rows hang on what they are a part of.</summary>
    public static string Parent(string table) => table switch
    {
        Tables.PlanComponent => PlanComponent.Fields.PlanId,
        Tables.RateTier => RateTier.Fields.ComponentId,
        Tables.PlanGate => PlanGate.Fields.PlanId,
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "No part of a plan."),
    };

    /// <summary>The plan; null: what it hangs on is gone. No request for components and gates, one for rates.</summary>
    public static Guid? PlanOf(IOrganizationService service, string table, EntityReference parent)
    {
        if (table != Tables.RateTier) return parent.Id;

        var query = new QueryExpression(Tables.PlanComponent) { ColumnSet = new ColumnSet(PlanComponent.Fields.PlanId), TopCount = 1 };
        query.Criteria.AddCondition(PlanComponent.Fields.PlanComponentId, ConditionOperator.Equal, parent.Id);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<EntityReference>(PlanComponent.Fields.PlanId)?.Id;
    }
}
