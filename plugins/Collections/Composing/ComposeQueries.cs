using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>What the text of a contact is made of. Each method is one request.</summary>
internal sealed class ComposeQueries
{
    public const string ObligationAlias = "obligation";
    public const string CurrencyAlias = "currency";

    private readonly IOrganizationService service;

    public ComposeQueries(IOrganizationService service) => this.service = service;

    public Entity Customer(Guid id) => service.Retrieve(Tables.Customer, id, new ColumnSet(
        Model.Customer.Fields.Name, Model.Customer.Fields.PreferredName, Model.Customer.Fields.Title, Model.Customer.Fields.Kind, Model.Customer.Fields.Country,
        Model.Customer.Fields.TimeZone, Model.Customer.Fields.Language, Model.Customer.Fields.FormOfAddress, Model.Customer.Fields.Email, Model.Customer.Fields.EmailKind));

    /// <summary>The obligations that the customer is bound by and may be told of, at most two; those of one obligation where it is named.</summary>
    public IReadOnlyList<Entity> Obligations(Guid customer, Guid obligation)
    {
        var query = new QueryExpression(Tables.ObligationParty) { ColumnSet = new ColumnSet(ObligationParty.Fields.Role), TopCount = 2 };
        query.Criteria.AddCondition(ObligationParty.Fields.CustomerId, ConditionOperator.Equal, customer);
        query.Criteria.AddCondition(ObligationParty.Fields.StateCode, ConditionOperator.Equal, 0);
        var told = query.Criteria.AddFilter(LogicalOperator.Or);
        told.AddCondition(ObligationParty.Fields.MayBeTold, ConditionOperator.Null);
        told.AddCondition(ObligationParty.Fields.MayBeTold, ConditionOperator.Equal, true);
        var bound = query.Criteria.AddFilter(LogicalOperator.Or);
        bound.AddCondition(ObligationParty.Fields.Role, ConditionOperator.Null);
        bound.AddCondition(ObligationParty.Fields.Role, ConditionOperator.NotEqual, Choice.Of(PartyRole.Reference).Value);
        if (obligation != Guid.Empty) query.Criteria.AddCondition(ObligationParty.Fields.ObligationId, ConditionOperator.Equal, obligation);
        var link = query.AddLink(Tables.Obligation, ObligationParty.Fields.ObligationId, Obligation.Fields.ObligationId);
        link.EntityAlias = ObligationAlias;
        link.Columns = new ColumnSet(
            Obligation.Fields.ObligationId, Obligation.Fields.Number, Obligation.Fields.Product, Obligation.Fields.DunningLevel, Obligation.Fields.ContractSignedOn, Obligation.Fields.DirectDebitMandate);
        var currency = link.AddLink("transactioncurrency", "transactioncurrencyid", "transactioncurrencyid", JoinOperator.LeftOuter);
        currency.EntityAlias = CurrencyAlias;
        currency.Columns = new ColumnSet("isocurrencycode");
        return service.RetrieveMultiple(query).Entities;
    }

    public Entity? OpenPromise(Guid obligation) => First(
        Tables.PromiseToPay, PromiseToPay.Fields.On, PromiseToPay.Fields.ObligationId, obligation, active: true, PromiseToPay.Fields.Amount, PromiseToPay.Fields.On);

    public Entity? LatestLimitChange(Guid obligation) => First(
        Tables.CreditLimitChange, CreditLimitChange.Fields.EffectiveOn, CreditLimitChange.Fields.ObligationId, obligation, active: true,
        CreditLimitChange.Fields.OldLimit, CreditLimitChange.Fields.NewLimit, CreditLimitChange.Fields.EffectiveOn, CreditLimitChange.Fields.ReasonText);

    public Entity? LatestBlock(Guid obligation) => First(
        Tables.CardBlock, CardBlock.Fields.From, CardBlock.Fields.ObligationId, obligation, active: true, CardBlock.Fields.From, CardBlock.Fields.ReasonText);

    public Entity? NextTrip(Guid customer) => First(
        Tables.TravelNotice, Model.TravelNotice.Fields.Until, Model.TravelNotice.Fields.CustomerId, customer, active: true,
        Model.TravelNotice.Fields.From, Model.TravelNotice.Fields.Until, Model.TravelNotice.Fields.Countries);

    public Entity Agent(Guid user) => service.Retrieve(Tables.SystemUser, user, new ColumnSet("fullname"));

    private Entity? First(string table, string order, string column, Guid id, bool active, params string[] columns)
    {
        var query = Newest(table, order, OrderType.Descending, 1, columns);
        query.Criteria.AddCondition(column, ConditionOperator.Equal, id);
        if (active) query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private static QueryExpression Newest(string table, string order, OrderType direction, int most, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns), TopCount = most };
        query.AddOrder(order, direction);
        return query;
    }
}
