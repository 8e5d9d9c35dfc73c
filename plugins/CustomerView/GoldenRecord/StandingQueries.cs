using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.GoldenRecord;

/// <summary>Delinquency, restriction and last contact of customers, from obligations, holds and attempts. Each public method is one request.</summary>
internal sealed class StandingQueries
{
    private const int FirstOption = 574840000;
    private const string PartyAlias = "party";

    /// <summary>Who must pay: the debtor and the co-debtor.</summary>
    private static readonly object[] Payers = [(int)PartyRole.Debtor, (int)PartyRole.CoDebtor];

    private readonly IOrganizationService service;

    public StandingQueries(IOrganizationService service) => this.service = service;

    /// <summary>The columns that are kept up to date.</summary>
    public static string[] Columns => [Customer.Fields.Delinquency, Customer.Fields.Restriction, Customer.Fields.LastContact];

    /// <summary>Adds to a change of the customer what stands otherwise in the row; makes the change where there was none.</summary>
    /// <param name="now">UTC.</param>
    public Entity? AddTo(Entity? change, Entity row, DateTime now)
    {
        change = With(change, row, Customer.Fields.Delinquency, Delinquency(row));
        change = With(change, row, Customer.Fields.Restriction, Restrictions.Of(HoldKinds(row.Id, now), row.GetAttributeValue<string>(Customer.Fields.Restriction)));
        var last = LastContact(row.Id);
        return last is null ? change : With(change, row, Customer.Fields.LastContact, last);
    }

    /// <summary>The class of the worst of what the customer must pay, as a column's value.</summary>
    public OptionSetValue? Delinquency(Entity customer)
    {
        var before = customer.GetAttributeValue<OptionSetValue>(Customer.Fields.Delinquency);
        var now = Delinquencies.Of(DaysPastDue(customer.Id), before is null ? null : (Delinquency)(before.Value - FirstOption));
        return now is null ? null : new OptionSetValue((int)now.Value + FirstOption);
    }

    /// <summary>Kinds of the holds in force that name the customer, or an obligation that the customer must pay.</summary>
    public IReadOnlyList<int> HoldKinds(Guid customer, DateTime now)
    {
        var query = new QueryExpression(Tables.ContactHold) { ColumnSet = new ColumnSet(ContactHold.Fields.Kind, ContactHold.Fields.From, ContactHold.Fields.Until), Distinct = true };
        query.Criteria.AddCondition(ContactHold.Fields.StateCode, ConditionOperator.Equal, 0);
        var whose = query.Criteria.AddFilter(LogicalOperator.Or);
        whose.AddCondition(ContactHold.Fields.CustomerId, ConditionOperator.Equal, customer);
        whose.AddCondition(PartyAlias, ObligationParty.Fields.CustomerId, ConditionOperator.Equal, customer);
        var party = query.AddLink(Tables.ObligationParty, ContactHold.Fields.ObligationId, ObligationParty.Fields.ObligationId, JoinOperator.LeftOuter);
        party.EntityAlias = PartyAlias;
        party.LinkCriteria.AddCondition(ObligationParty.Fields.CustomerId, ConditionOperator.Equal, customer);
        return [.. service.RetrieveMultiple(query).Entities
            .Where(row => !(row.GetAttributeValue<DateTime?>(ContactHold.Fields.From) > now) && !(row.GetAttributeValue<DateTime?>(ContactHold.Fields.Until)?.AddDays(1) <= now))
            .Select(row => (row.GetAttributeValue<OptionSetValue>(ContactHold.Fields.Kind)?.Value ?? -1) - FirstOption)];
    }

    /// <summary>When the customer was last spoken or written to, or spoke or wrote: contacts that were stopped or are still planned don't count.</summary>
    public DateTime? LastContact(Guid customer)
    {
        var query = new QueryExpression(Tables.ContactAttempt) { ColumnSet = new ColumnSet(ContactAttempt.Fields.At), TopCount = 1 };
        query.Criteria.AddCondition(ContactAttempt.Fields.CustomerId, ConditionOperator.Equal, customer);
        query.Criteria.AddCondition(ContactAttempt.Fields.Attempted, ConditionOperator.Equal, true);
        query.AddOrder(ContactAttempt.Fields.At, OrderType.Descending);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<DateTime?>(ContactAttempt.Fields.At);
    }

    /// <summary>Who must pay an obligation.</summary>
    public IReadOnlyList<Guid> PayersOf(Guid obligation)
    {
        var query = new QueryExpression(Tables.ObligationParty) { ColumnSet = new ColumnSet(ObligationParty.Fields.CustomerId) };
        query.Criteria.AddCondition(ObligationParty.Fields.ObligationId, ConditionOperator.Equal, obligation);
        query.Criteria.AddCondition(ObligationParty.Fields.Role, ConditionOperator.In, Payers);
        query.Criteria.AddCondition(ObligationParty.Fields.StateCode, ConditionOperator.Equal, 0);
        return [.. service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<EntityReference>(ObligationParty.Fields.CustomerId)).OfType<EntityReference>().Select(customer => customer.Id).Distinct()];
    }

    private IReadOnlyList<int> DaysPastDue(Guid customer)
    {
        var query = new QueryExpression(Tables.Obligation) { ColumnSet = new ColumnSet(Obligation.Fields.DaysPastDue) };
        query.Criteria.AddCondition(Obligation.Fields.StateCode, ConditionOperator.Equal, 0);
        var party = query.AddLink(Tables.ObligationParty, Obligation.Fields.ObligationId, ObligationParty.Fields.ObligationId);
        party.LinkCriteria.AddCondition(ObligationParty.Fields.CustomerId, ConditionOperator.Equal, customer);
        party.LinkCriteria.AddCondition(ObligationParty.Fields.Role, ConditionOperator.In, Payers);
        party.LinkCriteria.AddCondition(ObligationParty.Fields.StateCode, ConditionOperator.Equal, 0);
        return [.. service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<int?>(Obligation.Fields.DaysPastDue)).OfType<int>()];
    }

    private static Entity? With(Entity? change, Entity row, string column, object? value)
    {
        if (Equals(value, row.Attributes.TryGetValue(column, out var now) ? now : null)) return change;

        change ??= new Entity(row.LogicalName, row.Id);
        change[column] = value;
        return change;
    }
}
