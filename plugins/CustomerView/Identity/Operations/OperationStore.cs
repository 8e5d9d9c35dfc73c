using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>Reads and writes operations' rows. A row is written only over the version that was read: of two executions of one operation the second gives way.</summary>
internal sealed class OperationStore
{
    private static readonly ColumnSet Columns = new(
        OperationColumns.Name, OperationColumns.Kind, OperationColumns.From, OperationColumns.To, OperationColumns.Links, OperationColumns.Reason,
        OperationColumns.Journal, OperationColumns.Undoes, OperationColumns.State, OperationColumns.Status, "createdon", "createdby");

    private readonly IOrganizationService service;

    public OperationStore(IOrganizationService service) => this.service = service;

    public Operation? Find(Guid id) => Query(OperationColumns.Id, id).FirstOrDefault() is { } row ? new Operation(row) : null;

    /// <summary>Operations by their ids, in that order; those that do not exist are left out.</summary>
    public IReadOnlyList<Operation> Find(IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0) return [];

        var query = new QueryExpression(OperationColumns.Table) { ColumnSet = Columns };
        query.Criteria.AddCondition(OperationColumns.Id, ConditionOperator.In, ids.Cast<object>().ToArray());
        var rows = service.RetrieveMultiple(query).Entities.ToDictionary(row => row.Id);
        return ids.Where(rows.ContainsKey).Select(id => new Operation(rows[id])).ToList();
    }

    /// <summary>How many of these are not done.</summary>
    public int Open(IReadOnlyList<Guid> ids)
    {
        if (ids.Count == 0) return 0;

        var query = new QueryExpression(OperationColumns.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(OperationColumns.Id, ConditionOperator.In, ids.Cast<object>().ToArray());
        query.Criteria.AddCondition(OperationColumns.State, ConditionOperator.Equal, OperationColumns.Active);
        return service.RetrieveMultiple(query).Entities.Count;
    }

    /// <summary>Whether somebody has taken the operation back in the meantime.</summary>
    public bool IsUndone(Guid id)
    {
        var query = new QueryExpression(OperationColumns.Table) { ColumnSet = new ColumnSet(OperationColumns.Status), TopCount = 1 };
        query.Criteria.AddCondition(OperationColumns.Id, ConditionOperator.Equal, id);
        query.Criteria.AddCondition(OperationColumns.Status, ConditionOperator.Equal, OperationColumns.Undone);
        return service.RetrieveMultiple(query).Entities.Count > 0;
    }

    /// <summary>Joins and splits in which a customer takes part, the newest first; parts and undoings left out.</summary>
    public IReadOnlyList<Operation> Of(string column, Guid customer)
    {
        var query = new QueryExpression(OperationColumns.Table) { ColumnSet = Columns };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, customer);
        query.Criteria.AddCondition(OperationColumns.Undoes, ConditionOperator.Null);
        query.AddOrder("createdon", OrderType.Descending);
        return service.RetrieveMultiple(query).Entities.Select(row => new Operation(row)).Where(operation => operation.PartOf is null).ToList();
    }

    /// <summary>Writes the journal and these columns.</summary>
    /// <exception cref="OperationTakenException">Another execution has written it since it was read.</exception>
    public Operation Save(Operation operation, params KeyValuePair<string, object>[] columns)
    {
        var row = new Entity(OperationColumns.Table, operation.Id) { RowVersion = operation.Row.RowVersion };
        row[OperationColumns.Journal] = JournalText.Write(operation.Journal);
        foreach (var column in columns) row[column.Key] = column.Value;
        Write(row);
        return Find(operation.Id) ?? throw new OperationTakenException(operation.Id);
    }

    /// <summary>Writes an operation's columns without its journal.</summary>
    /// <param name="row">With the version it was read with; without one it is written whatever it is by now.</param>
    public void Write(Entity row)
    {
        try
        {
            service.Execute(new UpdateRequest
            {
                Target = row,
                ConcurrencyBehavior = string.IsNullOrEmpty(row.RowVersion) ? ConcurrencyBehavior.AlwaysOverwrite : ConcurrencyBehavior.IfRowVersionMatches,
            });
        }
        catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (Fault.IsVersionMismatch(fault))
        {
            throw new OperationTakenException(row.Id, fault);
        }
    }

    public static KeyValuePair<string, object> Status(int status) => new(OperationColumns.Status, new OptionSetValue(status));

    public static KeyValuePair<string, object> State(int state) => new(OperationColumns.State, new OptionSetValue(state));

    private IEnumerable<Entity> Query(string column, Guid value)
    {
        var query = new QueryExpression(OperationColumns.Table) { ColumnSet = Columns };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        return service.RetrieveMultiple(query).Entities;
    }
}

/// <summary>Another execution is at the same operation; this one ends and leaves it to that one.</summary>
public sealed class OperationTakenException : Exception
{
    public OperationTakenException()
    {
    }

    public OperationTakenException(string message)
        : base(message)
    {
    }

    public OperationTakenException(string message, Exception cause)
        : base(message, cause)
    {
    }

    internal OperationTakenException(Guid operation, Exception? cause = null)
        : base("Another execution carries out operation " + operation + ".", cause!)
    {
    }
}
