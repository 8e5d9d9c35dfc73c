using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>
/// How linking talks to Dataverse: in an asynchronous step many reads or writes go in one request; in a custom API, whose transaction a batch would
/// break out of, each goes by itself.
/// </summary>
internal sealed class LinkingRequests
{
    /// <summary>More requests the platform takes in no batch (ExecuteMultiple and ExecuteTransaction).</summary>
    public const int MostInBatch = 1000;

    private readonly IOrganizationService service;

    /// <param name="service">With the system's rights.</param>
    /// <param name="inTransaction">Whether it is called inside a transaction.</param>
    public LinkingRequests(IOrganizationService service, bool inTransaction)
    {
        this.service = service;
        InTransaction = inTransaction;
    }

    /// <summary>Whether all that is written commits together, and nothing is committed yet.</summary>
    public bool InTransaction { get; }

    /// <summary>Rows of each query, in the queries' order; an empty list for a query that is null.</summary>
    public IReadOnlyList<Entity>[] Read(params QueryExpression?[] queries)
    {
        var asked = queries.Where(query => query is not null).Select(query => query!).ToList();
        var answers = new Queue<EntityCollection>(asked.Count > 1 && !InTransaction ? ReadTogether(asked) : asked.Select(service.RetrieveMultiple));
        return queries.Select(query => query is null ? (IReadOnlyList<Entity>)[] : answers.Dequeue().Entities).ToArray();
    }

    /// <summary>Writes each by itself, as far as they go.</summary>
    /// <returns>The faults of those that failed.</returns>
    /// <exception cref="FaultException{OrganizationServiceFault}">In a transaction, which a fault ends: the first fault.</exception>
    public IReadOnlyList<OrganizationServiceFault> WriteEach(IReadOnlyList<OrganizationRequest> requests)
    {
        if (requests.Count == 0) return [];
        if (InTransaction)
        {
            foreach (var request in Gathered(requests)) service.Execute(request);
            return [];
        }

        var faults = new List<OrganizationServiceFault>();
        for (var done = 0; done < requests.Count; done += MostInBatch)
        {
            faults.AddRange(Together(requests.Skip(done).Take(MostInBatch).ToList(), answers: false).Where(item => item.Fault is not null).Select(item => item.Fault));
        }

        return faults;
    }

    /// <summary>Writes all or nothing.</summary>
    /// <exception cref="FaultException{OrganizationServiceFault}">One of them failed, so nothing was written.</exception>
    public void WriteTogether(IReadOnlyList<OrganizationRequest> requests)
    {
        if (requests.Count == 0) return;
        if (requests.Count == 1 || InTransaction)
        {
            foreach (var request in requests) service.Execute(request);
            return;
        }

        service.Execute(new ExecuteTransactionRequest { Requests = Collection(requests), ReturnResponses = false });
    }

    // rows that may be there already go in one message for each table: that is no batch, but one operation
    private static IEnumerable<OrganizationRequest> Gathered(IReadOnlyList<OrganizationRequest> requests)
    {
        foreach (var request in requests.Where(request => request is not UpsertRequest)) yield return request;
        foreach (var table in requests.OfType<UpsertRequest>().GroupBy(request => request.Target.LogicalName))
        {
            yield return new UpsertMultipleRequest { Targets = new EntityCollection(table.Select(request => request.Target).ToList()) { EntityName = table.Key } };
        }
    }

    private IEnumerable<EntityCollection> ReadTogether(List<QueryExpression> queries)
    {
        var items = Together(queries.Select(query => (OrganizationRequest)new RetrieveMultipleRequest { Query = query }).ToList(), answers: true);
        if (items.FirstOrDefault(item => item.Fault is not null)?.Fault is { } fault)
        {
            throw new FaultException<OrganizationServiceFault>(fault, new FaultReason(fault.Message));
        }

        return items.OrderBy(item => item.RequestIndex).Select(item => ((RetrieveMultipleResponse)item.Response).EntityCollection);
    }

    private ExecuteMultipleResponseItemCollection Together(IReadOnlyList<OrganizationRequest> requests, bool answers) =>
        ((ExecuteMultipleResponse)service.Execute(new ExecuteMultipleRequest
        {
            Requests = Collection(requests),
            Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = answers },
        })).Responses;

    private static OrganizationRequestCollection Collection(IReadOnlyList<OrganizationRequest> requests)
    {
        var collection = new OrganizationRequestCollection();
        collection.AddRange(requests);
        return collection;
    }
}
