using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>All that collections courtesy asks of Dataverse. Each method is one request; none asks for all columns.</summary>
internal sealed class Queries
{
    private const int MostRows = 5000;
    private const string CustomerAlias = "customer";

    /// <summary>How parties take part who are addressed: to, cc, bcc, required and optional attendees.</summary>
    private static readonly object[] Addressed = [2, 3, 4, 5, 6];

    private static readonly string[] AttemptColumns =
    [
        Model.ContactAttempt.Fields.CustomerId, Model.ContactAttempt.Fields.ActivityId, Model.ContactAttempt.Fields.Number,
        Model.ContactAttempt.Fields.At, Model.ContactAttempt.Fields.Channel, Model.ContactAttempt.Fields.Purpose,
        Model.ContactAttempt.Fields.Outgoing, Model.ContactAttempt.Fields.Attempted, Model.ContactAttempt.Fields.Delivered,
        Model.ContactAttempt.Fields.Answered, Model.ContactAttempt.Fields.Conversation, Model.ContactAttempt.Fields.Decision,
        Model.ContactAttempt.Fields.Mode, Model.ContactAttempt.Fields.NextAllowedAt, Model.ContactAttempt.Fields.Slot, Model.ContactAttempt.Fields.WeekSlot, Model.ContactAttempt.Fields.StateCode,
        Model.ContactAttempt.Fields.ObligationId,
    ];

    private readonly IOrganizationService service;

    public Queries(IOrganizationService service) => this.service = service;

    /// <summary>Customers by their ids, with all that hangs on them. One request, unless they fill more than a page.</summary>
    public IReadOnlyList<CustomerRecord> Customers(IReadOnlyCollection<Guid> ids)
    {
        var query = new QueryExpression(Tables.Customer) { ColumnSet = CustomerRows.Columns, PageInfo = new PagingInfo { PageNumber = 1, Count = MostRows } };
        query.Criteria.AddCondition(Customer.Fields.CustomerId, ConditionOperator.In, ids.Cast<object>().ToArray());
        query.AddOrder(Customer.Fields.CustomerId, OrderType.Ascending);
        CustomerRows.Join((table, column) => query.AddLink(table, Customer.Fields.CustomerId, column, JoinOperator.LeftOuter));
        var rows = new List<Entity>();
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            rows.AddRange(page.Entities);
            if (!page.MoreRecords) return CustomerRows.Read(rows, "");

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>The customers that contacts, accounts or leads (one of these tables) are, with all that hangs on them.</summary>
    /// <param name="known">Gets the ids of those that are customers.</param>
    public IReadOnlyList<CustomerRecord> CustomersBehind(string table, IReadOnlyCollection<Guid> ids, ISet<Guid> known)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(table + "id", ConditionOperator.In, ids.Cast<object>().ToArray());
        var customer = query.AddLink(Tables.Customer, ContactColumns.Customer, Customer.Fields.CustomerId);
        customer.EntityAlias = CustomerAlias;
        customer.Columns = CustomerRows.Columns;
        CustomerRows.Join((linked, column) => customer.AddLink(linked, Customer.Fields.CustomerId, column, JoinOperator.LeftOuter));
        var rows = service.RetrieveMultiple(query).Entities;
        known.UnionWith(rows.Select(row => row.Id));
        return CustomerRows.Read(rows, CustomerAlias + ".");
    }

    /// <summary>To whom a saved activity is addressed: rows of activityparty, some of which may name nobody but an address.</summary>
    public IReadOnlyList<Entity> PartiesOf(Guid activity)
    {
        var query = new QueryExpression(Tables.ActivityParty) { ColumnSet = new ColumnSet(ActivityParty.Fields.PartyId, ActivityParty.Fields.AddressUsed) };
        query.Criteria.AddCondition(ActivityParty.Fields.ActivityId, ConditionOperator.Equal, activity);
        query.Criteria.AddCondition(ActivityParty.Fields.ParticipationTypeMask, ConditionOperator.In, Addressed);
        return [.. service.RetrieveMultiple(query).Entities];
    }

