using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Who owns a statement: the worker's user, who thereby sees it and no colleague does; HR's team where there is none, or one who may not read statements.</summary>
internal sealed class StatementOwners
{
    private const string Role = "Crm.Extensions HR Analyst";
    private const string Read = "prvReadcrmx_CompensationStatement";

    private readonly Execution execution;
    private readonly Dictionary<Guid, bool> readers = new();
    private EntityReference? team;
    private bool isTeamKnown;

    public StatementOwners(Execution execution) => this.execution = execution;

    /// <param name="user">The worker's user, if any.</param>
    /// <returns>Null: whoever writes it owns it, because no team is fit to.</returns>
    public EntityReference? Of(Guid? user)
    {
        if (user is { } id && MayRead(id)) return new EntityReference(Model.Tables.SystemUser, id);
        if (isTeamKnown) return team;

        isTeamKnown = true;
        return team = FindTeam();
    }

    private bool MayRead(Guid user)
    {
        if (readers.TryGetValue(user, out var known)) return known;
        return readers[user] = execution.Holds(user, Read);
    }

    // a team whose roles may not read the table can own none of its rows: so one that holds HR's role
    private EntityReference? FindTeam()
    {
        var query = new QueryExpression("team") { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.AddLink("teamroles", "teamid", "teamid").AddLink("role", "roleid", "roleid").LinkCriteria.AddCondition("name", ConditionOperator.Equal, Role);
        query.AddOrder("name", OrderType.Ascending);
        return execution.AsSystem.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntityReference();
    }
}
