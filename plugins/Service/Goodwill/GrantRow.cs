using System;
using System.Globalization;
using Crm.Extensions.Collections;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.GoodwillGrant.Fields;
using Status = Crm.Extensions.Model.GoodwillGrant_StatusCode;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>A grant as a row.</summary>
internal static class GrantRow
{
    /// <summary>What every grant says.</summary>
    /// <param name="grantedBy">The user who asked, for himself or for a worker without a user.</param>
    public static Entity New(GoodwillWish wish, GoodwillWorker worker, Guid grantedBy, GoodwillKind kind, string reason, string request)
    {
        var row = new Entity(Tables.GoodwillGrant)
        {
            // no name in it: it is read by more people than know the customer
            [Fields.Name] = string.Format(CultureInfo.InvariantCulture, "{0} {1:0.00} · {2}", wish.Currency, wish.Amount, wish.Place.Day),
            [Fields.CustomerId] = new EntityReference(Tables.Customer, wish.Place.Customer.Id),
            [Fields.WorkerId] = new EntityReference(Tables.Worker, worker.Id),
            [Fields.GrantedById] = new EntityReference(Tables.SystemUser, grantedBy),
            [Fields.Amount] = new Money(wish.Amount),
            ["transactioncurrencyid"] = new EntityReference("transactioncurrency", wish.CurrencyRow),
            [Fields.Kind] = Choice.Of(kind),
            [Fields.Reason] = reason,
            [Fields.Request] = request.Length > 0 ? request : Guid.NewGuid().ToString("N"),
        };
        if (wish.Place.Case is { } id) row[Fields.CaseId] = new EntityReference(Tables.Incident, id);
        return row;
    }

    /// <summary>By which limit and at which rate it was judged.</summary>
    public static void Judged(Entity row, JudgedWish judged)
    {
        Rated(row, judged.Limit.Currency, judged.InLimit, judged.Rate);
        if (judged.Ruling.IsGranted) row[Fields.PoolId] = new EntityReference(Tables.GoodwillPool, judged.Pool.Id);
    }

    public static void Rated(Entity row, string currency, decimal amount, ConversionRate rate)
    {
        row[Fields.LimitCurrency] = currency;
        row[Fields.LimitAmount] = amount;
        row[Fields.Rate] = rate.Rate;
        row[Fields.RatedOn] = rate.On.Midnight;
    }

    public static void State(Entity row, Status status)
    {
        row[Fields.StateCode] = new OptionSetValue(status is Status.Paid or Status.Refused ? 1 : 0);
        row[Fields.StatusCode] = new OptionSetValue((int)status);
    }

    public static Status StatusOf(Entity row) => (Status)(row.GetAttributeValue<OptionSetValue>(Fields.StatusCode)?.Value ?? (int)Status.Granted);

    /// <summary>The calendar day (UTC) on which it was asked for.</summary>
    public static CalendarDate DayOf(Entity row) => CalendarDate.Of(row.GetAttributeValue<DateTime>(Fields.CreatedOn));
}
