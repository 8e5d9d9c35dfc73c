using System;
using System.Collections.Generic;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Status = Crm.Extensions.Model.GoodwillGrant_StatusCode;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>Money to put things right: at once within the worker's limit, else upward to who can say yes.</summary>
internal sealed class GoodwillGranting
{
    private readonly ApiCall call;
    private readonly GoodwillDesk desk;

    public GoodwillGranting(ApiCall call, GoodwillDesk desk)
    {
        this.call = call;
        this.desk = desk;
    }

    public GrantAnswer Grant(GoodwillRequest request, GoodwillWorker worker, GoodwillPlace place)
    {
        var currency = request.Currency.Length > 0 ? request.Currency : worker.Limits.CurrencyFor(place.Customer.Segment) ?? throw desk.Refuse("NoLimit", worker.Job.Length > 0 ? worker.Job : worker.Name);
        var row = desk.Rates.Currency(currency) ?? throw desk.Refuse("UnknownCurrency", currency);
        var wish = new GoodwillWish(request.Amount, currency, row.Id, place);
        var judged = desk.Judge(wish, worker);

        // only now: who asks the same a second time has waited for the first to end
        if (Repeated(request, worker, wish) is { } before) return before;

        var grant = GrantRow.New(wish, worker, call.CallerId, GoodwillKind.Goodwill, request.Reason, request.Request);
        GrantRow.Judged(grant, judged);
        return judged.Ruling.IsGranted ? Give(wish, judged, worker, grant) : Ask(wish, judged, worker, grant);
    }

    /// <summary>The answer to a request that was made before; null where it is a new one.</summary>
    /// <exception cref="InvalidPluginExecutionException">The same key was used for another wish.</exception>
    public GrantAnswer? Repeated(GoodwillRequest request, GoodwillWorker worker, GoodwillWish wish)
    {
        if (request.Request.Length == 0 || desk.Book.OfRequest(request.Request) is not { } row) return null;

        var same = row.GetAttributeValue<EntityReference>(Model.GoodwillGrant.Fields.WorkerId)?.Id == worker.Id
            && row.GetAttributeValue<Money>(Model.GoodwillGrant.Fields.Amount)?.Value == request.Amount
            && Choice.Read<GoodwillKind>(row.GetAttributeValue<OptionSetValue>(Model.GoodwillGrant.Fields.Kind)) == request.Kind
            && row.GetAttributeValue<EntityReference>(Model.GoodwillGrant.Fields.CustomerId)?.Id is { } customer && Contains(wish.Place.Customer.Ids, customer);
        if (!same) throw desk.Refuse("RequestTaken", request.Request);

        var status = GrantRow.StatusOf(row);
        return new GrantAnswer(
            row.Id,
            status is Status.Granted or Status.Paid,
            Say("Repeated." + status, wish.Say(desk.Language)),
            new GrantFile { Outcome = "repeated", Amount = wish.Amount, Currency = wish.Currency });
    }

    private GrantAnswer Give(GoodwillWish wish, JudgedWish judged, GoodwillWorker worker, Entity grant)
    {
        GrantRow.State(grant, Status.Granted);
        desk.Own(grant, call.CallerId);
        var id = call.AsSystem.Create(grant);
        desk.Book.AddTo(judged.Pool, judged.InLimit);
        return new GrantAnswer(id, true, GrantWords.Granted(desk, wish, judged) + Alert(wish, judged, worker), GrantFile.Of(wish, judged));
    }

    // of the top segment nobody is refused for want of a pool: but whoever leads should know
    private string Alert(GoodwillWish wish, JudgedWish judged, GoodwillWorker worker)
    {
        if (judged.Ruling.Outcome != GoodwillOutcome.GrantedWithAlert) return "";
        if (worker.Manager is not { } above || desk.Find(above) is not { } lead) return " " + Say("MonthPassed");

        desk.Tell(
            lead,
            Say("AlertSubject", worker.Name),
            Say("AlertBody", worker.Name, wish.Say(desk.Language), wish.Say(judged.Pool.Granted + judged.InLimit, judged.Limit.Currency, desk.Language), wish.Say(judged.Limit.PerMonth!.Value, judged.Limit.Currency, desk.Language)));
        return " " + Say("MonthPassedTold", lead.Name);
    }

    private GrantAnswer Ask(GoodwillWish wish, JudgedWish judged, GoodwillWorker worker, Entity grant)
    {
        var left = GrantWords.Left(desk, wish, judged);
        var lead = desk.WhoMay(wish, worker, judged.Spent) ?? throw desk.Refuse("NobodyMay", wish.Say(desk.Language), left);
        GrantRow.State(grant, Status.AwaitingADecision);
        desk.Own(grant, lead.User!.Value);
        var id = call.AsSystem.Create(grant);
        desk.Tell(lead, Say("AskSubject", worker.Name), Say("AskBody", worker.Name, wish.Say(desk.Language), left, id.ToString("D")));
        var details = GrantFile.Of(wish, judged);
        details.WaitsFor = lead.Id.ToString("D");
        return new GrantAnswer(id, false, Say("Waiting", wish.Say(desk.Language), left, lead.Name), details);
    }

    private string Say(string text, params object[] facts) => GoodwillTexts.Write(desk.Language, text, facts);

    private static bool Contains(IReadOnlyList<Guid> ids, Guid id)
    {
        foreach (var one in ids)
        {
            if (one == id) return true;
        }

        return false;
    }
}
