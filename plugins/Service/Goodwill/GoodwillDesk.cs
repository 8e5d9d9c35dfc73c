using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>Where a wish to spend is judged and, if need be, handed upward: the same for who asks and for who decides.</summary>
internal sealed class GoodwillDesk
{
    /// <summary>What a step leaves that writes grants by the rules: others are not let write them.</summary>
    public const string Mark = "crmx_goodwill";

    // nobody has more managers above him; a circle of managers ends here too
    private const int MostManagers = 10;

    private const string ReadGrants = "prvReadcrmx_GoodwillGrant";

    private readonly ApiCall call;
    private readonly GoodwillRows workers;

    public GoodwillDesk(ApiCall call, Language language)
    {
        this.call = call;
        Language = language;
        Now = call.Clock.UtcNow;
        Today = CalendarDate.Of(Now);
        Book = new GoodwillBook(call.AsSystem);
        workers = new GoodwillRows(call.AsSystem);
        call.Remember(Mark, true);
    }

    public Language Language { get; }

    public DateTime Now { get; }

    /// <summary>By UTC: limits count the same everywhere.</summary>
    public CalendarDate Today { get; }

    public GoodwillBook Book { get; }

    public ExchangeRates Rates => RateRows.Of(call);

    public InvalidPluginExecutionException Refuse(string text, params object[] facts) => new(GoodwillTexts.Write(Language, text, facts));

    public GoodwillWorker? Find(Guid worker) => workers.Find(worker);

    /// <summary>The worker who calls.</summary>
    /// <exception cref="InvalidPluginExecutionException">Nobody has the caller's user, or not today.</exception>
    public GoodwillWorker Caller() => Employed(workers.OfUser(call.CallerId, Today) ?? throw Refuse("NoWorker"));

    /// <exception cref="InvalidPluginExecutionException">He does not work for us today.</exception>
    public GoodwillWorker Employed(GoodwillWorker worker) => worker.WorksOn(Today) ? worker : throw Refuse("NotEmployed", worker.Name);

    /// <summary>Those above a worker, the nearest first.</summary>
    public IEnumerable<GoodwillWorker> Above(GoodwillWorker worker)
    {
        var seen = new HashSet<Guid> { worker.Id };
        for (var next = worker.Manager; next is { } id && seen.Add(id) && seen.Count <= MostManagers + 1;)
        {
            if (workers.Find(id) is not { } manager) yield break;

            yield return manager;
            next = manager.Manager;
        }
    }

    /// <summary>Judges a wish by a holder's limit. From here on his pool and the case are locked to the end of the transaction.</summary>
    /// <exception cref="InvalidPluginExecutionException">There is no limit or no rate to judge it by.</exception>
    public JudgedWish Judge(GoodwillWish wish, GoodwillWorker holder)
    {
        var segment = wish.Place.Customer.Segment;
        if (!holder.Limits.Knows(segment)) throw Refuse("NoLimit", holder.Job.Length > 0 ? holder.Job : holder.Name);

        var limit = holder.Limits.For(segment, wish.Currency, Rates, Today) ?? throw Refuse("NoRate", wish.Currency, holder.Limits.CurrencyFor(segment)!);
        var rate = Rates.Find(wish.Currency, limit.Currency, Today)!;
        var amount = rate.Convert(wish.Amount);
        var pool = Book.LockPool(holder, Today, limit, Now);
        Book.LockPlace(wish.Place, Now);
        var spent = Book.SpentAt(wish.Place);
        return new JudgedWish(limit, rate, amount, pool, GoodwillRule.Judge(amount, limit, new GoodwillSpending(Sum(spent, limit.Currency), pool.Granted)), spent);
    }

    /// <summary>The nearest above a worker who may say yes to it as things stand and has a user to say it with; null where nobody may.</summary>
    public GoodwillWorker? WhoMay(GoodwillWish wish, GoodwillWorker worker, IReadOnlyList<KeyValuePair<string, decimal>> spent) => Above(worker).FirstOrDefault(lead =>
        lead.WorksOn(Today)
        && lead.User is { } user
        && call.Holds(user, ReadGrants)
        && lead.Limits.For(wish.Place.Customer.Segment, wish.Currency, Rates, Today) is { } limit
        && Rates.Find(wish.Currency, limit.Currency, Today) is { } rate
        && GoodwillRule.Judge(
            rate.Convert(wish.Amount), limit, new GoodwillSpending(Sum(spent, limit.Currency), Book.SpentInMonth(lead.Id, Today, limit.Currency))).IsGranted);

    /// <summary>Gives a lead a task that says what waits for him, or what he should know. One who may not have tasks finds the grant in his view.</summary>
    public void Tell(GoodwillWorker lead, string subject, string body)
    {
        if (lead.User is not { } user || !call.Holds(user, "prvReadActivity")) return;

        call.AsSystem.Create(new Entity("task") { ["subject"] = subject, ["description"] = body, ["ownerid"] = new EntityReference(Tables.SystemUser, user) });
    }

    /// <summary>Lets a user own a grant; one who may not read grants would be refused as its owner by the platform.</summary>
    public void Own(Entity grant, Guid user)
    {
        if (call.Holds(user, ReadGrants)) grant["ownerid"] = new EntityReference(Tables.SystemUser, user);
    }

    /// <summary>Amounts of several currencies in one.</summary>
    /// <exception cref="InvalidPluginExecutionException">There is no rate for one of them.</exception>
    public decimal Sum(IEnumerable<KeyValuePair<string, decimal>> amounts, string currency) =>
        amounts.Sum(amount => (Rates.Find(amount.Key, currency, Today) ?? throw Refuse("NoRate", amount.Key, currency)).Convert(amount.Value));
}
