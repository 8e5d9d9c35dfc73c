using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Unify;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.CustomerView.Identity.Matching;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Crm.Extensions.Embedded.Concurrency;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Tests.Stories;

/// <summary>The same records one by one through the plug-ins, in any order and interleaved, and in one bulk run: the same customers.</summary>
public sealed class LinkingOrderProperties
{
    /// <summary>The seventh of these: a link joins another group between a colleague's search and the reading of the group.</summary>
    [Property(MaxTest = 8, Replay = "(9461178546858803981,14579084110116279033)", Arbitrary = [typeof(Arrivals)])]
    public bool A_link_that_joins_another_group_meanwhile_is_decided_with_that_group(Arrival arrival) => Records_in_any_order_and_interleaved_end_as_the_bulk_run_ends(arrival);

    [Property(MaxTest = 16, Arbitrary = [typeof(Arrivals)])]
    public bool Records_in_any_order_and_interleaved_end_as_the_bulk_run_ends(Arrival arrival)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        using var people = new People();
        var contacts = arrival.People.Select(person => people.Contact(person.Given, person.Family, [.. person.Columns()])).ToList();
        people.Tenant.Dataverse.Jobs.Drop(job => !job.Step.Contains("LinkSourceRecord", StringComparison.Ordinal));
        people.Tenant.Dataverse.Jobs.Shuffle(arrival.Seed);
        Interleave(people, arrival.Turns);
        people.Settle();

        return Same(people.Clusters(), Bulk(people, contacts));
    }

    // as many steps at once as there are records; which of them goes on next is drawn
    private static void Interleave(People people, IReadOnlyList<int> turns)
    {
        var jobs = people.Tenant.Dataverse.Jobs;
        var sessions = Enumerable.Range(0, jobs.Count)
            .Select(number => people.Tenant.Dataverse.Sessions.Start("step " + number, _ => { if (jobs.RunNext()!.Fault is { } fault) throw fault; }))
            .ToArray();
        foreach (var turn in turns)
        {
            var ready = sessions.Where(session => session.State == SessionState.Ready).ToList();
            if (ready.Count == 0) break;
            ready[turn % ready.Count].Step();
        }

        while (sessions.FirstOrDefault(session => session.State == SessionState.Ready) is { } left) left.Step();
        if (sessions.FirstOrDefault(session => session.State != SessionState.Done) is { } failed)
            throw new InvalidOperationException($"{failed.Name} ended as {failed.State}.", failed.Failure);
    }

    private static List<IReadOnlyList<string>> Bulk(People people, List<Guid> contacts)
    {
        var records = new RecordSet(["contact"], new HashSet<string>());
        foreach (var contact in contacts)
        {
            var row = people.Service.Retrieve("contact", contact, new ColumnSet(RecordColumns.Read("contact")));
            records.Add(0, DerivedIds.Text(contact), Normaliser.Normalise(RecordColumns.RecordOf(row), "MX"), null);
        }

        var unified = new Unifier(MatchModel.Shipped, new BlockLimits(), new ProgressLine(TextWriter.Null, overwrite: false)).Run(records, []);
        return
        [
            .. Enumerable.Range(0, records.Count)
                .GroupBy(record => unified.Cluster[record])
                .Select(cluster => (IReadOnlyList<string>)[.. cluster.Select(records.IdOf).Order(StringComparer.Ordinal)])
                .OrderBy(cluster => cluster[0], StringComparer.Ordinal),
        ];
    }

    private static bool Same(IReadOnlyList<IReadOnlyList<string>> live, IReadOnlyList<IReadOnlyList<string>> bulk) =>
        live.Count == bulk.Count && live.Zip(bulk).All(pair => pair.First.SequenceEqual(pair.Second))
            ? true
            : throw new InvalidOperationException("live " + Text(live) + "\nbulk " + Text(bulk));

    private static string Text(IEnumerable<IReadOnlyList<string>> clusters) => string.Join(" | ", clusters.Select(cluster => string.Join(",", cluster.Select(id => id[..8]))));

    /// <summary>A record as a department writes it; empty columns are left out.</summary>
    public sealed record Person(string Given, string Family, string Email, string Mobile, DateTime? Born, string Street)
    {
        public IEnumerable<(string Column, object? Value)> Columns()
        {
            if (Email.Length > 0) yield return ("emailaddress1", Email);
            if (Mobile.Length > 0) yield return ("mobilephone", Mobile);
            if (Born is { } born) yield return ("birthdate", born);
            if (Street.Length > 0) yield return ("address1_line1", Street);
        }
    }

    /// <summary>Who is written down, in what order the steps are queued, and whose request goes next.</summary>
    public sealed record Arrival(IReadOnlyList<Person> People, int Seed, IReadOnlyList<int> Turns);

    /// <summary>Draws small sets of records that have much in common: few names, addresses and numbers, so that they tie, chain and contradict each other.</summary>
    public static class Arrivals
    {
        private static readonly DateTime?[] Births = [null, null, Day(1950, 4, 11), Day(1979, 12, 3), Day(1979, 3, 12)];

        public static Arbitrary<Arrival> Arrival() => Arb.From(
            from people in Gen.ArrayOf(Person(), 6)
            from seed in Gen.Choose(0, 1000)
            from turns in Gen.ArrayOf(Gen.Choose(0, 5), 40)
            select new Arrival(people, seed, turns));

        private static Gen<Person> Person() =>
            from given in Gen.Elements("José Luis", "Pepe Luis", "J. Luis", "María José", "Luis")
            from family in Gen.Elements("Zubizarreta Luna", "Zubizareta Luna", "Zubizarreta", "Luna Zubizarreta", "Etxeberria")
            from email in Gen.Elements("", "zubi@example.mx", "luna.z@example.mx", "casa@example.mx")
            from mobile in Gen.Elements("", "55 1234 5678", "55 8765 4321")
            from born in Gen.Elements(Births)
            from street in Gen.Elements("", "Calle Roble 12", "Av. Juárez 40")
            select new Person(given, family, email, mobile, born, street);

        private static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
    }
}
