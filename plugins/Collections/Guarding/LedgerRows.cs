using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Puts ledgers together out of the rows that <see cref="LedgerQuery"/> answers, in which everything stands repeatedly.</summary>
internal sealed class LedgerRows
{
    private readonly Dictionary<Guid, Dictionary<Guid, Gathered>> byCustomer = [];

    /// <summary>The ledgers of a customer, by number; none where nothing is on record.</summary>
    public IReadOnlyList<ObligationLedger> Of(CustomerRecord customer) =>
    [
        .. byCustomer.Where(known => customer.Is(known.Key))
            .SelectMany(known => known.Value.Values)
            .Select(ledger => ledger.Whole())
            .GroupBy(ledger => ledger.Key, StringComparer.Ordinal)
            .Select(same => same.First())
            .OrderBy(ledger => ledger.Number, StringComparer.Ordinal),
    ];

    /// <summary>A ledger of whoever is party to it; null where nobody is.</summary>
    public ObligationLedger? Any() => byCustomer.Values.SelectMany(ledgers => ledgers.Values).FirstOrDefault()?.Whole();

    public void Take(IEnumerable<Entity> rows)
    {
        foreach (var row in rows)
        {
            if (row.GetAttributeValue<EntityReference>(ObligationParty.Fields.CustomerId)?.Id is not { } customer) continue;
            if (Value(row, LedgerQuery.Obligation, Obligation.Fields.ObligationId) is not Guid obligation) continue;
            if (!byCustomer.TryGetValue(customer, out var ledgers)) byCustomer[customer] = ledgers = [];
            if (!ledgers.TryGetValue(obligation, out var ledger)) ledgers[obligation] = ledger = new Gathered(Head(row, obligation));
            ledger.Take(row);
        }
    }

    private static ObligationLedger Head(Entity row, Guid obligation)
    {
        object? Of(string column) => Value(row, LedgerQuery.Obligation, column);
        return new ObligationLedger
        {
            Key = Queries.Text(obligation),
            Number = Of(Obligation.Fields.Number) as string ?? "",
            Product = Of(Obligation.Fields.Product) as string ?? "",
            Country = (Of(Obligation.Fields.Country) as string ?? "").Trim(),
            Currency = Value(row, LedgerQuery.Currency, "isocurrencycode") as string ?? "",
            Role = Choice.Read<PartyRole>(row.GetAttributeValue<OptionSetValue>(ObligationParty.Fields.Role)) ?? PartyRole.Debtor,
            MayBeTold = row.GetAttributeValue<bool?>(ObligationParty.Fields.MayBeTold) ?? true,
            HasMandate = Of(Obligation.Fields.DirectDebitMandate) is string { Length: > 0 },
            AsOfUtc = Utc(Of(Obligation.Fields.LedgerAsOf)),
            Limit = (Of(Obligation.Fields.Limit) as Money)?.Value,
            Balance = (Of(Obligation.Fields.Balance) as Money)?.Value,
            DunningLevel = Of(Obligation.Fields.DunningLevel) as int? ?? 0,
        };
    }

    private static InstallmentLine? Line(Entity row)
    {
        object? Of(string column) => Value(row, LedgerQuery.Installment, column);
        return Date(Of(Installment.Fields.DueDate)) is not { } due ? null : new InstallmentLine(
            Of(Installment.Fields.Number) as int? ?? 0,
            due,
            Date(Of(Installment.Fields.EffectiveDueDate)),
            Date(Of(Installment.Fields.DebitDate)),
            (Of(Installment.Fields.Amount) as Money)?.Value ?? 0,
            (Of(Installment.Fields.Paid) as Money)?.Value ?? 0,
            Date(Of(Installment.Fields.PaidOn)))
        {
            Kind = Choice.Read<InstallmentKind>(Of(Installment.Fields.Kind)) ?? InstallmentKind.Installment,
        };
    }

