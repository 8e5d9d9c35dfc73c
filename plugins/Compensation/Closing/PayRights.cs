using System;
using System.Linq;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>What the caller is to a worker's statement: the worker, the manager, HR.</summary>
internal static class PayRights
{
    /// <summary>HR calculates and shows statements.</summary>
    public const string Calculate = "prvCreatecrmx_CompensationStatement";

    /// <summary>Disputes are answered by HR.</summary>
    public const string Answer = "prvWritecrmx_PayDispute";

    /// <summary>Roles whose holders have the last word on statements.</summary>
    private static readonly string[] Approvers = ["Crm.Extensions HR Approver", "Crm.Extensions Administrator", "System Administrator"];

    /// <summary>The caller's part in a worker's statement.</summary>
    /// <param name="approvedByManager">Who has approved it in the manager's place.</param>
    public static StatementActor Actor(Execution execution, Guid worker, Guid? approvedByManager)
    {
        var people = People(execution.AsSystem, worker);
        var user = people?.GetAttributeValue<EntityReference>(WorkerColumns.User)?.Id;
        var manager = (people?.GetAttributeValue<AliasedValue>("manager." + WorkerColumns.User)?.Value as EntityReference)?.Id;
        return new StatementActor
        {
            IsWorker = user == execution.CallerId,
            IsManager = manager == execution.CallerId,
            HasManager = manager is not null,
            IsHr = execution.Holds(execution.CallerId, Calculate),
            ApprovesForHr = RolesOf(execution).Any(Approvers.Contains),
            ApprovedAsManager = approvedByManager == execution.CallerId,
            Machinery = ClosingMarks.MachineryOf(execution),
        };
    }

    /// <summary>The user of a worker; null where they have none.</summary>
    public static Guid? UserOf(IOrganizationService service, Guid worker) => People(service, worker)?.GetAttributeValue<EntityReference>(WorkerColumns.User)?.Id;

    /// <summary>The user of a worker's manager; null where there is none.</summary>
    public static Guid? ManagerUserOf(IOrganizationService service, Guid worker) =>
        (People(service, worker)?.GetAttributeValue<AliasedValue>("manager." + WorkerColumns.User)?.Value as EntityReference)?.Id;

    private static Entity? People(IOrganizationService service, Guid worker)
    {
        var query = new QueryExpression(PayTables.Worker) { ColumnSet = new ColumnSet(WorkerColumns.User) };
        query.Criteria.AddCondition(WorkerColumns.Id, ConditionOperator.Equal, worker);
        var manager = query.AddLink(PayTables.Worker, WorkerColumns.Manager, WorkerColumns.Id, JoinOperator.LeftOuter);
        manager.EntityAlias = "manager";
        manager.Columns = new ColumnSet(WorkerColumns.User);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private static System.Collections.Generic.ISet<string> RolesOf(Execution execution) => CustomerView.Disclosure.CallerRoles.Of(execution);
}
