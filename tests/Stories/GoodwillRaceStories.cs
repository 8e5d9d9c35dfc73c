using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Concurrency;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.GoodwillHouse;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A hundred who ask in the same second: all their requests interleaved one by one, out of the managed zip.</summary>
public sealed class GoodwillRaceStories
{
    private const int Crowd = 100;

    [Fact]
    public void A_hundred_who_draw_on_one_pool_in_the_same_second_get_what_it_holds_and_no_more()
    {
        using var house = new GoodwillHouse();

        var sessions = OnOnePool(house);

        Assert.All(sessions, session => Assert.Equal(SessionState.Done, session.State));
        Assert.Equal(500m, Sum(house.Granted()));
        Assert.Equal(500m, house.Pool(house.Ana));
        Assert.Equal(Crowd, house.Grants().Count); // what was beyond it waits for the lead; nothing was lost
    }

    [Fact]
    public void A_hundred_who_put_right_one_case_in_the_same_second_spend_its_limit_and_no_more()
    {
        using var house = new GoodwillHouse();
        var guest = house.Customer("Grace Guest", 0);
        var complaint = house.Case(guest);

        var sessions = OnOneCase(house, guest, complaint);

        Assert.All(sessions, session => Assert.Equal(SessionState.Done, session.State));
        Assert.Equal(1950m, Sum(house.Granted())); // thirteen of them
    }

    /// <summary>The stories above are worth something only if they fail where the rows that are written first are nobody's: the lock is then no lock.</summary>
    [Fact]
    public void Without_the_lock_on_the_pool_a_hundred_would_draw_more_than_it_holds()
    {
        using var house = new GoodwillHouse();
        house.AsAna.Execute(Grant(house.Customer("The first", 2), 1m));
        house.Tenant.Dataverse.RegisterStep<LockSomethingElse>("Update", "crmx_goodwillpool", 10);

        Assert.All(OnOnePool(house), session => Assert.Equal("", session.Failure?.Message ?? ""));

        Assert.True(Sum(house.Granted()) > 500m);
    }

    [Fact]
    public void Without_the_lock_on_the_customer_a_hundred_would_spend_more_than_his_day_allows()
    {
        using var house = new GoodwillHouse();
        var guest = house.Customer("Grace Guest", 0);
        house.Tenant.Dataverse.RegisterStep<LockSomethingElse>("Update", "crmx_customer", 10);

        Assert.All(OnOneCase(house, guest, null), session => Assert.Equal("", session.Failure?.Message ?? ""));

        Assert.True(Sum(house.Granted()) > 2000m, "granted: " + Sum(house.Granted()));
    }

    [Property(MaxTest = 5, Arbitrary = [typeof(Rushes)])]
    public bool No_hard_limit_is_passed_whoever_asks_for_what_in_whatever_order(Rush rush)
    {
        ArgumentNullException.ThrowIfNull(rush);
        using var house = new GoodwillHouse();
        int[] segments = [0, 1, 2, 3];
        var guests = segments.Select(segment => house.Customer("Guest " + segment, segment)).ToList();
        var cases = guests.Select(guest => house.Case(guest)).ToList();
        var sessions = rush.Wishes
            .Select((wish, number) => house.Tenant.Dataverse.Sessions.Start(
                "wish " + number,
                service => service.Execute(Grant(guests[wish.Guest], wish.Cents / 100m, wish.OnCase ? cases[wish.Guest] : null, more: wish.ForBeto ? [("WorkerId", house.Beto)] : [])),
                wish.ForBeto || wish.ByLuis ? house.LuisUser : house.AnaUser))
            .ToList();
        foreach (var turn in rush.Turns)
        {
            var ready = sessions.Where(session => session.State == SessionState.Ready).ToList();
            if (ready.Count > 0) ready[turn % ready.Count].Step();
        }

        Finish(sessions);
        return sessions.All(session => session.State is SessionState.Done or SessionState.Failed) && Holds(house, guests);
    }

