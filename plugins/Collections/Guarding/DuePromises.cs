using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>Promises whose day has passed: kept where what was paid since they were made covers them, broken where it does not and nothing is on its way.</summary>
/// <remarks>A promise keeps demands back only until its day and its settlement have passed, whether or not this has run.</remarks>
internal static class DuePromises
{
    private const string PaymentAlias = "payment";
    private const string ObligationAlias = "obligation";

    /// <summary>Bank days that a transfer made on the last day may take.</summary>
    private const int GraceDays = 3;

    /// <summary>Ends so many promises at most. Two requests and one for each.</summary>
    /// <returns>How many were ended.</returns>
    public static int End(IOrganizationService system, CourtesyConfiguration configuration, DateTime now, int most)
    {
        var ended = 0;
        foreach (var promise in Read(system, now).GroupBy(row => row.Id).Take(most))
        {
            if (Outcome([.. promise], configuration, now) is not { } outcome) continue;

            system.Update(new Entity(Tables.PromiseToPay, promise.Key)
            {
                [PromiseToPay.Fields.StateCode] = new OptionSetValue((int)PromiseToPay_StateCode.Inactive),
                [PromiseToPay.Fields.StatusCode] = new OptionSetValue((int)outcome),
            });
            ended++;
        }

        return ended;
    }

    private static IEnumerable<Entity> Read(IOrganizationService system, DateTime now)
    {
        var query = new QueryExpression(Tables.PromiseToPay)
        {
            ColumnSet = new ColumnSet(PromiseToPay.Fields.Amount, PromiseToPay.Fields.On, PromiseToPay.Fields.CreatedOn),
            PageInfo = new PagingInfo { PageNumber = 1, Count = 1000 },
        };
        query.Criteria.AddCondition(PromiseToPay.Fields.StateCode, ConditionOperator.Equal, 0);
        query.Criteria.AddCondition(PromiseToPay.Fields.On, ConditionOperator.LessThan, now.Date);
        query.AddOrder(PromiseToPay.Fields.On, OrderType.Ascending);
        var obligation = query.AddLink(Tables.Obligation, PromiseToPay.Fields.ObligationId, Obligation.Fields.ObligationId);
        obligation.EntityAlias = ObligationAlias;
        obligation.Columns = new ColumnSet(Obligation.Fields.Country);
        var payment = obligation.AddLink(Tables.Payment, Obligation.Fields.ObligationId, Payment.Fields.ObligationId, JoinOperator.LeftOuter);
        payment.EntityAlias = PaymentAlias;
        payment.Columns = new ColumnSet(Payment.Fields.PaymentId, Payment.Fields.Amount, Payment.Fields.InitiatedOn, Payment.Fields.PostedOn, Payment.Fields.StatusCode);
        payment.LinkCriteria.AddCondition(Payment.Fields.StatusCode, ConditionOperator.In, (int)Payment_StatusCode.InTransit, (int)Payment_StatusCode.Posted);
        return system.RetrieveMultiple(query).Entities;
    }

    private static PromiseToPay_StatusCode? Outcome(IReadOnlyList<Entity> rows, CourtesyConfiguration configuration, DateTime now)
    {
        var promise = rows[0].ToEntity<PromiseToPay>();
        if (promise.On is not { } on || promise.Amount is not { } amount) return null;

        var made = (promise.CreatedOn ?? DateTime.MinValue).AddDays(-1);
        var since = rows.Where(row => (When(row) ?? DateTime.MinValue) >= made).ToList();
        var posted = Sum(since, Payment_StatusCode.Posted);
        if (posted >= amount.Value) return PromiseToPay_StatusCode.Kept;
        if (posted + Sum(since, Payment_StatusCode.InTransit) >= amount.Value) return null;

        var country = CustomerRows.Column(rows[0], ObligationAlias + "." + Obligation.Fields.Country) as string;
        var days = CountryPacks.Find(string.IsNullOrWhiteSpace(country) ? configuration.DefaultCountry : country) is { } pack
            ? BankDays.Of(pack).Add(CalendarDate.Of(on), GraceDays)
            : CalendarDate.Of(on).AddDays(GraceDays + 2);
        return days < CalendarDate.Of(now) ? PromiseToPay_StatusCode.Broken : null;
    }

    private static decimal Sum(List<Entity> rows, Payment_StatusCode status) => rows
        .Where(row => (CustomerRows.Column(row, PaymentAlias + "." + Payment.Fields.StatusCode) as OptionSetValue)?.Value == (int)status)
        .Sum(row => (CustomerRows.Column(row, PaymentAlias + "." + Payment.Fields.Amount) as Money)?.Value ?? 0);

    private static DateTime? When(Entity row) =>
        (CustomerRows.Column(row, PaymentAlias + "." + Payment.Fields.InitiatedOn) ?? CustomerRows.Column(row, PaymentAlias + "." + Payment.Fields.PostedOn)) as DateTime?;
}
