using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>Reads and creates snapshots, and brings customers' segments up to the newest. It has no way to change a snapshot.</summary>
internal sealed class SnapshotStore
{
    private readonly IOrganizationService service;
    private readonly bool inBatches;

    /// <param name="inBatches">Whether writes may be sent together: in asynchronous steps alone.</param>
    public SnapshotStore(IOrganizationService service, bool inBatches)
    {
        this.service = service;
        this.inBatches = inBatches;
    }

    /// <summary>Snapshots of these customers from a day on.</summary>
    public ILookup<Guid, ValueSnapshot> Since(CalendarDate day, IEnumerable<Guid> customers) =>
        Pages.Naming(service, customers, ValueSnapshot.Fields.CustomerId, () =>
        {
            var query = new QueryExpression(Tables.ValueSnapshot) { ColumnSet = new ColumnSet(ValueSnapshot.Fields.CustomerId, ValueSnapshot.Fields.AsOf, ValueSnapshot.Fields.ValueSegment, ValueSnapshot.Fields.PotentialSegment) };
            query.Criteria.AddCondition(ValueSnapshot.Fields.AsOf, ConditionOperator.OnOrAfter, day.Midnight);
            return query;
        }).Select(row => row.ToEntity<ValueSnapshot>()).ToLookup(row => row.CustomerId!.Id);

    /// <summary>Days on which somebody takes one of these customers over from somebody else.</summary>
    public ILookup<Guid, CalendarDate> Handovers(CalendarDate from, CalendarDate until, IEnumerable<Guid> customers) =>
        Pages.Naming(service, customers, CreditAssignment.Fields.CustomerId, () =>
        {
            var query = new QueryExpression(Tables.CreditAssignment) { ColumnSet = new ColumnSet(CreditAssignment.Fields.CustomerId, CreditAssignment.Fields.From) };
            query.Criteria.AddCondition(CreditAssignment.Fields.From, ConditionOperator.OnOrAfter, from.Midnight);
            query.Criteria.AddCondition(CreditAssignment.Fields.From, ConditionOperator.OnOrBefore, until.Midnight);
            query.Criteria.AddCondition(CreditAssignment.Fields.TakenOverFromId, ConditionOperator.NotNull);
            return query;
        }).Select(row => row.ToEntity<CreditAssignment>()).ToLookup(row => row.CustomerId!.Id, row => CalendarDate.Of(row.From!.Value));

    /// <summary>Creates what is new; a row that a racer has created meanwhile stands as it is.</summary>
    public void Add(IReadOnlyList<ValueSnapshot> rows) => Send(rows.Select(row => (OrganizationRequest)new CreateRequest { Target = row }).ToList());

    /// <summary>Gives customers the segments of their newest snapshot, where they have others.</summary>
    public void Follow(IEnumerable<Customer> customers, ILookup<Guid, ValueSnapshot> snapshots) => Send(customers.Select(customer => Behind(customer, snapshots[customer.Id])).OfType<OrganizationRequest>().ToList());

    private static UpdateRequest? Behind(Customer customer, IEnumerable<ValueSnapshot> snapshots)
    {
        var newest = snapshots.OrderByDescending(snapshot => snapshot.AsOf).FirstOrDefault();
        if (newest is null || (newest.ValueSegment == customer.ValueSegment && newest.PotentialSegment == customer.PotentialSegment)) return null;
        return new UpdateRequest { Target = new Customer { Id = customer.Id, ValueSegment = newest.ValueSegment, PotentialSegment = newest.PotentialSegment } };
    }

    private void Send(IReadOnlyList<OrganizationRequest> requests)
    {
        if (requests.Count == 0) return;
        if (!inBatches)
        {
            foreach (var request in requests) service.Execute(request);
            return;
        }

        new SliceBatch(service).Send(requests);
    }
}
