using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>A line with its statement and worker: what a dispute is about.</summary>
internal sealed class DisputedLine
{
    private const string Statement = "statement";
    private const string Worker = "worker";

    private readonly Entity row;

    private DisputedLine(Entity row) => this.row = row;

    public Guid Id => row.Id;

    public Guid StatementId => row.GetAttributeValue<EntityReference>(LineColumns.Statement)?.Id ?? Guid.Empty;

    public StatementLine Line => StatementLine.Read(row);

    public string Name => row.GetAttributeValue<string>(LineColumns.Name) ?? "";

    public StatementState State => (StatementState)((Value(Statement, StatementColumns.Status) as OptionSetValue)?.Value ?? (int)StatementState.Calculated);

    /// <summary>The worker's user.</summary>
    public Guid? User => (Value(Worker, WorkerColumns.User) as EntityReference)?.Id;

    public string Country => Value(Worker, WorkerColumns.Country) as string ?? "";

    public static DisputedLine? Find(IOrganizationService service, Guid id)
    {
        var query = new QueryExpression(PayTables.Line)
        {
            ColumnSet = new ColumnSet(
                LineColumns.Name, LineColumns.Statement, LineColumns.Number, LineColumns.Kind, LineColumns.Component, LineColumns.Customer, LineColumns.Measure, LineColumns.Amount,
                LineColumns.Evidence, LineColumns.EvidenceTable, LineColumns.EvidenceId, LineColumns.Reverses),
        };
        query.Criteria.AddCondition(LineColumns.Id, ConditionOperator.Equal, id);
        var statement = query.AddLink(PayTables.Statement, LineColumns.Statement, StatementColumns.Id);
        statement.EntityAlias = Statement;
        statement.Columns = new ColumnSet(StatementColumns.Status);
        var worker = statement.AddLink(PayTables.Worker, StatementColumns.Worker, WorkerColumns.Id);
        worker.EntityAlias = Worker;
        worker.Columns = new ColumnSet(WorkerColumns.User, WorkerColumns.Country);
        return service.RetrieveMultiple(query).Entities.Select(row => new DisputedLine(row)).FirstOrDefault();
    }

    private object? Value(string alias, string column) => row.GetAttributeValue<AliasedValue>(alias + "." + column)?.Value;
}
