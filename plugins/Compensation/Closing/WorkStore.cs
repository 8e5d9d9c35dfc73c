using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Reads and writes the rows of a close. A row is written over the version that was read alone: of two executions of one slice the second gives way.</summary>
internal sealed class WorkStore
{
    private const int MostOfFailure = 4000;

    private static readonly ColumnSet All = new(
        WorkColumns.Period, WorkColumns.Slice, WorkColumns.Kind, WorkColumns.Members, WorkColumns.Cursor, WorkColumns.Attempts, WorkColumns.Failure,
        WorkColumns.State, WorkColumns.Status);

    private readonly IOrganizationService service;

    public WorkStore(IOrganizationService service) => this.service = service;

    public WorkRow? Find(Guid id)
    {
        var query = new QueryExpression(PayTables.Work) { ColumnSet = All };
        query.Criteria.AddCondition(WorkColumns.Id, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.Select(row => new WorkRow(row)).FirstOrDefault();
    }

    /// <summary>The slices of a phase of a period's close, without their members.</summary>
    public IReadOnlyList<WorkRow> Slices(Guid period, ClosePhase phase)
    {
        var query = new QueryExpression(PayTables.Work) { ColumnSet = new ColumnSet(WorkColumns.Slice, WorkColumns.State, WorkColumns.Status, WorkColumns.Failure) };
        query.Criteria.AddCondition(WorkColumns.Period, ConditionOperator.Equal, period);
        query.Criteria.AddCondition(WorkColumns.Slice, ConditionOperator.GreaterEqual, phase.First);
        query.Criteria.AddCondition(WorkColumns.Slice, ConditionOperator.LessEqual, phase.Last);
        return RowReader.All(service, query).Select(row => new WorkRow(row)).ToList();
    }

    /// <summary>Creates what is not there yet; what a racer has created meanwhile is left to it.</summary>
    public void Add(IReadOnlyList<Entity> rows)
    {
        const int MostOfBatch = 200;
        for (var start = 0; start < rows.Count; start += MostOfBatch)
        {
            var batch = new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = false }, Requests = new OrganizationRequestCollection() };
            foreach (var row in rows.Skip(start).Take(MostOfBatch)) batch.Requests.Add(new CreateRequest { Target = row });
            var response = (ExecuteMultipleResponse)service.Execute(batch);
            if (response.Responses.Select(item => item.Fault).FirstOrDefault(fault => fault is not null && fault.ErrorCode is not (Fault.DuplicateKey or Fault.DuplicateRow)) is { } fault)
            {
                throw new FaultException<OrganizationServiceFault>(fault, new FaultReason(fault.Message));
            }
        }
    }

    /// <summary>Writes columns over the version that was read.</summary>
    /// <returns>The row as it is now; null where another execution was faster.</returns>
    public WorkRow? Save(WorkRow work, params KeyValuePair<string, object?>[] columns)
    {
        var row = new Entity(PayTables.Work, work.Id) { RowVersion = work.RowVersion };
        foreach (var column in columns) row[column.Key] = column.Value;
        try
        {
            service.Execute(new UpdateRequest { Target = row, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Fault.IsVersionMismatch(fault))
        {
            return null;
        }

        return Find(work.Id);
    }

    public WorkRow? Take(WorkRow work) => Save(work, Column(WorkColumns.Status, new OptionSetValue(WorkColumns.UnderWay)));

    /// <summary>Ends a slice.</summary>
    /// <param name="failures">What went wrong with whom; empty: nothing.</param>
    public WorkRow? End(WorkRow work, string failures) => Save(
        work,
        Column(WorkColumns.Failure, failures.Length <= MostOfFailure ? failures : failures.Substring(0, MostOfFailure)),
        Column(WorkColumns.State, new OptionSetValue(WorkColumns.Inactive)),
        Column(WorkColumns.Status, new OptionSetValue(failures.Length == 0 ? WorkColumns.Done : WorkColumns.Failed)));

    public static KeyValuePair<string, object?> Column(string name, object? value) => new(name, value);
}
