using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>What is overdue on one obligation, by the same rules that decide whether it may be demanded.</summary>
internal sealed class CardArrears
{
    private const int RecentDays = 62;

    private readonly IOrganizationService service;
    private readonly CardQueries queries;

    public CardArrears(IOrganizationService service, CardQueries queries)
    {
        this.service = service;
        this.queries = queries;
    }

    /// <summary>Null where the ledger is older than the last bank close, or nobody knows how old it is: it bears nothing out.</summary>
    public OverdueFigures? Of(CardRecord card, CountryPack pack, DateTime now)
    {
        if (card.LedgerAsOfUtc is not { } known || known < BankDays.LastCloseBefore(now, pack)) return null;

        var ledger = new ObligationLedger
        {
            Key = Queries.Text(card.Id),
            Number = card.Number,
            Currency = card.Currency,
            HasMandate = card.HasMandate,
            AsOfUtc = known,
            Installments = queries.Installments(card.Id),
            Payments = Payments(card.Id, now),
            Promises = Promises(card.Id),
        };
        var arrears = Arrears.Of(ledger, Disputes(card.Id), new LedgerTerms(pack, [pack.Clocks[0]]), now, now);
        return new OverdueFigures(arrears.Overdue, arrears.Demandable, arrears.DaysPastDue);
    }

    private List<PaymentLine> Payments(Guid obligation, DateTime now)
    {
        var query = Open(Tables.Payment, Payment.Fields.ObligationId, obligation);
        query.ColumnSet = new ColumnSet(
            Payment.Fields.Method, Payment.Fields.StatusCode, Payment.Fields.Amount, Payment.Fields.InitiatedOn, Payment.Fields.PostedOn, Payment.Fields.Expires,
            Payment.Fields.ReturnReason);
        var recent = query.Criteria.AddFilter(LogicalOperator.Or);
        recent.AddCondition(Payment.Fields.StatusCode, ConditionOperator.Equal, (int)Payment_StatusCode.InTransit);
        recent.AddCondition(Payment.Fields.InitiatedOn, ConditionOperator.GreaterEqual, now.AddDays(-RecentDays));
        var installment = query.AddLink(Tables.Installment, Payment.Fields.InstallmentId, Installment.Fields.InstallmentId, JoinOperator.LeftOuter);
        installment.EntityAlias = "installment";
        installment.Columns = new ColumnSet(Installment.Fields.Number);
        return service.RetrieveMultiple(query).Entities.Select(row => new PaymentLine(
            Choice.Read<PaymentMethod>(row.GetAttributeValue<OptionSetValue>(Payment.Fields.Method)) ?? PaymentMethod.Other,
            StateOf(row.GetAttributeValue<OptionSetValue>(Payment.Fields.StatusCode)?.Value),
            row.GetAttributeValue<Money>(Payment.Fields.Amount)?.Value ?? 0,
            Utc(row, Payment.Fields.InitiatedOn),
            Utc(row, Payment.Fields.PostedOn),
            Utc(row, Payment.Fields.Expires))
        {
            Returned = Choice.Read<ReturnReason>(row.GetAttributeValue<OptionSetValue>(Payment.Fields.ReturnReason)),
            InstallmentNumber = row.GetAttributeValue<AliasedValue>("installment." + Installment.Fields.Number)?.Value as int?,
        }).ToList();
    }

    private List<PromiseLine> Promises(Guid obligation)
    {
        var query = Open(Tables.PromiseToPay, PromiseToPay.Fields.ObligationId, obligation);
        query.ColumnSet = new ColumnSet(PromiseToPay.Fields.Amount, PromiseToPay.Fields.On);
        query.Criteria.AddCondition(PromiseToPay.Fields.StateCode, ConditionOperator.Equal, 0);
        return service.RetrieveMultiple(query).Entities
            .Select(row => row.ToEntity<PromiseToPay>())
            .Where(row => row.On is not null)
            .Select(row => new PromiseLine(row.Amount?.Value ?? 0, CalendarDate.Of(row.On!.Value), IsOpen: true))
            .ToList();
    }

    private List<ContactHold> Disputes(Guid obligation)
    {
        var query = Open(Tables.ContactHold, Model.ContactHold.Fields.ObligationId, obligation);
        query.ColumnSet = new ColumnSet(Model.ContactHold.Fields.Amount, Model.ContactHold.Fields.From, Model.ContactHold.Fields.Until);
        query.Criteria.AddCondition(Model.ContactHold.Fields.StateCode, ConditionOperator.Equal, 0);
        query.Criteria.AddCondition(Model.ContactHold.Fields.Kind, ConditionOperator.Equal, Choice.Of(HoldKind.DisputedAmount).Value);
        return service.RetrieveMultiple(query).Entities.Select(row => new ContactHold(
            HoldKind.DisputedAmount,
            Queries.Text(obligation),
            row.GetAttributeValue<Money>(Model.ContactHold.Fields.Amount)?.Value,
            Day(row, Model.ContactHold.Fields.From),
            Day(row, Model.ContactHold.Fields.Until))).ToList();
    }

    private static QueryExpression Open(string table, string column, Guid obligation)
    {
        var query = new QueryExpression(table);
        query.Criteria.AddCondition(column, ConditionOperator.Equal, obligation);
        return query;
    }

    private static PaymentState StateOf(int? status) => status switch
    {
        (int)Payment_StatusCode.Posted => PaymentState.Posted,
        (int)Payment_StatusCode.Rejected => PaymentState.Rejected,
        (int)Payment_StatusCode.Returned => PaymentState.Returned,
        (int)Payment_StatusCode.Refunded => PaymentState.Refunded,
        _ => PaymentState.InTransit,
    };

    private static DateTime? Utc(Entity row, string column) =>
        row.GetAttributeValue<DateTime?>(column) is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : null;

    private static CalendarDate? Day(Entity row, string column) =>
        row.GetAttributeValue<DateTime?>(column) is { } day ? CalendarDate.Of(day) : null;
}
