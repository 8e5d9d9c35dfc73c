using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;
using Status = Crm.Extensions.Model.GoodwillGrant_StatusCode;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>What was wrongly taken is given back by whoever hears of it, without a limit but what was taken.</summary>
internal sealed class RedressGranting
{
    private readonly ApiCall call;
    private readonly GoodwillDesk desk;

    public RedressGranting(ApiCall call, GoodwillDesk desk)
    {
        this.call = call;
        this.desk = desk;
    }

    public GrantAnswer Grant(GoodwillRequest request, GoodwillWorker worker, GoodwillPlace place)
    {
        if (request.Taken.Length == 0 && place.Case is null) throw desk.Refuse("NameWhatWasTaken");

        // the same entry may be named with a case and without one, so the customer is what lets one go first
        desk.Book.LockCustomer(place, desk.Now);
        var rows = new TakenRows(call.AsSystem);
        var taken = rows.Of(place, request.Taken);
        if (taken.Count == 0) throw desk.Refuse(request.Taken.Length > 0 ? "NothingTaken" : "NothingTakenOnCase", request.Taken);

        var currency = request.Currency.Length > 0 ? request.Currency : taken[0].Currency;
        var wish = new GoodwillWish(request.Amount, currency, (desk.Rates.Currency(currency) ?? throw desk.Refuse("UnknownCurrency", currency)).Id, place);
        if (new GoodwillGranting(call, desk).Repeated(request, worker, wish) is { } before) return before;

        var back = rows.BookedBack(place, taken);
        var left = RedressRule.Left(
            Sum(taken, currency),
            Sum(back.Where(entry => !entry.IsRedress), currency),
            Sum(rows.GrantedBack(place, taken), currency),
            Sum(back.Where(entry => entry.IsRedress), currency));
        if (request.Amount > left) throw desk.Refuse("MoreThanTaken", wish.Say(left, currency, desk.Language), wish.Say(desk.Language));

        var rate = desk.Rates.Find(currency, taken[0].Currency, desk.Today) ?? throw desk.Refuse("NoRate", currency, taken[0].Currency);
        var grant = GrantRow.New(wish, worker, call.CallerId, GoodwillKind.Redress, request.Reason, request.Request);
        if (request.Taken.Length > 0) grant[Model.GoodwillGrant.Fields.Reverses] = request.Taken;
        GrantRow.Rated(grant, taken[0].Currency, rate.Convert(request.Amount), rate);
        GrantRow.State(grant, Status.Granted);
        desk.Own(grant, call.CallerId);
        return new GrantAnswer(
            call.AsSystem.Create(grant),
            true,
            GoodwillTexts.Write(desk.Language, "RedressGranted", wish.Say(desk.Language), place.Customer.Name, wish.Say(left - request.Amount, currency, desk.Language)),
            new GrantFile
            {
                Outcome = "redress",
                Amount = request.Amount,
                Currency = currency,
                LimitAmount = rate.Convert(request.Amount),
                LimitCurrency = taken[0].Currency,
                Rate = rate.Rate,
                RatedOn = rate.On.ToString(),
                Left = left - request.Amount,
            });
    }

    private decimal Sum(IEnumerable<TakenEntry> entries, string currency) =>
        desk.Sum(entries.Select(entry => new KeyValuePair<string, decimal>(entry.Currency, entry.Amount)), currency);
}