    /// <summary>The ledgers of customers. One request, unless they fill more than a page.</summary>
    public LedgerRows Ledger(IReadOnlyCollection<Guid> customers, DateTime now) => Read(LedgerQuery.Of(customers, now));

    /// <summary>The ledger of one obligation; null where nobody is party to it.</summary>
    public ObligationLedger? LedgerOf(Guid obligation, DateTime now) => Read(LedgerQuery.OfObligation(obligation, now)).Any();

    private LedgerRows Read(QueryExpression query)
    {
        var ledger = new LedgerRows();
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            ledger.Take(page.Entities);
            if (!page.MoreRecords) return ledger;

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>Attempts to reach the customers in a stretch of time (both ends UTC), and those of the activity whenever they were.</summary>
    public IReadOnlyList<AttemptRecord> Attempts(IReadOnlyCollection<Guid> customers, DateTime fromUtc, DateTime toUtc, Guid activity)
    {
        var query = NewestAttempts();
        query.Criteria.AddCondition(Model.ContactAttempt.Fields.CustomerId, ConditionOperator.In, customers.Cast<object>().ToArray());
        var when = query.Criteria.AddFilter(LogicalOperator.Or);
        var between = when.AddFilter(LogicalOperator.And);
        between.AddCondition(Model.ContactAttempt.Fields.At, ConditionOperator.GreaterEqual, fromUtc);
        between.AddCondition(Model.ContactAttempt.Fields.At, ConditionOperator.LessEqual, toUtc);
        if (activity != Guid.Empty) when.AddCondition(Model.ContactAttempt.Fields.ActivityId, ConditionOperator.Equal, Text(activity));
        return service.RetrieveMultiple(query).Entities.Select(ReadAttempt).ToList();
    }

    /// <summary>The attempts that an activity stands for.</summary>
    public IReadOnlyList<AttemptRecord> AttemptsOf(Guid activity)
    {
        var query = NewestAttempts();
        query.Criteria.AddCondition(Model.ContactAttempt.Fields.ActivityId, ConditionOperator.Equal, Text(activity));
        return service.RetrieveMultiple(query).Entities.Select(ReadAttempt).ToList();
    }

    /// <summary>What is still to be made of contacts with customers, the soonest first.</summary>
    public IReadOnlyList<QueuedContact> Queued(IReadOnlyCollection<Guid> customers, int most)
    {
        var query = new QueryExpression(Tables.ContactAttempt)
        {
            ColumnSet = new ColumnSet(
                Model.ContactAttempt.Fields.ActivityId, Model.ContactAttempt.Fields.ActivityType, Model.ContactAttempt.Fields.Purpose,
                Model.ContactAttempt.Fields.ObligationId, Model.ContactAttempt.Fields.At, Model.ContactAttempt.Fields.Decision, Model.ContactAttempt.Fields.Mode),
            TopCount = most,
        };
        query.Criteria.AddCondition(Model.ContactAttempt.Fields.CustomerId, ConditionOperator.In, customers.Cast<object>().ToArray());
        query.Criteria.AddCondition(Model.ContactAttempt.Fields.StateCode, ConditionOperator.Equal, 0);
        query.Criteria.AddCondition(Model.ContactAttempt.Fields.Outgoing, ConditionOperator.Equal, true);
        query.Criteria.AddCondition(Model.ContactAttempt.Fields.Attempted, ConditionOperator.Equal, false);
        query.AddOrder(Model.ContactAttempt.Fields.At, OrderType.Ascending);
        var customer = query.AddLink(Tables.Customer, Model.ContactAttempt.Fields.CustomerId, Customer.Fields.CustomerId);
        customer.EntityAlias = CustomerAlias;
        customer.Columns = new ColumnSet(Customer.Fields.Country);
        return [.. service.RetrieveMultiple(query).Entities.Select(ReadQueued).OfType<QueuedContact>()];
    }

    /// <summary>The customers who are party to an obligation.</summary>
    public IReadOnlyCollection<Guid> PartiesTo(Guid obligation)
    {
        var query = new QueryExpression(Tables.ObligationParty) { ColumnSet = new ColumnSet(ObligationParty.Fields.CustomerId) };
        query.Criteria.AddCondition(ObligationParty.Fields.ObligationId, ConditionOperator.Equal, obligation);
        query.Criteria.AddCondition(ObligationParty.Fields.StateCode, ConditionOperator.Equal, 0);
        return [.. service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<EntityReference>(ObligationParty.Fields.CustomerId)).OfType<EntityReference>().Select(customer => customer.Id)];
    }

