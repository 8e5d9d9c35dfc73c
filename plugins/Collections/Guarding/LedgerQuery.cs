using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>The one question that is asked of the ledger: what customers owe, have paid and promised, with all that the rules look at.</summary>
/// <remarks>
/// The joins multiply each other, so each is bounded by time: instalments of thirteen months and the next two, payments, promises and decreases of two
/// months. What is open is asked for however old it is.
/// </remarks>
internal static class LedgerQuery
{
    public const string Obligation = "obligation";
    public const string Currency = "currency";
    public const string Installment = "installment";
    public const string Payment = "payment";
    public const string Promise = "promise";
    public const string Decrease = "decrease";
    public const string Block = "block";

    private const int HistoryDays = 400;
    private const int AheadDays = 70;
    private const int RecentDays = 62;
    private const int MostRows = 5000;

    /// <summary>The ledgers of customers.</summary>
    public static QueryExpression Of(IReadOnlyCollection<Guid> customers, DateTime now) =>
        Where(ObligationParty.Fields.CustomerId, customers.Cast<object>().ToArray(), now);

    /// <summary>The ledger of one obligation, for each who is party to it.</summary>
    public static QueryExpression OfObligation(Guid obligation, DateTime now) => Where(ObligationParty.Fields.ObligationId, [obligation], now);

    private static QueryExpression Where(string column, object[] values, DateTime now)
    {
        var query = new QueryExpression(Tables.ObligationParty)
        {
            ColumnSet = new ColumnSet(ObligationParty.Fields.CustomerId, ObligationParty.Fields.Role, ObligationParty.Fields.MayBeTold),
            PageInfo = new PagingInfo { PageNumber = 1, Count = MostRows },
        };
        query.Criteria.AddCondition(column, ConditionOperator.In, values);
        query.Criteria.AddCondition(ObligationParty.Fields.StateCode, ConditionOperator.Equal, 0);
        query.AddOrder(ObligationParty.Fields.ObligationPartyId, OrderType.Ascending);

        var obligation = query.AddLink(Tables.Obligation, ObligationParty.Fields.ObligationId, Model.Obligation.Fields.ObligationId);
        obligation.EntityAlias = Obligation;
        obligation.Columns = new ColumnSet(
            Model.Obligation.Fields.ObligationId, Model.Obligation.Fields.Number, Model.Obligation.Fields.Product, Model.Obligation.Fields.Country,
            Model.Obligation.Fields.DirectDebitMandate, Model.Obligation.Fields.LedgerAsOf, Model.Obligation.Fields.Limit,
            Model.Obligation.Fields.Balance, Model.Obligation.Fields.DunningLevel);
        obligation.LinkCriteria.AddCondition(Model.Obligation.Fields.StateCode, ConditionOperator.Equal, 0);
        var currency = obligation.AddLink("transactioncurrency", Model.Obligation.Fields.TransactionCurrencyId, "transactioncurrencyid", JoinOperator.LeftOuter);
        currency.EntityAlias = Currency;
        currency.Columns = new ColumnSet("isocurrencycode");

        Installments(Left(obligation, Tables.Installment, Model.Installment.Fields.ObligationId), now);
        Payments(Left(obligation, Tables.Payment, Model.Payment.Fields.ObligationId), now);
        Promises(Left(obligation, Tables.PromiseToPay, PromiseToPay.Fields.ObligationId), now);
        Decreases(Left(obligation, Tables.CreditLimitChange, CreditLimitChange.Fields.ObligationId), now);
        Blocks(Left(obligation, Tables.CardBlock, CardBlock.Fields.ObligationId));
        return query;
    }

    private static LinkEntity Left(LinkEntity obligation, string table, string column) =>
        obligation.AddLink(table, Model.Obligation.Fields.ObligationId, column, JoinOperator.LeftOuter);

