using System.CommandLine;
using System.Globalization;
using System.IO;
using Crm.Extensions.Cli.Compensation;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx compensation</c>: closes a period over CSV files. Exit code 1: not understood; 2: some rows are left out.</summary>
internal static class CompensationCommand
{
    public static Command Create() => new("compensation", "Works out variable pay over CSV files, with the rules of the tenant.") { Close(), Generate() };

    private static Command Close()
    {
        var period = new Option<string>("--period") { Description = "2026, 2026-H1, 2026-Q3 or 2026-07.", Required = true };
        var plans = new Option<string>("--plans") { Description = "JSON: a list of plans (see docs/compensation.md).", Required = true };
        var workers = new Option<string>("--workers") { Description = "CSV worker,plan[,name,country,from,until,former_plan,former_share,draw,draw_recoverable,draw_until,consented].", Required = true };
        var customers = new Option<string>("--customers") { Description = "CSV customer,segment,value_at_start,value,expected,attainable[,name].", Required = true };
        var assignments = new Option<string>("--assignments") { Description = "CSV customer,worker,from[,until,share,taken_over_from,value_at_takeover].", Required = true };
        var absences = new Option<string?>("--absences") { Description = "CSV worker,kind,from,until[,share]." };
        var surveys = new Option<string?>("--surveys") { Description = "CSV worker,customer,score,on,reference." };
        var recognitions = new Option<string?>("--recognitions") { Description = "CSV worker,customer,id,on,verified[,refuted][,activity]." };
        var achievements = new Option<string?>("--achievements") { Description = "CSV worker,metric,measured[,evidence]." };
        var facts = new Option<string?>("--gate-facts") { Description = "CSV worker,measure,on,evidence[,customer]." };
        var acts = new Option<string?>("--acts") { Description = "CSV customer,kind,on[,amount,evidence]: the company's own acts, and deaths." };
        var departures = new Option<string?>("--departures") { Description = "CSV customer,on[,neutral,evidence]: customers who left." };
        var opening = new Option<string?>("--opening") { Description = "The opening.csv that the period before left." };
        var adjustments = new Option<string?>("--adjustments") { Description = "CSV worker,amount,reason,reverses[,component,customer,evidence]: late lines of closed statements." };
        var output = new Option<string>("--output") { Description = "A folder for statements.csv, lines.csv and opening.csv.", Required = true };
        var ceiling = new Option<decimal>("--quota-ceiling") { Description = "Percent that product quota may weigh in a plan for customer managers.", DefaultValueFactory = _ => 20 };
        var language = new Option<string>("--language") { Description = "en or es.", DefaultValueFactory = _ => "en" };
        var statements = new Option<bool>("--statements") { Description = "Write each worker's statement as JSON as well, in the folder statements." };
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON." };
        language.AcceptOnlyFromAmong("en", "es");
        var command = new Command("close", "Works out every worker's statement of a period.")
        {
            period, plans, workers, customers, assignments, absences, surveys, recognitions, achievements, facts, acts, departures, opening, adjustments, output, ceiling, language, statements, json,
        };
        command.SetAction(parse => Faults.Told(() => CloseRun.Run(
            new CloseOptions
            {
                Period = parse.GetRequiredValue(period),
                Plans = parse.GetRequiredValue(plans),
                Workers = parse.GetRequiredValue(workers),
                Customers = parse.GetRequiredValue(customers),
                Assignments = parse.GetRequiredValue(assignments),
                Absences = parse.GetValue(absences),
                Surveys = parse.GetValue(surveys),
                Recognitions = parse.GetValue(recognitions),
                Achievements = parse.GetValue(achievements),
                GateFacts = parse.GetValue(facts),
                Acts = parse.GetValue(acts),
                Departures = parse.GetValue(departures),
                Opening = parse.GetValue(opening),
                Adjustments = parse.GetValue(adjustments),
                Output = parse.GetRequiredValue(output),
                QuotaCeiling = parse.GetValue(ceiling),
                Spanish = parse.GetRequiredValue(language) == "es",
                Statements = parse.GetValue(statements),
                Json = parse.GetValue(json),
            },
            parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error), parse.InvocationConfiguration.Error));
        return command;
    }

    private static Command Generate()
    {
        var output = new Option<string>("--output") { Description = "A folder.", Required = true };
        var workers = new Option<int>("--workers") { DefaultValueFactory = _ => 100 };
        var customers = new Option<int>("--customers") { DefaultValueFactory = _ => 10_000 };
        var seed = new Option<int>("--seed") { Description = "One seed, one tenant.", DefaultValueFactory = _ => 1 };
        var periods = new Option<int>("--periods") { Description = "Months of 2026 with values and late lines, 1 to 12.", DefaultValueFactory = _ => 12 };
        periods.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 1 or > 12) result.AddError("--periods must lie between 1 and 12."); });
        workers.Validators.Add(result => { if (result.GetValueOrDefault<int>() < 1) result.AddError("--workers must be at least 1."); });
        var command = new Command("generate", "Makes the files of a tenant with months of values, moves, leaves, company acts, departures and clawbacks, for trying and measuring.") { output, workers, customers, periods, seed };
        command.SetAction(parse => Faults.Told(() =>
        {
            var folder = parse.GetRequiredValue(output);
            GeneratedTenant.Write(folder, parse.GetValue(workers), parse.GetValue(customers), parse.GetValue(seed));
            GeneratedFacts.Write(folder, parse.GetValue(workers), parse.GetValue(customers), parse.GetValue(seed));
            for (var month = 0; month < parse.GetValue(periods); month++)
            {
                GeneratedTenant.WriteCustomers(Path.Combine(folder, string.Format(CultureInfo.InvariantCulture, "customers-2026-{0:00}.csv", month + 1)), parse.GetValue(customers), parse.GetValue(seed), month);
                GeneratedFacts.WriteAdjustments(Path.Combine(folder, string.Format(CultureInfo.InvariantCulture, "adjustments-2026-{0:00}.csv", month + 1)), parse.GetValue(workers), parse.GetValue(seed), month);
            }

            parse.InvocationConfiguration.Output.WriteLine($"The files lie in {folder}.");
            return 0;
        }, parse.InvocationConfiguration.Error));
        return command;
    }
}
