using System;
using System.Linq;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.GoodwillGrant.Fields;
using Status = Crm.Extensions.Model.GoodwillGrant_StatusCode;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>The yes or no of somebody above the worker who asked.</summary>
internal sealed class GoodwillDeciding
{
    private const int ShortestReason = 5;
    private const int MostReason = 2000;

    private readonly ApiCall call;
    private readonly GoodwillDesk desk;

    public GoodwillDeciding(ApiCall call, GoodwillDesk desk)
    {
        this.call = call;
        this.desk = desk;
    }

    public GrantAnswer Decide(Guid id, bool approve, string reason)
    {
        if (!approve && reason.Count(char.IsLetterOrDigit) < ShortestReason) throw desk.Refuse("ReasonNeeded", ShortestReason);
        if (reason.Length > MostReason) throw desk.Refuse("TooLong", "Reason", MostReason);

        // written first, so that of two who decide in the same second the later reads what the earlier has said
        call.AsSystem.Update(new Entity(Tables.GoodwillGrant, id) { [Fields.DecidedOn] = desk.Now });
        var row = call.AsSystem.Retrieve(Tables.GoodwillGrant, id, new ColumnSet(
            Fields.CustomerId, Fields.CaseId, Fields.WorkerId, Fields.Amount, Fields.Reason, Fields.StatusCode, Fields.CreatedOn, "transactioncurrencyid"));
        if (GrantRow.StatusOf(row) != Status.AwaitingADecision) throw desk.Refuse("AlreadyDecided", GoodwillTexts.Write(desk.Language, "Status." + GrantRow.StatusOf(row)));

        var decider = desk.Caller();
        var worker = desk.Find(row.GetAttributeValue<EntityReference>(Fields.WorkerId).Id)!;
        if (worker.Id == decider.Id || worker.User == call.CallerId) throw desk.Refuse("NotOneself");
        if (desk.Above(worker).All(above => above.Id != decider.Id)) throw desk.Refuse("NotAbove", worker.Name);

        var wish = WishOf(row);
        return approve ? Approve(row, wish, decider, reason) : Refuse(row, wish, reason);
    }

    private GrantAnswer Approve(Entity row, GoodwillWish wish, GoodwillWorker decider, string reason)
    {
        var judged = desk.Judge(wish, decider);
        if (!judged.Ruling.IsGranted) throw desk.Refuse("BeyondDecider", wish.Say(desk.Language), GrantWords.Left(desk, wish, judged));

        var change = Decided(row, reason, Status.Granted);
        GrantRow.Judged(change, judged);
        call.AsSystem.Update(change);
        desk.Book.AddTo(judged.Pool, judged.InLimit);
        return new GrantAnswer(row.Id, true, GrantWords.Granted(desk, wish, judged), GrantFile.Of(wish, judged));
    }

    private GrantAnswer Refuse(Entity row, GoodwillWish wish, string reason)
    {
        call.AsSystem.Update(Decided(row, reason, Status.Refused));
        return new GrantAnswer(
            row.Id,
            false,
            GoodwillTexts.Write(desk.Language, "Declined", wish.Say(desk.Language), wish.Place.Customer.Name),
            new GrantFile { Outcome = "declined", Amount = wish.Amount, Currency = wish.Currency });
    }

    private Entity Decided(Entity row, string reason, Status status)
    {
        var change = new Entity(Tables.GoodwillGrant, row.Id)
        {
            [Fields.DecidedById] = new EntityReference(Tables.SystemUser, call.CallerId),
            [Fields.DecidedOn] = desk.Now,
        };
        if (reason.Length > 0)
        {
            var both = row.GetAttributeValue<string>(Fields.Reason) + "\n" + GoodwillTexts.Write(desk.Language, "Status." + status) + ": " + reason;
            change[Fields.Reason] = both.Length <= MostReason ? both : both.Substring(0, MostReason);
        }

        GrantRow.State(change, status);
        return change;
    }

    // the day is that of the wish: who decides next morning decides about yesterday's limit
    private GoodwillWish WishOf(Entity row)
    {
        var customer = GoodwillCustomer.Read(call.AsSystem, row.GetAttributeValue<EntityReference>(Fields.CustomerId).Id);
        var code = desk.Rates.CodeOf(row.GetAttributeValue<EntityReference>("transactioncurrencyid").Id) ?? throw desk.Refuse("UnknownCurrency", "?");
        return new GoodwillWish(
            row.GetAttributeValue<Money>(Fields.Amount).Value,
            code,
            row.GetAttributeValue<EntityReference>("transactioncurrencyid").Id,
            new GoodwillPlace(customer, row.GetAttributeValue<EntityReference>(Fields.CaseId)?.Id, GrantRow.DayOf(row)));
    }
}
