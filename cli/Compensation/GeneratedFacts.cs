using System;
using System.IO;
using System.Text;

namespace Crm.Extensions.Cli.Compensation;

/// <summary>What happens to a generated tenant in 2026: leaves, the company's own acts, customers who leave, and refunds that come late. One seed, the same happens.</summary>
internal static class GeneratedFacts
{
    private static readonly string[] Leaves = ["Sick", "Parental", "Training", "Unpaid"];
    private static readonly string[] Acts = ["limitcut", "block", "regulatoryexit", "death"];

    /// <summary>absences.csv of a worker in twenty, acts.csv of a customer in five hundred, departures.csv of one in two hundred.</summary>
    public static void Write(string folder, int workers, int customers, int seed)
    {
        var chance = new Random(seed + 1000);
        using (var file = Open(Path.Combine(folder, "absences.csv"), "worker,kind,from,until,share"))
        {
            for (var worker = 0; worker < workers; worker += 20)
            {
                var day = Day(chance);
                file.WriteLine(FormattableString.Invariant($"W{worker:00000},{Leaves[chance.Next(Leaves.Length)]},{day:yyyy-MM-dd},{day.AddDays(chance.Next(3, 90)):yyyy-MM-dd},{(chance.Next(4) == 0 ? "0.5" : "1")}"));
            }
        }

        using (var file = Open(Path.Combine(folder, "acts.csv"), "customer,kind,on,amount,evidence"))
        {
            for (var customer = 3; customer < customers; customer += 500)
                file.WriteLine(FormattableString.Invariant($"C{customer:0000000},{Acts[chance.Next(Acts.Length)]},{Day(chance):yyyy-MM-dd},{chance.Next(10, 2000)}.00,crmx_companyact {customer}"));
        }

        using var left = Open(Path.Combine(folder, "departures.csv"), "customer,on,neutral,evidence");
        for (var customer = 7; customer < customers; customer += 200)
            left.WriteLine(FormattableString.Invariant($"C{customer:0000000},{Day(chance):yyyy-MM-dd},{(chance.Next(5) == 0 ? "true" : "false")},account {customer}"));
    }

    /// <summary>What a worker in fifty has to give back in one month, 0 to 11, because a customer's entry of an earlier period was reversed.</summary>
    public static void WriteAdjustments(string path, int workers, int seed, int month)
    {
        var chance = new Random(seed + 2000 + month);
        using var file = Open(path, "worker,amount,reason,reverses,component,evidence");
        for (var worker = month; worker < workers; worker += 50)
            file.WriteLine(FormattableString.Invariant($"W{worker:00000},-{chance.Next(10, 900)}.{chance.Next(100):00},Refund,W{worker:00000} 2025-12 1,development,crmx_customertransaction R{worker}-{month}"));
    }

    private static DateTime Day(Random chance) => new(2026, 1 + chance.Next(12), 1 + chance.Next(28));

    private static StreamWriter Open(string path, string heading)
    {
        var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        file.WriteLine(heading);
        return file;
    }
}
