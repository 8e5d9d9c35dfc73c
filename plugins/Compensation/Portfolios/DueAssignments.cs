using System;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>Handovers that were planned ahead and take effect today, and portfolios that ended yesterday: the customer's row is brought up to date.</summary>
internal static class DueAssignments
{
    private const string CustomerAlias = "customer";

    /// <summary>So many days are looked back on, should nobody have called for a while.</summary>
    private const int Days = 7;

    /// <returns>How many customers got another manager, or none. Two requests, and four for each.</returns>
    public static int Show(Execution execution, int most)
    {
        if (most <= 0) return 0;

        var today = HouseDay.Today(execution);
        var begun = Changed(execution.AsSystem, CreditAssignment.Fields.From, today, row => Shown(row) != row.GetAttributeValue<EntityReference>(CreditAssignment.Fields.WorkerId)?.Id);
        var ended = Changed(execution.AsSystem, CreditAssignment.Fields.Until, today.AddDays(-1), row => Shown(row) == row.GetAttributeValue<EntityReference>(CreditAssignment.Fields.WorkerId)?.Id);
        var done = 0;
        foreach (var customer in begun.Concat(ended).Distinct().OrderBy(id => id).Take(most))
        {
            var assignments = new CustomerAssignments(execution.AsSystem, customer);
            var present = assignments.Lock();
            var manager = assignments.Read().FirstOrDefault(row => row.IsAccountable && row.Covers(today))?.Worker;
            assignments.Show(manager, present);
            if (manager != present?.Id) done++;
        }

        return done;
    }

    private static Guid[] Changed(IOrganizationService service, string column, CalendarDate last, Func<Entity, bool> differs)
    {
        var query = new QueryExpression(Tables.CreditAssignment) { ColumnSet = new ColumnSet(CreditAssignment.Fields.CustomerId, CreditAssignment.Fields.WorkerId) };
        query.Criteria.AddCondition(column, ConditionOperator.GreaterEqual, last.AddDays(-Days).Midnight);
        query.Criteria.AddCondition(column, ConditionOperator.LessEqual, last.Midnight);
        query.Criteria.AddCondition(CreditAssignment.Fields.Accountable, ConditionOperator.Equal, true);
        query.Criteria.AddCondition(CreditAssignment.Fields.StateCode, ConditionOperator.Equal, 0);
        if (column == CreditAssignment.Fields.From)
        {
            // one that began and ended since is shown no more
            var open = query.Criteria.AddFilter(LogicalOperator.Or);
            open.AddCondition(CreditAssignment.Fields.Until, ConditionOperator.Null);
            open.AddCondition(CreditAssignment.Fields.Until, ConditionOperator.GreaterEqual, last.Midnight);
        }

        var customer = query.AddLink(Tables.Customer, CreditAssignment.Fields.CustomerId, Customer.Fields.CustomerId);
        customer.EntityAlias = CustomerAlias;
        customer.Columns = new ColumnSet(Customer.Fields.ManagerId);
        return [.. service.RetrieveMultiple(query).Entities.Where(differs).Select(row => row.GetAttributeValue<EntityReference>(CreditAssignment.Fields.CustomerId).Id)];
    }

    private static Guid? Shown(Entity row) => (CustomerRows.Column(row, CustomerAlias + "." + Customer.Fields.ManagerId) as EntityReference)?.Id;
}
