using System;
using System.Collections.Generic;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>
/// Both customers are bound by one obligation. The merged one's row stays with it and counts no more; the survivor's row takes the stronger role, and
/// may be told only where both might.
/// </summary>
internal static class PartyCollision
{
    public static IReadOnlyList<JournalEntry> Of(IOrganizationService service, Guid party, JournalEntry move)
    {
        var changes = new List<JournalEntry>();
        var columns = new ColumnSet(ObligationParty.Fields.ObligationId, ObligationParty.Fields.Role, ObligationParty.Fields.MayBeTold, ObligationParty.Fields.StateCode);
        var own = service.Retrieve(Tables.ObligationParty, party, columns);
        if (own.GetAttributeValue<OptionSetValue>(ObligationParty.Fields.StateCode)?.Value is null or 0)
        {
            changes.Add(new JournalEntry(Tables.ObligationParty, party, ObligationParty.Fields.StateCode, JournalValue.Option(0), JournalValue.Option(1)));
        }

        if (own.GetAttributeValue<EntityReference>(ObligationParty.Fields.ObligationId) is not { } obligation || JournalValue.Read(move.After) is not EntityReference survivor) return changes;

        var query = new QueryExpression(Tables.ObligationParty) { ColumnSet = columns, TopCount = 1 };
        query.Criteria.AddCondition(ObligationParty.Fields.ObligationId, ConditionOperator.Equal, obligation.Id);
        query.Criteria.AddCondition(ObligationParty.Fields.CustomerId, ConditionOperator.Equal, survivor.Id);
        foreach (var other in service.RetrieveMultiple(query).Entities)
        {
            // roles are ordered: debtor, co-debtor, guarantor
            var role = other.GetAttributeValue<OptionSetValue>(ObligationParty.Fields.Role);
            var stronger = own.GetAttributeValue<OptionSetValue>(ObligationParty.Fields.Role);
            if (stronger is not null && (role is null || stronger.Value < role.Value)) changes.Add(Change(other, ObligationParty.Fields.Role, stronger));
            if (other.GetAttributeValue<bool?>(ObligationParty.Fields.MayBeTold) == true && own.GetAttributeValue<bool?>(ObligationParty.Fields.MayBeTold) != true)
            {
                changes.Add(Change(other, ObligationParty.Fields.MayBeTold, false));
            }

            if (other.GetAttributeValue<OptionSetValue>(ObligationParty.Fields.StateCode)?.Value == 1 && changes.Exists(change => change.Row == party))
            {
                changes.Add(new JournalEntry(Tables.ObligationParty, other.Id, ObligationParty.Fields.StateCode, JournalValue.Option(1), JournalValue.Option(0)));
            }
        }

        return changes;
    }

    private static JournalEntry Change(Entity row, string column, object value) =>
        new(row.LogicalName, row.Id, column, JournalValue.Write(row.Contains(column) ? row[column] : null), JournalValue.Write(value));
}
