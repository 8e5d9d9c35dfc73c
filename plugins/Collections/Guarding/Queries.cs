using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>All that collections courtesy asks of Dataverse. Each method is one request; none asks for all columns.</summary>
internal sealed class Queries
{
    private const int MostRows = 5000;
    private const string ConsentAlias = "consent";
    private const string CustomerAlias = "customer";

    /// <summary>How parties take part who are addressed: to, cc, bcc, required and optional attendees.</summary>
    private static readonly object[] Addressed = [2, 3, 4, 5, 6];

    private static readonly IReadOnlyList<string> PartyTables = [Tables.Contact, Tables.Account, Tables.Lead];

    private static readonly string[] CustomerColumns =
        [Customer.Fields.CustomerId, Customer.Fields.Country, Customer.Fields.StateOrProvince, Customer.Fields.TimeZone];

    private static readonly string[] ConsentColumns =
    [
        Model.Consent.Fields.ConsentId, Model.Consent.Fields.Kind, Model.Consent.Fields.Channel, Model.Consent.Fields.Purpose,
        Model.Consent.Fields.WindowFrom, Model.Consent.Fields.WindowTo, Model.Consent.Fields.SignedOn, Model.Consent.Fields.ContractSignedOn,
        Model.Consent.Fields.From, Model.Consent.Fields.Until,
    ];

    private static readonly string[] AttemptColumns =
    [
        Model.ContactAttempt.Fields.CustomerId, Model.ContactAttempt.Fields.ActivityId, Model.ContactAttempt.Fields.Number,
        Model.ContactAttempt.Fields.At, Model.ContactAttempt.Fields.Channel, Model.ContactAttempt.Fields.Purpose,
        Model.ContactAttempt.Fields.Outgoing, Model.ContactAttempt.Fields.Attempted, Model.ContactAttempt.Fields.Delivered,
        Model.ContactAttempt.Fields.Answered, Model.ContactAttempt.Fields.Conversation, Model.ContactAttempt.Fields.Decision,
        Model.ContactAttempt.Fields.Mode, Model.ContactAttempt.Fields.NextAllowedAt, Model.ContactAttempt.Fields.Slot, Model.ContactAttempt.Fields.WeekSlot, Model.ContactAttempt.Fields.StateCode,
    ];

    private readonly IOrganizationService service;

    public Queries(IOrganizationService service) => this.service = service;

    /// <summary>Customers by their ids, with their consents.</summary>
    public IReadOnlyList<CustomerRecord> Customers(IReadOnlyCollection<Guid> ids)
    {
        var query = new QueryExpression(Tables.Customer) { ColumnSet = new ColumnSet(CustomerColumns) };
        query.Criteria.AddCondition(Customer.Fields.CustomerId, ConditionOperator.In, ids.Cast<object>().ToArray());
        AddConsents(query.AddLink(Tables.Consent, Customer.Fields.CustomerId, Model.Consent.Fields.CustomerId, JoinOperator.LeftOuter), ConsentAlias);
        return Read(service.RetrieveMultiple(query), [""], [ConsentAlias]);
    }

