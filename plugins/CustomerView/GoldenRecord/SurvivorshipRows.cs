using System;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>The tenant's order of strategies; read at most once a minute.</summary>
internal sealed class SurvivorshipRows
{
    private const int FirstOption = 574840000;

    private SurvivorshipRows(SurvivorshipOrder order) => Order = order;

    public SurvivorshipOrder Order { get; }

    public static SurvivorshipOrder OrderOf(Execution execution) => execution.Configuration(Read).Order;

    private static SurvivorshipRows Read(IOrganizationService service)
    {
        var query = new QueryExpression(Tables.SurvivorshipRule) { ColumnSet = new ColumnSet(SurvivorshipRule.Fields.Group, SurvivorshipRule.Fields.Order) };
        query.Criteria.AddCondition(SurvivorshipRule.Fields.StateCode, ConditionOperator.Equal, 0);
        query.AddOrder(SurvivorshipRule.Fields.SurvivorshipRuleId, OrderType.Ascending);
        var order = SurvivorshipOrder.Shipped;
        foreach (var row in service.RetrieveMultiple(query).Entities)
        {
            var group = (SurvivingGroup)((row.GetAttributeValue<OptionSetValue>(SurvivorshipRule.Fields.Group)?.Value ?? -1) - FirstOption);
            if (Enum.IsDefined(typeof(SurvivingGroup), group)) order = order.With(group, row.GetAttributeValue<string>(SurvivorshipRule.Fields.Order));
        }

        return new SurvivorshipRows(order);
    }
}
