using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>An export of a period: its file, once written, never changes.</summary>
internal sealed class PayrollExport
{
    public Guid Id { get; set; }

    public int Number { get; set; }

    public string Text { get; set; } = "";

    public decimal Total { get; set; }

    public int Count { get; set; }

    public string Currency { get; set; } = "";

    /// <summary>Whether it had been made before.</summary>
    public bool IsRepeated { get; set; }
}

/// <summary>
/// Puts into one file what HR has approved and no file holds yet. All in one transaction: the file, and that its statements are exported. Two who do so
/// at once want the same number, and the second is refused.
/// </summary>
internal sealed class PayrollRun
{
    private const int MostOfBatch = 200;

    private readonly IOrganizationService service;
    private readonly Guid period;
    private readonly string code;

    public PayrollRun(IOrganizationService service, Guid period, string code)
    {
        this.service = service;
        this.period = period;
        this.code = code;
    }

    /// <summary>The currencies in which something waits, with what waits in each.</summary>
    public ILookup<string, Entity> Waiting()
    {
        var query = new QueryExpression(PayTables.Statement)
        {
            ColumnSet = new ColumnSet(
                StatementColumns.Revision, StatementColumns.Gross, StatementColumns.HeldBack, StatementColumns.Payable, StatementColumns.Carried, StatementColumns.Digest,
                StatementColumns.Currency),
        };
        query.Criteria.AddCondition(StatementColumns.Period, ConditionOperator.Equal, period);
        query.Criteria.AddCondition(StatementColumns.Status, ConditionOperator.Equal, (int)StatementState.ApprovedByHr);
        var worker = query.AddLink(PayTables.Worker, StatementColumns.Worker, WorkerColumns.Id);
        worker.EntityAlias = "worker";
        worker.Columns = new ColumnSet(WorkerColumns.HrId, WorkerColumns.Name);
        var currency = query.AddLink("transactioncurrency", StatementColumns.Currency, "transactioncurrencyid");
        currency.EntityAlias = "currency";
        currency.Columns = new ColumnSet("isocurrencycode");
        return RowReader.All(service, query).ToLookup(row => Text(row, "currency.isocurrencycode"), StringComparer.Ordinal);
    }

    /// <summary>The exports made of the period, the latest last.</summary>
    public IReadOnlyList<PayrollExport> Made()
    {
        var query = new QueryExpression(PayTables.Export) { ColumnSet = new ColumnSet(ExportColumns.Number, ExportColumns.File, ExportColumns.Total, ExportColumns.Lines) };
        query.Criteria.AddCondition(ExportColumns.Period, ConditionOperator.Equal, period);
        query.AddOrder(ExportColumns.Number, OrderType.Ascending);
        var currency = query.AddLink("transactioncurrency", StatementColumns.Currency, "transactioncurrencyid", JoinOperator.LeftOuter);
        currency.EntityAlias = "currency";
        currency.Columns = new ColumnSet("isocurrencycode");
        return RowReader.All(service, query).Select(row => new PayrollExport
        {
            Id = row.Id,
            Number = row.GetAttributeValue<int>(ExportColumns.Number),
            Text = row.GetAttributeValue<string>(ExportColumns.File) ?? "",
            Total = row.GetAttributeValue<Money>(ExportColumns.Total)?.Value ?? 0,
            Count = row.GetAttributeValue<int>(ExportColumns.Lines),
            Currency = Text(row, "currency.isocurrencycode"),
            IsRepeated = true,
        }).ToList();
    }

    /// <summary>Writes the file of these statements and marks them.</summary>
    /// <returns>Null where a colleague is exporting at this moment.</returns>
    public PayrollExport? Make(int number, string currency, IReadOnlyList<Entity> statements)
    {
        var entries = statements.Select(row => Entry(row, currency)).ToList();
        var file = PayrollFile.Write(entries);
        var export = new PayrollExport
        {
            Id = PayIds.Export(period, number), Number = number, Text = file, Total = entries.Sum(entry => entry.Payable), Count = entries.Count, Currency = currency,
        };
        try
        {
            service.Create(Row(export, statements[0].GetAttributeValue<EntityReference>(StatementColumns.Currency)));
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Fault.IsDuplicateKey(fault))
        {
            return null;
        }

        for (var start = 0; start < statements.Count; start += MostOfBatch) Mark(statements.Skip(start).Take(MostOfBatch));
        return export;
    }

    /// <summary>Marks the period as paid once nothing of it waits any more.</summary>
    public void EndPeriod()
    {
        var query = new QueryExpression(PayTables.Statement) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(StatementColumns.Period, ConditionOperator.Equal, period);
        query.Criteria.AddCondition(StatementColumns.State, ConditionOperator.Equal, 0);
        if (service.RetrieveMultiple(query).Entities.Count > 0) return;

        service.Update(new Entity(PayTables.Period, period) { [PeriodColumns.State] = new OptionSetValue(1), [PeriodColumns.Status] = new OptionSetValue(PeriodColumns.Paid) });
    }

    // a message for many rows, not a batch of requests: it belongs to this transaction
    private void Mark(IEnumerable<Entity> statements)
    {
        var rows = statements.Select(row =>
        {
            var header = new Entity(PayTables.Statement, row.Id);
            StatementWrites.SetState(header, StatementState.Exported);
            return header;
        });
        service.Execute(new OrganizationRequest("UpdateMultiple") { ["Targets"] = new EntityCollection(rows.ToList()) { EntityName = PayTables.Statement } });
    }

    private Entity Row(PayrollExport export, EntityReference currency) => new(PayTables.Export, export.Id)
    {
        [ExportColumns.Name] = code + " · " + export.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) + " · " + export.Currency,
        [ExportColumns.Period] = new EntityReference(PayTables.Period, period),
        [ExportColumns.Number] = export.Number,
        [ExportColumns.File] = export.Text,
        [StatementColumns.Currency] = currency,
        [ExportColumns.Total] = new Money(export.Total),
        [ExportColumns.Lines] = export.Count,
        [ExportColumns.Digest] = StatementJson.Digest(export.Text),
    };

    private PayrollEntry Entry(Entity row, string currency) => new()
    {
        HrId = Text(row, "worker." + WorkerColumns.HrId),
        Worker = Text(row, "worker." + WorkerColumns.Name),
        Period = code,
        Revision = row.GetAttributeValue<int>(StatementColumns.Revision),
        Currency = currency,
        Gross = Amount(row, StatementColumns.Gross),
        HeldBack = Amount(row, StatementColumns.HeldBack),
        Payable = Amount(row, StatementColumns.Payable),
        Carried = Amount(row, StatementColumns.Carried),
        Digest = row.GetAttributeValue<string>(StatementColumns.Digest) ?? "",
    };

    private static decimal Amount(Entity row, string column) => row.GetAttributeValue<Money>(column)?.Value ?? 0;

    private static string Text(Entity row, string column) => row.GetAttributeValue<AliasedValue>(column)?.Value as string ?? "";
}