    /// <summary>The customers that contacts, accounts or leads (one of these tables) are, with their consents.</summary>
    public IReadOnlyList<CustomerRecord> CustomersBehind(string table, IReadOnlyCollection<Guid> ids)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(table + "id", ConditionOperator.In, ids.Cast<object>().ToArray());
        var customer = query.AddLink(Tables.Customer, ContactColumns.Customer, Customer.Fields.CustomerId);
        customer.EntityAlias = CustomerAlias;
        customer.Columns = new ColumnSet(CustomerColumns);
        AddConsents(customer.AddLink(Tables.Consent, Customer.Fields.CustomerId, Model.Consent.Fields.CustomerId, JoinOperator.LeftOuter), ConsentAlias);
        return Read(service.RetrieveMultiple(query), [CustomerAlias + "."], [ConsentAlias]);
    }

    /// <summary>The customers to whom a saved activity is addressed, whichever table stands for them, with their consents.</summary>
    public IReadOnlyList<CustomerRecord> CustomersAddressedBy(Guid activity)
    {
        var query = new QueryExpression(Tables.ActivityParty) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(ActivityParty.Fields.ActivityId, ConditionOperator.Equal, activity);
        query.Criteria.AddCondition(ActivityParty.Fields.ParticipationTypeMask, ConditionOperator.In, Addressed);
        foreach (var table in PartyTables)
        {
            var party = query.AddLink(table, ActivityParty.Fields.PartyId, table + "id", JoinOperator.LeftOuter);
            party.EntityAlias = table;
            var customer = party.AddLink(Tables.Customer, ContactColumns.Customer, Customer.Fields.CustomerId, JoinOperator.LeftOuter);
            customer.EntityAlias = CustomerAlias + table;
            customer.Columns = new ColumnSet(CustomerColumns);
            AddConsents(
                customer.AddLink(Tables.Consent, Customer.Fields.CustomerId, Model.Consent.Fields.CustomerId, JoinOperator.LeftOuter), ConsentAlias + table);
        }

        return Read(
            service.RetrieveMultiple(query),
            PartyTables.Select(table => CustomerAlias + table + ".").ToArray(),
            PartyTables.Select(table => ConsentAlias + table).ToArray());
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

    private static void AddConsents(LinkEntity consents, string alias)
    {
        consents.EntityAlias = alias;
        consents.Columns = new ColumnSet(ConsentColumns);
        consents.LinkCriteria.AddCondition(Model.Consent.Fields.StateCode, ConditionOperator.Equal, 0);
    }

    // a join repeats the customer for each consent, and the activity's parties may repeat both
    private static List<CustomerRecord> Read(EntityCollection rows, string[] customers, string[] consents)
    {
        var found = new Dictionary<Guid, CustomerRecord>();
        var seen = new HashSet<Guid>();
        foreach (var row in rows.Entities)
        {
            for (var branch = 0; branch < customers.Length; branch++)
            {
                if (Value(row, customers[branch] + Customer.Fields.CustomerId) is not Guid id) continue;
                if (!found.TryGetValue(id, out var customer)) found[id] = customer = ReadCustomer(row, id, customers[branch]);
                if (Value(row, consents[branch] + "." + Model.Consent.Fields.ConsentId) is Guid consent && seen.Add(consent)
                    && ReadConsent(row, consents[branch] + ".") is { } given)
                {
                    ((List<Consent>)customer.Consents).Add(given);
                }
            }
        }

        return found.Values.ToList();
    }

    private static CustomerRecord ReadCustomer(Entity row, Guid id, string prefix) => new(
        id,
        Value(row, prefix + Customer.Fields.Country) as string ?? "",
        Value(row, prefix + Customer.Fields.StateOrProvince) as string ?? "",
        Value(row, prefix + Customer.Fields.TimeZone) as int?,
        new List<Consent>());

    private static Consent? ReadConsent(Entity row, string prefix)
    {
        if (Choice.Read<ConsentKind>(Value(row, prefix + Model.Consent.Fields.Kind)) is not { } kind) return null;

        var hours = (Value(row, prefix + Model.Consent.Fields.WindowFrom) as string) + "-" + (Value(row, prefix + Model.Consent.Fields.WindowTo) as string);
        return new Consent(
            kind,
            Choice.Read<Channel>(Value(row, prefix + Model.Consent.Fields.Channel)),
            Choice.Read<Purpose>(Value(row, prefix + Model.Consent.Fields.Purpose)))
        {
            Window = DayWindow.TryParse(hours, out var window) ? window : null,
            SignedOn = Day(row, prefix + Model.Consent.Fields.SignedOn),
            ContractSignedOn = Day(row, prefix + Model.Consent.Fields.ContractSignedOn),
            From = Day(row, prefix + Model.Consent.Fields.From),
            Until = Day(row, prefix + Model.Consent.Fields.Until),
        };
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
            });
    }

    private static ContactReach ReachOf(Entity row, Model.ContactAttempt attempt) =>
        attempt.Conversation == true ? ContactReach.Conversation
        : attempt.Answered == true ? ContactReach.Answered
        : attempt.Delivered == true ? ContactReach.Delivered
        : attempt.Attempted == true ? ContactReach.Attempted
        : row.GetAttributeValue<OptionSetValue>(Model.ContactAttempt.Fields.StateCode)?.Value is null or 0 ? ContactReach.Planned
        : ContactReach.NotMade;

    private static object? Value(Entity row, string column) =>
        row.Attributes.TryGetValue(column, out var value) ? value is AliasedValue aliased ? aliased.Value : value : null;

    private static CalendarDate? Day(Entity row, string column) => Value(row, column) is DateTime day ? CalendarDate.Of(day) : null;
}
