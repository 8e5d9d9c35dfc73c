using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>
/// Calculates the statements of a slice's workers: their facts are read together, and each worker's writes are sent together, in order, so that an
/// interruption leaves at most one statement half written, which the repetition completes.
/// </summary>
internal sealed class StatementSlice
{
    /// <summary>Requests of one message; well below the platform's 1,000.</summary>
    private const int MostOfBatch = 200;

    private readonly ClosingDesk desk;

    public StatementSlice(ClosingDesk desk) => this.desk = desk;

    /// <summary>Works worker by worker.</summary>
    /// <param name="failures">Whom no statement could be calculated for, and why, is added here: the others are not held up.</param>
    public IEnumerable<int> Work(Guid period, IReadOnlyList<Guid> workers, ICollection<string> failures)
    {
        if (workers.Count == 0) yield break;

        var book = new StatementBook(desk.Execution, desk.Service);
        var facts = book.Read(period, workers);
        foreach (var worker in workers)
        {
            Settle(book, facts, worker, failures);
            yield return 1;
        }
    }

    private void Settle(StatementBook book, ClosingFacts facts, Guid worker, ICollection<string> failures)
    {
        try
        {
            Send(book.Settle(facts, worker, desk.Execution.Language).Requests);
        }
        catch (InvalidPluginExecutionException refusal)
        {
            failures.Add(refusal.Message);
        }
    }

    private void Send(IReadOnlyList<OrganizationRequest> requests)
    {
        for (var start = 0; start < requests.Count; start += MostOfBatch)
        {
            var batch = new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings { ContinueOnError = false, ReturnResponses = false }, Requests = new OrganizationRequestCollection() };
            foreach (var request in requests.Skip(start).Take(MostOfBatch)) batch.Requests.Add(request);
            var response = (ExecuteMultipleResponse)desk.Service.Execute(batch);
            if (response.Responses.Select(item => item.Fault).FirstOrDefault(fault => fault is not null) is not { } fault) continue;

            // a racer has written the same statement at the same moment: it says the same
            if (fault.ErrorCode is Fault.DuplicateKey or Fault.DuplicateRow) return;

            throw new FaultException<OrganizationServiceFault>(fault, new FaultReason(fault.Message));
        }
    }
}
