using System;
using System.Collections.Generic;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>The names of the security roles that a user holds, his own and those of his teams. At most a minute old, as privileges are.</summary>
internal static class CallerRoles
{
    public static ISet<string> Of(Execution execution) => execution.Settings.RolesOf(execution.CallerId, user => Read(execution.AsSystem, user));

    private static HashSet<string> Read(IOrganizationService system, Guid user)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var own = new QueryExpression("role") { ColumnSet = new ColumnSet("name") };
        own.AddLink("systemuserroles", "roleid", "roleid").LinkCriteria.AddCondition("systemuserid", ConditionOperator.Equal, user);
        Add(system, own, names);
        var teams = new QueryExpression("role") { ColumnSet = new ColumnSet("name") };
        teams.AddLink("teamroles", "roleid", "roleid").AddLink("teammembership", "teamid", "teamid").LinkCriteria.AddCondition("systemuserid", ConditionOperator.Equal, user);
        Add(system, teams, names);
        return names;
    }

    private static void Add(IOrganizationService system, QueryExpression query, HashSet<string> names)
    {
        foreach (var row in system.RetrieveMultiple(query).Entities) names.Add(row.GetAttributeValue<string>("name") ?? "");
    }
}
