using System;
using System.Globalization;
using System.IO;
using System.Text;

namespace Crm.Extensions.Cli.Compensation;

/// <summary>Makes the files of a tenant that never was: plans, workers, customers period by period, assignments, surveys. One seed, one tenant.</summary>
internal static class GeneratedTenant
{
    private const string Plan = """
        [{ "code": "CM", "version": 1, "currency": "USD", "targetPay": 3000, "ceiling": 6000, "transitionDays": 30, "isForCustomerManagers": true,
           "components": [
             { "id": "retention", "metric": "Retention", "weight": 40, "threshold": 0.8, "target": 0.95, "cap": 1, "evidence": "Value snapshots" },
             { "id": "development", "metric": "Development", "weight": 35, "threshold": 0, "target": 0.3, "cap": 0.6, "curve": "Concave", "holdBackShare": 0.2, "vestsAfterDays": 180, "evidence": "Value snapshots" },
             { "id": "satisfaction", "metric": "Satisfaction", "weight": 25, "threshold": 0.6, "target": 0.85, "cap": 1, "minimumSample": 5, "evidence": "Survey responses" } ],
           "gates": [ { "measure": "Breaches", "limit": 0, "effect": "Reduce", "share": 0.1 } ] }]
        """;

    public static void Write(string folder, int workers, int customers, int seed)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "plans.json"), Plan);
        using (var file = Open(folder, "workers.csv", "worker,name,country,plan"))
        {
            for (var worker = 0; worker < workers; worker++) file.WriteLine(FormattableString.Invariant($"W{worker:00000},Worker {worker},{(worker % 3 == 0 ? "MX" : "CO")},CM"));
        }

        var chance = new Random(seed);
        using (var file = Open(folder, "assignments.csv", "customer,worker,share,from,until,taken_over_from,value_at_takeover"))
        {
            for (var customer = 0; customer < customers; customer++)
            {
                var worker = customer % workers;
                if (customer % 50 != 0) file.WriteLine(FormattableString.Invariant($"C{customer:0000000},W{worker:00000},1,2024-01-01,,,"));
                else
                {
                    var day = new DateTime(2026, 1 + chance.Next(12), 1 + chance.Next(28));
                    var heir = (worker + 1) % workers;
                    file.WriteLine(FormattableString.Invariant($"C{customer:0000000},W{worker:00000},1,2024-01-01,{day.AddDays(-1):yyyy-MM-dd},,"));
                    file.WriteLine(FormattableString.Invariant($"C{customer:0000000},W{heir:00000},1,{day:yyyy-MM-dd},,W{worker:00000},{chance.Next(100, 5000)}.00"));
                }
            }
        }

        using var surveys = Open(folder, "surveys.csv", "worker,customer,score,on,reference");
        for (var answer = 0; answer < workers * 12 * 8; answer++)
        {
            var month = 1 + (answer % 12);
            surveys.WriteLine(FormattableString.Invariant($"W{answer % workers:00000},C{chance.Next(customers):0000000},{chance.Next(5, 11)},2026-{month:00}-{1 + chance.Next(28):00},S{answer}"));
        }
    }

    /// <summary>The customers' values of one month, 0 to 11.</summary>
    public static void WriteCustomers(string path, int customers, int seed, int month)
    {
        var chance = new Random(seed + month);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        file.WriteLine("customer,name,segment,value_at_start,value,expected,attainable");
        for (var customer = 0; customer < customers; customer++)
        {
            var start = chance.Next(5000, 500000) / 100m;
            var value = decimal.Round(start * chance.Next(60, 130) / 100, 2);
            var expected = decimal.Round(start * 98 / 100, 2);
            file.Write("C");
            file.Write(customer.ToString("0000000", CultureInfo.InvariantCulture));
            file.WriteLine(FormattableString.Invariant($",Customer {customer},{"ABCD"[customer % 4]},{start},{value},{expected},{decimal.Round(start * 3 / 2, 2)}"));
        }
    }

    private static StreamWriter Open(string folder, string name, string heading)
    {
        var file = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        file.WriteLine(heading);
        return file;
    }
}
