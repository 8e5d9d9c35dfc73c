using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Reads disputes.</summary>
internal static class Disputes
{
    /// <summary>Disputes that name this statement or line, the oldest first.</summary>
    /// <param name="column"><see cref="DisputeColumns.Statement"/> or <see cref="DisputeColumns.Line"/>.</param>
    public static IReadOnlyList<Entity> Of(IOrganizationService service, string column, Guid id)
    {
        var query = new QueryExpression(PayTables.Dispute)
        {
            ColumnSet = new ColumnSet(DisputeColumns.Line, DisputeColumns.Claim, DisputeColumns.Answer, DisputeColumns.Outcome, DisputeColumns.DueOn, "statuscode"),
        };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, id);
        query.AddOrder("createdon", OrderType.Ascending);
        return [.. service.RetrieveMultiple(query).Entities];
    }

    public static bool IsOpen(Entity dispute) => dispute.GetAttributeValue<OptionSetValue>("statuscode")?.Value == DisputeColumns.Open;

    /// <summary>Lines of these statements that wait for an answer: nothing changes them meanwhile.</summary>
    public static ISet<Guid> FrozenLines(IOrganizationService service, IEnumerable<Guid> statements) => new HashSet<Guid>(RowReader
        .Of(service, PayTables.Dispute, DisputeColumns.Statement, statements, new ColumnSet(DisputeColumns.Line), query => query.Criteria.AddCondition("statuscode", ConditionOperator.Equal, DisputeColumns.Open))
        .Select(dispute => dispute.GetAttributeValue<EntityReference>(DisputeColumns.Line)?.Id ?? Guid.Empty));
}