    private static PaymentLine Payment(Entity row)
    {
        object? Of(string column) => Value(row, LedgerQuery.Payment, column);
        return new PaymentLine(
            Choice.Read<PaymentMethod>(Of(Model.Payment.Fields.Method)) ?? PaymentMethod.Other,
            StateOf((Of(Model.Payment.Fields.StatusCode) as OptionSetValue)?.Value),
            (Of(Model.Payment.Fields.Amount) as Money)?.Value ?? 0,
            Utc(Of(Model.Payment.Fields.InitiatedOn)),
            Utc(Of(Model.Payment.Fields.PostedOn)),
            Utc(Of(Model.Payment.Fields.Expires)))
        {
            Returned = Choice.Read<ReturnReason>(Of(Model.Payment.Fields.ReturnReason)),
        };
    }

    private static PaymentState StateOf(int? status) => status switch
    {
        (int)Payment_StatusCode.Posted => PaymentState.Posted,
        (int)Payment_StatusCode.Rejected => PaymentState.Rejected,
        (int)Payment_StatusCode.Returned => PaymentState.Returned,
        (int)Payment_StatusCode.Refunded => PaymentState.Refunded,
        _ => PaymentState.InTransit,
    };

    private static object? Value(Entity row, string alias, string column) => CustomerRows.Column(row, alias + "." + column);

    private static CalendarDate? Date(object? value) => value is DateTime day ? CalendarDate.Of(day) : null;

    private static DateTime? Utc(object? value) => value is DateTime instant ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : null;

    /// <summary>One obligation, as the rows of the join tell of it.</summary>
    private sealed class Gathered(ObligationLedger head)
    {
        private readonly Dictionary<Guid, InstallmentLine> installments = [];
        private readonly Dictionary<Guid, PaymentLine> payments = [];
        private readonly Dictionary<Guid, Guid> paymentsFor = [];
        private readonly Dictionary<Guid, PromiseLine> promises = [];
        private readonly Dictionary<Guid, CalendarDate> decreases = [];
        private bool blocked;

        public void Take(Entity row)
        {
            if (Value(row, LedgerQuery.Installment, Installment.Fields.InstallmentId) is Guid installment && !installments.ContainsKey(installment) && Line(row) is { } line)
            {
                installments.Add(installment, line);
            }

            if (Value(row, LedgerQuery.Payment, Model.Payment.Fields.PaymentId) is Guid payment && !payments.ContainsKey(payment))
            {
                payments.Add(payment, Payment(row));
                if (Value(row, LedgerQuery.Payment, Model.Payment.Fields.InstallmentId) is EntityReference paid) paymentsFor.Add(payment, paid.Id);
            }

            if (Value(row, LedgerQuery.Promise, PromiseToPay.Fields.PromiseToPayId) is Guid promise && Date(Value(row, LedgerQuery.Promise, PromiseToPay.Fields.On)) is { } on)
            {
                promises[promise] = new PromiseLine(
                    (Value(row, LedgerQuery.Promise, PromiseToPay.Fields.Amount) as Money)?.Value ?? 0,
                    on,
                    (Value(row, LedgerQuery.Promise, PromiseToPay.Fields.StateCode) as OptionSetValue)?.Value is null or 0);
            }

            if (Value(row, LedgerQuery.Decrease, CreditLimitChange.Fields.CreditLimitChangeId) is Guid change && IsDecrease(row)
                && Date(Value(row, LedgerQuery.Decrease, CreditLimitChange.Fields.EffectiveOn)) is { } effective)
            {
                decreases[change] = effective;
            }

            blocked |= Value(row, LedgerQuery.Block, CardBlock.Fields.CardBlockId) is Guid;
        }

        public ObligationLedger Whole() => head with
        {
            Installments = [.. installments.Values.OrderBy(line => line.DueDate).ThenBy(line => line.Number)],
            Payments = [.. payments.Select(payment => payment.Value with { InstallmentNumber = NumberOf(payment.Key) })],
            Promises = [.. promises.Values],
            LimitDecreases = [.. decreases.Values],
            IsBlocked = blocked,
        };

        private int? NumberOf(Guid payment) =>
            paymentsFor.TryGetValue(payment, out var installment) && installments.TryGetValue(installment, out var line) ? line.Number : null;

        private static bool IsDecrease(Entity row) =>
            (Value(row, LedgerQuery.Decrease, CreditLimitChange.Fields.NewLimit) as Money)?.Value
            < (Value(row, LedgerQuery.Decrease, CreditLimitChange.Fields.OldLimit) as Money)?.Value;
    }
}