    private static void Installments(LinkEntity link, DateTime now)
    {
        link.EntityAlias = Installment;
        link.Columns = new ColumnSet(
            Model.Installment.Fields.InstallmentId, Model.Installment.Fields.Number, Model.Installment.Fields.DueDate,
            Model.Installment.Fields.EffectiveDueDate, Model.Installment.Fields.DebitDate, Model.Installment.Fields.Amount,
            Model.Installment.Fields.Paid, Model.Installment.Fields.PaidOn, Model.Installment.Fields.Kind);
        link.LinkCriteria.AddCondition(Model.Installment.Fields.DueDate, ConditionOperator.LessEqual, now.Date.AddDays(AheadDays));
        link.LinkCriteria.AddCondition(Model.Installment.Fields.StatusCode, ConditionOperator.NotEqual, (int)Installment_StatusCode.Cancelled);
        var either = link.LinkCriteria.AddFilter(LogicalOperator.Or);
        either.AddCondition(Model.Installment.Fields.StateCode, ConditionOperator.Equal, 0);
        either.AddCondition(Model.Installment.Fields.DueDate, ConditionOperator.GreaterEqual, now.Date.AddDays(-HistoryDays));
    }

    private static void Payments(LinkEntity link, DateTime now)
    {
        link.EntityAlias = Payment;
        link.Columns = new ColumnSet(
            Model.Payment.Fields.PaymentId, Model.Payment.Fields.Method, Model.Payment.Fields.StatusCode, Model.Payment.Fields.Amount,
            Model.Payment.Fields.InitiatedOn, Model.Payment.Fields.PostedOn, Model.Payment.Fields.Expires, Model.Payment.Fields.ReturnReason,
            Model.Payment.Fields.InstallmentId);
        link.LinkCriteria.FilterOperator = LogicalOperator.Or;
        link.LinkCriteria.AddCondition(Model.Payment.Fields.StatusCode, ConditionOperator.Equal, (int)Payment_StatusCode.InTransit);
        var late = link.LinkCriteria.AddFilter(LogicalOperator.And);
        late.AddCondition(Model.Payment.Fields.InitiatedOn, ConditionOperator.GreaterEqual, now.AddDays(-RecentDays));
        var kind = late.AddFilter(LogicalOperator.Or);
        kind.AddCondition(Model.Payment.Fields.Method, ConditionOperator.Equal, Choice.Of(PaymentMethod.DirectDebit).Value);
        kind.AddCondition(Model.Payment.Fields.StatusCode, ConditionOperator.In, (int)Payment_StatusCode.Returned, (int)Payment_StatusCode.Rejected);
    }

    private static void Promises(LinkEntity link, DateTime now)
    {
        link.EntityAlias = Promise;
        link.Columns = new ColumnSet(PromiseToPay.Fields.PromiseToPayId, PromiseToPay.Fields.Amount, PromiseToPay.Fields.On, PromiseToPay.Fields.StateCode);
        link.LinkCriteria.FilterOperator = LogicalOperator.Or;
        link.LinkCriteria.AddCondition(PromiseToPay.Fields.StateCode, ConditionOperator.Equal, 0);
        link.LinkCriteria.AddCondition(PromiseToPay.Fields.On, ConditionOperator.GreaterEqual, now.Date.AddDays(-RecentDays));
    }

    private static void Decreases(LinkEntity link, DateTime now)
    {
        link.EntityAlias = Decrease;
        link.Columns = new ColumnSet(
            CreditLimitChange.Fields.CreditLimitChangeId, CreditLimitChange.Fields.OldLimit, CreditLimitChange.Fields.NewLimit, CreditLimitChange.Fields.EffectiveOn);
        link.LinkCriteria.AddCondition(CreditLimitChange.Fields.EffectiveOn, ConditionOperator.GreaterEqual, now.Date.AddDays(-RecentDays));
        link.LinkCriteria.AddCondition(
            CreditLimitChange.Fields.StatusCode, ConditionOperator.In, (int)CreditLimitChange_StatusCode.Applied, (int)CreditLimitChange_StatusCode.Approved);
    }

    private static void Blocks(LinkEntity link)
    {
        link.EntityAlias = Block;
        link.Columns = new ColumnSet(CardBlock.Fields.CardBlockId);
        link.LinkCriteria.AddCondition(CardBlock.Fields.StatusCode, ConditionOperator.Equal, (int)CardBlock_StatusCode.Blocked);
    }
}
