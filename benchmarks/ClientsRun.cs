using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Crm.Extensions.Cli.Demo;
using Spectre.Console;

namespace Crm.Extensions.Benchmarks;

/// <summary>
/// A week of a naive dunning calendar for 30,000 clients, observed and enforced, each in a tenant of its own on a core of its own. Promised: under three minutes on
/// two cores.
/// </summary>
internal static class ClientsRun
{
    private const int Clients = 30_000;
    private const double PromisedSeconds = 180;

    private static readonly DateOnly Monday = new(2026, 11, 16);

    /// <param name="cards">A file of card clients; without one they are made.</param>
    public static void Print(string? cards)
    {
        var customers = Customers(cards);
        var contacts = DunningCalendar.Plan(customers, Monday);
        var zip = Tenant.PackZip();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var other = Task.Run(() => Live(zip, "observe", customers, contacts));
        Phase[] phases = [Live(zip, "enforce", customers, contacts), other.GetAwaiter().GetResult()];
        var elapsed = clock.Elapsed;
        var used = Process.GetCurrentProcess().TotalProcessorTime - before;

        var table = new Table().AddColumns("tenant", "import s", "load s", "replay s", "report s", "contacts", "ms a contact");
        foreach (var phase in phases)
        {
            table.AddRow(
                phase.Mode, Seconds(phase.Import), Seconds(phase.Load), Seconds(phase.Replay), Seconds(phase.Report), contacts.Count.ToString("N0", CultureInfo.InvariantCulture),
                (phase.Replay.TotalMilliseconds / contacts.Count).ToString("N2", CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(string.Format(
            CultureInfo.InvariantCulture,
            "{0:N0} clients: {1:N1} s, {2:N1} s of processor time; {3:P0} of the {4:N0} s promised on two cores.",
            customers.Count, elapsed.TotalSeconds, used.TotalSeconds, elapsed.TotalSeconds / PromisedSeconds, PromisedSeconds));
    }

    private static IReadOnlyList<DemoCustomer> Customers(string? cards)
    {
        if (cards is null) return GeneratedCustomers.Make(Clients, Monday);
        using var text = new StreamReader(cards);
        return new CardFile().Read(text, null, Monday);
    }

    private static Phase Live(byte[] zip, string mode, IReadOnlyList<DemoCustomer> customers, IReadOnlyList<PlannedContact> contacts)
    {
        var clock = Stopwatch.StartNew();
        using var tenant = DemoTenant.Open(zip, mode, DateTime.SpecifyKind(Monday.AddDays(-1).ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc), 1033);
        var import = clock.Elapsed;
        clock.Restart();
        var loaded = tenant.Load(customers, _ => { });
        var load = clock.Elapsed;
        clock.Restart();
        var replayed = new WeekReplay(tenant, loaded, Monday).Run(contacts, () => { });
        var replay = clock.Elapsed;
        clock.Restart();
        var report = WeekReport.Of(tenant.Service, replayed, 1033);
        if (report.ByFate.Values.Sum() != contacts.Count) throw new InvalidOperationException("Contacts were lost from the count.");
        return new Phase(mode, import, load, replay, clock.Elapsed);
    }

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture);

    private sealed record Phase(string Mode, TimeSpan Import, TimeSpan Load, TimeSpan Replay, TimeSpan Report);
}
