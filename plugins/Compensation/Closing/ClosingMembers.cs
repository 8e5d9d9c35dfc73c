using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Whom the close of a period is about.</summary>
internal static class ClosingMembers
{
    /// <summary>Customers for whom somebody answers on a day of the period.</summary>
    public static IReadOnlyList<Guid> Customers(IOrganizationService service, CalendarDate from, CalendarDate until) =>
        Distinct(service, PayTables.Assignment, "crmx_customerid", from, until);

    /// <summary>Workers who are on a plan on a day of the period.</summary>
    public static IReadOnlyList<Guid> Workers(IOrganizationService service, CalendarDate from, CalendarDate until) =>
        Distinct(service, PayTables.Participation, "crmx_workerid", from, until);

    /// <summary>Rows with crmx_from and crmx_until (both inclusive, the latter may be open) that meet the period.</summary>
    public static void Meets(QueryExpression query, CalendarDate from, CalendarDate until)
    {
        query.Criteria.AddCondition("crmx_from", ConditionOperator.OnOrBefore, until.Midnight);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition("crmx_until", ConditionOperator.Null);
        open.AddCondition("crmx_until", ConditionOperator.OnOrAfter, from.Midnight);
    }

    private static IReadOnlyList<Guid> Distinct(IOrganizationService service, string table, string column, CalendarDate from, CalendarDate until)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(column) };
        Meets(query, from, until);
        return RowReader.All(service, query).Select(row => row.GetAttributeValue<EntityReference>(column)).Where(id => id is not null).Select(id => id.Id).Distinct().OrderBy(id => id).ToList();
    }
}
