using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Concurrency;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Data;

/// <summary>The ways in which the product meets races, each under every order in which two sessions can take their steps, with its protection and without.</summary>
public sealed class ConcurrencyPatternTests
{
    [Theory]
    [InlineData("lock first", true)]
    [InlineData("read first", false)]
    public void A_pool_whose_row_is_updated_before_it_is_read_is_never_overdrawn(string order, bool safe)
    {
        var overdrawn = false;
        foreach (var steps in Orders(8))
        {
            using var organization = TestTables.Organization();
            organization.RegisterStep<TakeFromPool>("Create", TestTables.Copy, 20, configuration: order);
            var client = organization.Connect();
            var pool = client.Create(new Entity(TestTables.Book) { ["t_place"] = 1 });
            Race(organization, steps, service => service.Create(new Entity(TestTables.Copy) { ["t_bookid"] = new EntityReference(TestTables.Book, pool) }));
            overdrawn |= client.RetrieveMultiple(new QueryExpression(TestTables.Copy)).Entities.Count > 1;
        }

        Assert.Equal(safe, !overdrawn);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_two_who_publish_before_they_search_at_least_one_sees_the_other(bool publishFirst)
    {
        var missed = false;
        foreach (var steps in Orders(4))
        {
            using var organization = TestTables.Organization();
            var seen = new List<int>();
            Race(organization, steps, service =>
            {
                if (publishFirst) service.Create(new Entity(TestTables.Book) { ["t_shelf"] = "key" });
                var query = new QueryByAttribute(TestTables.Book);
                query.AddAttributeValue("t_shelf", "key");
                var found = service.RetrieveMultiple(query).Entities.Count - (publishFirst ? 1 : 0);
                if (!publishFirst) service.Create(new Entity(TestTables.Book) { ["t_shelf"] = "key" });
                lock (seen) seen.Add(found);
            });
            missed |= seen.TrueForAll(found => found == 0);
        }

        Assert.Equal(publishFirst, !missed);
    }

    [Theory]
    [InlineData(ConcurrencyBehavior.IfRowVersionMatches, true)]
    [InlineData(ConcurrencyBehavior.AlwaysOverwrite, false)]
    public void What_is_decided_on_a_version_is_written_to_no_other(ConcurrencyBehavior behavior, bool safe)
    {
        var lost = false;
        foreach (var steps in Orders(4))
        {
            using var organization = TestTables.Organization();
            var client = organization.Connect();
            var link = client.Create(new Entity(TestTables.Book) { ["t_place"] = 1 });
            var failures = Race(organization, steps, service =>
            {
                var read = service.Retrieve(TestTables.Book, link, new ColumnSet("t_place"));
                var next = new Entity(TestTables.Book, link) { RowVersion = read.RowVersion, ["t_place"] = read.GetAttributeValue<int>("t_place") + 1 };
                service.Execute(new UpdateRequest { Target = next, ConcurrencyBehavior = behavior });
            });
            var counted = client.Retrieve(TestTables.Book, link, new ColumnSet("t_place")).GetAttributeValue<int>("t_place") - 1;
            lost |= counted != 2 - failures.Count;
            foreach (var failure in failures) TestTables.Refused(PlatformFaults.ConcurrencyVersionMismatch, () => throw failure);
        }

        Assert.Equal(safe, !lost);
    }

    [Fact]
    public void Two_sessions_that_take_one_key_are_told_apart_by_the_index_in_every_order()
    {
        foreach (var steps in Orders(2))
        {
            using var organization = TestTables.Organization();
            var failures = Race(organization, steps, service => service.Create(new Entity(TestTables.Book) { ["t_isbn"] = "1" }));
            TestTables.Refused(PlatformFaults.DuplicateRecordEntityKey, () => throw Assert.Single(failures));
        }
    }

    [Fact]
    public void A_session_stops_before_the_requests_of_plug_ins_too_and_readers_pass_the_lock_it_holds()
    {
        using var organization = TestTables.Organization();
        organization.RegisterStep<TakeFromPool>("Create", TestTables.Copy, 20, configuration: "lock first");
        var client = organization.Connect();
        var pool = client.Create(new Entity(TestTables.Book) { ["t_place"] = 1 });
        var first = organization.Sessions.Start("first", Take);
        var second = organization.Sessions.Start("second", Take);

        Assert.Equal(SessionState.Ready, first.Step());
        Assert.Equal(SessionState.Ready, first.Step());
        Assert.Equal(SessionState.Ready, second.Step());
        Assert.Equal(SessionState.Blocked, second.Step());
        Assert.Equal(1, client.Retrieve(TestTables.Book, pool, new ColumnSet("t_place"))["t_place"]);
        Assert.Empty(client.RetrieveMultiple(new QueryExpression(TestTables.Copy)).Entities);

        Assert.Equal(SessionState.Done, first.RunToEnd());
        Assert.Equal(SessionState.Failed, second.RunToEnd());
        Assert.Contains("empty", second.Failure!.Message, StringComparison.Ordinal);

        void Take(IOrganizationService service) => service.Create(new Entity(TestTables.Copy) { ["t_bookid"] = new EntityReference(TestTables.Book, pool) });
    }

    // Two sessions with the same body take turns in the given order; what is left of them runs to its end
    private static List<Exception> Race(EmbeddedDataverse organization, string order, Action<IOrganizationService> body)
    {
        var sessions = new[] { organization.Sessions.Start("a", body), organization.Sessions.Start("b", body) };
        foreach (var turn in order) sessions[turn - 'a'].Step();
        while (sessions.Any(session => session.State == SessionState.Ready))
        {
            foreach (var session in sessions) session.Step();
        }

        Assert.All(sessions, session => Assert.True(session.State is SessionState.Done or SessionState.Failed, $"{session.Name} is {session.State} after {order}"));
        return [.. sessions.Select(session => session.Failure).OfType<Exception>()];
    }

    // Every order in which two can take half of the steps each, but for those that differ only in their names
    private static IEnumerable<string> Orders(int steps)
    {
        for (var bits = 0; bits < 1 << (steps - 1); bits++)
        {
            var order = string.Concat(Enumerable.Range(0, steps).Select(at => (bits >> at & 1) == 0 ? 'a' : 'b'));
            if (order.Count(turn => turn == 'a') == steps / 2) yield return order;
        }
    }
}

/// <summary>Takes one from the pool (a book's place) that the new copy points at, or refuses; configured to lock the pool before it reads it, or not.</summary>
public sealed class TakeFromPool(string configuration, string secure) : IPlugin
{
    public string Secure { get; } = secure;

    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
        var service = ((IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!).CreateOrganizationService(context.UserId);
        var pool = ((Entity)context.InputParameters["Target"]).GetAttributeValue<EntityReference>("t_bookid");
        if (configuration == "lock first") service.Update(new Entity(pool.LogicalName, pool.Id) { ["t_name"] = "taken" });
        var left = service.Retrieve(pool.LogicalName, pool.Id, new ColumnSet("t_place")).GetAttributeValue<int?>("t_place") ?? 0;
        if (left == 0) throw new InvalidPluginExecutionException("The pool is empty.");
        service.Update(new Entity(pool.LogicalName, pool.Id) { ["t_place"] = left == 1 ? null : left - 1 });
    }
}
