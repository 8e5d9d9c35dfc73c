using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using Spectre.Console;

namespace Crm.Extensions.Cli.Demo;

/// <summary>The demo from the zip to the tables, with a progress bar.</summary>
internal static class DemoRun
{
    /// <summary>Replays the week in a tenant that observes and in one that enforces, and shows both.</summary>
    public static void Replay(
        IAnsiConsole console, Texts texts, DemoScreen screen, byte[] managedZip, IReadOnlyList<DemoCustomer> customers, DateOnly monday)
    {
        var contacts = DunningCalendar.Plan(customers, monday);
        var clock = Stopwatch.StartNew();
        WeekReport? observed = null;
        WeekReport? enforced = null;
        // The tenants share nothing, so each can have a core to itself; within one, everything happens in the order of its clock.
        console.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn()).Start(progress =>
        {
            var other = Task.Run(() => Live(progress, texts, "observe", TextKey.Observe, managedZip, customers, contacts, monday));
            enforced = Live(progress, texts, "enforce", TextKey.Enforce, managedZip, customers, contacts, monday);
            observed = other.GetAwaiter().GetResult();
        });
        screen.Show(monday, customers.Count, observed!, enforced!);
        screen.ShowTime(clock.Elapsed, observed!.Total + enforced!.Total);
    }

    private static WeekReport Live(
        ProgressContext progress, Texts texts, string mode, TextKey name, byte[] managedZip, IReadOnlyList<DemoCustomer> customers,
        IReadOnlyList<PlannedContact> contacts, DateOnly monday)
    {
        var importing = progress.AddTask(texts.Say(TextKey.Importing, texts[name]), maxValue: 1);
        var loading = progress.AddTask(texts.Say(TextKey.Loading, texts[name]), autoStart: false, maxValue: customers.Count);
        var replaying = progress.AddTask(texts.Say(TextKey.Replaying, texts[name]), autoStart: false, maxValue: contacts.Count);

        var eve = DateTime.SpecifyKind(monday.AddDays(-1).ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
        using var tenant = DemoTenant.Open(managedZip, mode, eve, texts.Lcid);
        importing.Increment(1);
        loading.StartTask();
        var loaded = tenant.Load(customers, count => loading.Value = count);
        replaying.StartTask();
        var replayed = new WeekReplay(tenant, loaded, monday).Run(contacts, () => replaying.Increment(1));
        return WeekReport.Of(tenant.Service, replayed, texts.Lcid);
    }
}
