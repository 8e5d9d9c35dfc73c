using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Crm.Extensions.Cli.Compensation;
using Spectre.Console;

namespace Crm.Extensions.Benchmarks;

/// <summary>Closes twelve months of a generated tenant, from file to file, each beginning with what the one before left. Promised: 2,000 workers and 500,000 customers in under 30 seconds and within 3 GB on two cores.</summary>
internal static class CompensationRun
{
    private const int Promised = 500_000;
    private const int CustomersOfWorker = 250;
    private const int Months = 12;
    private const int Seconds = 30;
    private const int Megabytes = 3 * 1024;
    private const int Seed = 20261122;
    private const int TwoCores = 3;

    /// <param name="most">How many customers; null: as many as promised.</param>
    public static void Print(string? most)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = TwoCores;
        var customers = most is null ? Promised : int.Parse(most, CultureInfo.InvariantCulture);
        var workers = Math.Max(1, customers / CustomersOfWorker);
        var folder = Directory.CreateTempSubdirectory("compensation").FullName;
        try
        {
            GeneratedTenant.Write(folder, workers, customers, Seed);
            GeneratedFacts.Write(folder, workers, customers, Seed);
            var seconds = 0.0;
            var processor = TimeSpan.Zero;
            string? opening = null;
            for (var month = 0; month < Months; month++)
            {
                var values = Path.Combine(folder, "customers.csv");
                GeneratedTenant.WriteCustomers(values, customers, Seed, month);
                var late = Path.Combine(folder, "adjustments.csv");
                GeneratedFacts.WriteAdjustments(late, workers, Seed, month);
                var options = new CloseOptions
                {
                    Period = string.Format(CultureInfo.InvariantCulture, "2026-{0:00}", month + 1), Plans = Path.Combine(folder, "plans.json"), Workers = Path.Combine(folder, "workers.csv"),
                    Customers = values, Assignments = Path.Combine(folder, "assignments.csv"), Surveys = Path.Combine(folder, "surveys.csv"), Opening = opening,
                    Absences = Path.Combine(folder, "absences.csv"), Acts = Path.Combine(folder, "acts.csv"), Departures = Path.Combine(folder, "departures.csv"), Adjustments = late,
                    Output = Path.Combine(folder, "out" + (month % 2).ToString(CultureInfo.InvariantCulture)),
                };
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                if (CloseRun.Run(options, Console.Out, Console.Error) != 0) throw new InvalidOperationException("Rows were left out.");
                seconds += clock.Elapsed.TotalSeconds;
                processor += Process.GetCurrentProcess().TotalProcessorTime - before;
                opening = Path.Combine(options.Output, "opening.csv");
            }

            using var process = Process.GetCurrentProcess();
            var peak = process.PeakWorkingSet64 >> 20;
            var table = new Table().AddColumns("workers", "customers", "periods", "seconds", "processor s", "peak MB", "promised");
            table.AddRow(
                workers.ToString("N0", CultureInfo.InvariantCulture), customers.ToString("N0", CultureInfo.InvariantCulture), Months.ToString(CultureInfo.InvariantCulture),
                seconds.ToString("N1", CultureInfo.InvariantCulture), processor.TotalSeconds.ToString("N1", CultureInfo.InvariantCulture), peak.ToString("N0", CultureInfo.InvariantCulture), customers < Promised ? "" : seconds < Seconds && peak <= Megabytes ? "held" : "not held");
            AnsiConsole.Write(table);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
