using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>A statement's header, as it was read.</summary>
internal sealed class StatementRow
{
    public static readonly ColumnSet Columns = new(
        StatementColumns.Name, StatementColumns.Worker, StatementColumns.Period, StatementColumns.Revision, StatementColumns.Gross, StatementColumns.HeldBack,
        StatementColumns.Payable, StatementColumns.Carried, StatementColumns.Content, StatementColumns.Digest, StatementColumns.Status, StatementColumns.Currency,
        StatementColumns.ApprovedByManager, StatementColumns.Owner, StatementColumns.NettingAgreedOn);

    private readonly Entity row;

    public StatementRow(Entity row) => this.row = row;

    public Guid Id => row.Id;

    public string? RowVersion => row.RowVersion;

    public string Name => row.GetAttributeValue<string>(StatementColumns.Name) ?? "";

    public Guid Worker => row.GetAttributeValue<EntityReference>(StatementColumns.Worker)?.Id ?? Guid.Empty;

    public Guid Period => row.GetAttributeValue<EntityReference>(StatementColumns.Period)?.Id ?? Guid.Empty;

    public int Revision => row.GetAttributeValue<int>(StatementColumns.Revision);

    public decimal Gross => Amount(StatementColumns.Gross);

    public decimal HeldBack => Amount(StatementColumns.HeldBack);

    public decimal Payable => Amount(StatementColumns.Payable);

    public decimal Carried => Amount(StatementColumns.Carried);

    public string Content => row.GetAttributeValue<string>(StatementColumns.Content) ?? "";

    public string Digest => row.GetAttributeValue<string>(StatementColumns.Digest) ?? "";

    public Guid Currency => row.GetAttributeValue<EntityReference>(StatementColumns.Currency)?.Id ?? Guid.Empty;

    public Guid? ApprovedByManager => row.GetAttributeValue<EntityReference>(StatementColumns.ApprovedByManager)?.Id;

    /// <summary>The worker has agreed that what it carries is netted.</summary>
    public bool IsNettingAgreed => row.Contains(StatementColumns.NettingAgreedOn);

    public EntityReference? Owner => row.GetAttributeValue<EntityReference>(StatementColumns.Owner);

    public StatementState State => (StatementState)(row.GetAttributeValue<OptionSetValue>(StatementColumns.Status)?.Value ?? (int)StatementState.Calculated);

    /// <summary>The header of a statement; null where there is none.</summary>
    public static StatementRow? Find(IOrganizationService service, Guid id)
    {
        var query = new QueryExpression(PayTables.Statement) { ColumnSet = Columns };
        query.Criteria.AddCondition(StatementColumns.Id, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities is { Count: > 0 } found ? new StatementRow(found[0]) : null;
    }

    /// <summary>The lines of statements, by statement.</summary>
    public static IReadOnlyDictionary<Guid, List<StatementLine>> Lines(IOrganizationService service, IEnumerable<Guid> statements)
    {
        var columns = new ColumnSet(
            LineColumns.Statement, LineColumns.Number, LineColumns.Kind, LineColumns.Component, LineColumns.Customer, LineColumns.Measure, LineColumns.Amount,
            LineColumns.Evidence, LineColumns.EvidenceTable, LineColumns.EvidenceId, LineColumns.Reverses);
        var found = new Dictionary<Guid, List<StatementLine>>();
        foreach (var row in RowReader.Of(service, PayTables.Line, LineColumns.Statement, statements, columns, query => query.AddOrder(LineColumns.Number, OrderType.Ascending)))
        {
            var statement = row.GetAttributeValue<EntityReference>(LineColumns.Statement).Id;
            if (!found.TryGetValue(statement, out var lines)) found[statement] = lines = [];
            lines.Add(StatementLine.Read(row));
        }

        return found;
    }

    private decimal Amount(string column) => row.GetAttributeValue<Money>(column)?.Value ?? 0;
}