    /// <summary>An id as crmx_activityid has it.</summary>
    public static string Text(Guid activity) => activity == Guid.Empty ? "" : activity.ToString("D", CultureInfo.InvariantCulture);

    private static QueryExpression NewestAttempts()
    {
        var query = new QueryExpression(Tables.ContactAttempt)
        {
            ColumnSet = new ColumnSet(AttemptColumns),
            PageInfo = new PagingInfo { PageNumber = 1, Count = MostRows },
        };
        query.AddOrder(Model.ContactAttempt.Fields.At, OrderType.Descending);
        return query;
    }

    private static AttemptRecord ReadAttempt(Entity row)
    {
        var attempt = row.ToEntity<Model.ContactAttempt>();
        var decision = Choice.Read<Decision>(Value(row, Model.ContactAttempt.Fields.Decision));
        var mode = Choice.Read<RuleMode>(Value(row, Model.ContactAttempt.Fields.Mode));
        return new AttemptRecord(
            row.Id,
            attempt.CustomerId?.Id ?? Guid.Empty,
            attempt.ActivityId ?? "",
            attempt.Number ?? 0,
            decision,
            mode,
            attempt.NextAllowedAt is { } next ? DateTime.SpecifyKind(next, DateTimeKind.Utc) : null,
            new ContactAttempt(
                attempt.At is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : DateTime.MinValue,
                Choice.Read<Channel>(Value(row, Model.ContactAttempt.Fields.Channel)) ?? Channel.PhoneCall,
                Choice.Read<Purpose>(Value(row, Model.ContactAttempt.Fields.Purpose)) ?? Purpose.Collection,
                AttemptRecord.IsStopOf(decision, mode) ? ContactReach.NotMade : ReachOf(row, attempt))
            {
                Outgoing = attempt.Outgoing ?? true,
                ActivityId = attempt.ActivityId ?? "",
                Slot = attempt.Slot ?? "",
                WeekSlot = attempt.WeekSlot ?? "",
                ObligationKey = attempt.ObligationId is { } obligation ? Text(obligation.Id) : null,
            });
    }

    private static QueuedContact? ReadQueued(Entity row)
    {
        var attempt = row.ToEntity<Model.ContactAttempt>();
        var stopped = AttemptRecord.IsStopOf(
            Choice.Read<Decision>(Value(row, Model.ContactAttempt.Fields.Decision)), Choice.Read<RuleMode>(Value(row, Model.ContactAttempt.Fields.Mode)));
        return stopped || attempt.ActivityType is not { Length: > 0 } table || !Guid.TryParse(attempt.ActivityId, out var activity) ? null : new QueuedContact(
            row.Id,
            activity,
            table,
            Choice.Read<Purpose>(Value(row, Model.ContactAttempt.Fields.Purpose)) ?? Purpose.Collection,
            attempt.ObligationId is { } obligation ? Text(obligation.Id) : null,
            attempt.At is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : DateTime.MinValue,
            Value(row, CustomerAlias + "." + Customer.Fields.Country) as string ?? "");
    }

    private static ContactReach ReachOf(Entity row, Model.ContactAttempt attempt) =>
        attempt.Conversation == true ? ContactReach.Conversation
        : attempt.Answered == true ? ContactReach.Answered
        : attempt.Delivered == true ? ContactReach.Delivered
        : attempt.Attempted == true ? ContactReach.Attempted
        : row.GetAttributeValue<OptionSetValue>(Model.ContactAttempt.Fields.StateCode)?.Value is null or 0 ? ContactReach.Planned
        : ContactReach.NotMade;

    private static object? Value(Entity row, string column) => CustomerRows.Column(row, column);
}