    private static bool Holds(GoodwillHouse house, IReadOnlyList<Guid> guests)
    {
        decimal[] perCase = [5000, 1000, 500, 200]; // Luis may spend more than Ana and Beto on the same case
        decimal[] perCaseOfOthers = [2000, 300, 100, 50];
        decimal[] perMonth = [10_000, 1000, 500, 200];
        var granted = house.Granted();
        var isCaseKept = granted.GroupBy(grant => (Guest: Of(grant, "crmx_customerid"), About: Of(grant, "crmx_caseid"))).All(place =>
        {
            var segment = guests.ToList().FindIndex(guest => guest == place.Key.Guest);
            return Sum(place) <= perCase[segment] && place.Where(grant => Of(grant, "crmx_workerid") != house.Luis).Sum(Amount) <= perCaseOfOthers[segment];
        });
        var isMonthKept = granted.GroupBy(grant => Of(grant, "crmx_workerid")).All(worker =>
            house.Pool(worker.Key!.Value) == Sum(worker)
            && Enumerable.Range(1, 3).All(segment =>
                worker.Where(grant => Of(grant, "crmx_customerid") == guests[segment]).Sum(Amount) <= perMonth[segment] * (worker.Key == house.Luis ? 10 : 1)));
        return isCaseKept && isMonthKept;
    }

    private static List<Session> OnOnePool(GoodwillHouse house)
    {
        var guests = Enumerable.Range(0, Crowd).Select(number => house.Customer("Guest " + number, 2)).ToList();
        return Together(house, guests.Select(guest => Grant(guest, 10m)));
    }

    private static List<Session> OnOneCase(GoodwillHouse house, Guid guest, Guid? complaint)
    {
        var workers = Enumerable.Range(0, 10)
            .Select(number => house.Worker("Bellboy " + number, house.FrontDesk, house.Luis))
            .ToList();
        return Together(house, Enumerable.Range(0, Crowd).Select(number => Grant(guest, 150m, complaint, more: ("WorkerId", workers[number % workers.Count]))), house.LuisUser);
    }

    // each makes one request in turn, so that all have read before anybody has written
    private static List<Session> Together(GoodwillHouse house, IEnumerable<OrganizationRequest> wishes, Guid? user = null)
    {
        var sessions = wishes.Select((wish, number) => house.Tenant.Dataverse.Sessions.Start("wish " + number, service => service.Execute(wish), user ?? house.AnaUser)).ToList();
        Finish(sessions);
        return sessions;
    }

    private static void Finish(IReadOnlyList<Session> sessions)
    {
        while (sessions.Any(session => session.State == SessionState.Ready))
        {
            foreach (var session in sessions.Where(session => session.State == SessionState.Ready)) session.Step();
        }
    }

    private static Guid? Of(Entity grant, string column) => grant.GetAttributeValue<EntityReference>(column)?.Id;

    private static decimal Amount(Entity grant) => grant.GetAttributeValue<decimal>("crmx_limitamount");

    private static decimal Sum(IEnumerable<Entity> grants) => grants.Sum(Amount);

    /// <summary>Somebody asks for something.</summary>
    public sealed record Wish(int Guest, int Cents, bool OnCase, bool ForBeto, bool ByLuis);

    /// <summary>Wishes, and whose request goes next.</summary>
    public sealed record Rush(IReadOnlyList<Wish> Wishes, IReadOnlyList<int> Turns);

    /// <summary>Draws rushes.</summary>
    public static class Rushes
    {
        public static Arbitrary<Rush> Rush() => Arb.From(
            from wishes in Gen.ArrayOf(
                from guest in Gen.Choose(0, 3)
                from cents in Gen.Choose(1, 30_000)
                from onCase in Gen.Elements(true, false)
                from beto in Gen.Elements(true, false)
                from luis in Gen.Elements(true, false)
                select new Wish(guest, cents, onCase, beto, luis), 24)
            from turns in Gen.ArrayOf(Gen.Choose(0, 1000), 400)
            select new Rush(wishes, turns));
    }

    /// <summary>Takes the protection out: what a grant writes first to be alone with the row is written on another row that nobody reads.</summary>
    public sealed class LockSomethingElse : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider)
        {
            ArgumentNullException.ThrowIfNull(serviceProvider);
            var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
            var target = (Entity)context.InputParameters["Target"];
            if (target.Contains("crmx_granted")) return;

            var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!;
            target.Id = factory.CreateOrganizationService(null).Create(new Entity(target.LogicalName) { ["crmx_name"] = "Nobody's" });
        }
    }
}
