using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Crm.Extensions.Cli.Unify;
using Crm.Extensions.Cli.Unify.People;
using Spectre.Console;

namespace Crm.Extensions.Benchmarks;

/// <summary>
/// Unifies generated records of people, from file to file, a tenth of them first. Promised: a million in under five minutes and within 4 GB on two cores, and a record
/// no dearer than the logarithm of their number allows.
/// </summary>
internal static class PeopleRun
{
    private const int Promised = 1_000_000;
    private const int Seed = 20261122;
    private const int TwoCores = 3;

    /// <param name="most">How many records, at least 10.</param>
    public static void Print(string? most)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = TwoCores;
        var count = most is null ? Promised : int.Parse(most, CultureInfo.InvariantCulture);
        var table = new Table().AddColumns("records", "seconds", "µs a record", "processor s", "peak MB", "pairs compared", "precision", "recall", "F1", "blocking recall");
        var small = Measure(count / 10, table);
        var large = Measure(count, table);
        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(string.Format(
            CultureInfo.InvariantCulture, "A record takes {0:N2} times as long as among a tenth of them; the logarithm grew {1:N2} times.",
            large / small, Math.Log(count) / Math.Log(count / 10.0)));
    }

    /// <returns>Seconds a record.</returns>
    private static double Measure(int count, Table table)
    {
        var folder = Directory.CreateTempSubdirectory("people").FullName;
        try
        {
            var people = Path.Combine(folder, "people.csv");
            PeopleFile.Write(people, count, Seed);
            GC.Collect();
            using var output = new StringWriter(CultureInfo.InvariantCulture);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            var exitCode = UnifyRun.Run(
                new UnifyOptions { Inputs = [people], Output = Path.Combine(folder, "clusters.csv"), TruthColumn = "cluster", Json = true }, output, Console.Error, interactive: false);
            var seconds = clock.Elapsed.TotalSeconds;
            using var process = Process.GetCurrentProcess();
            if (exitCode != 0 || File.ReadLines(Path.Combine(folder, "clusters.csv")).Count() != count + 1) throw new InvalidOperationException("Records were lost.");
            using var report = JsonDocument.Parse(output.ToString());
            var quality = report.RootElement.GetProperty("quality");
            string Share(string name) => quality.GetProperty(name).GetDouble().ToString("0.0000", CultureInfo.InvariantCulture);
            table.AddRow(
                count.ToString("N0", CultureInfo.InvariantCulture), seconds.ToString("N1", CultureInfo.InvariantCulture), (seconds * 1e6 / count).ToString("N1", CultureInfo.InvariantCulture),
                (process.TotalProcessorTime - before).TotalSeconds.ToString("N1", CultureInfo.InvariantCulture), (process.PeakWorkingSet64 >> 20).ToString("N0", CultureInfo.InvariantCulture),
                report.RootElement.GetProperty("compared").GetInt64().ToString("N0", CultureInfo.InvariantCulture), Share("precision"), Share("recall"), Share("f1"), Share("blockingRecall"));
            return seconds / count;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
