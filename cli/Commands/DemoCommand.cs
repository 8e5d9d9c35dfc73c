using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using Crm.Extensions.Cli.Demo;
using Crm.Extensions.Cli.Packing;
using Spectre.Console;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx demo</c>: a week of planned contacts through the plug-ins of the packed zip, observed and enforced.</summary>
internal static class DemoCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int RowsLeftOut = 2;

    // A week with a public holiday in Colombia and Mexico both: Monday, 16 November 2026.
    private static readonly DateOnly Monday = new(2026, 11, 16);

    public static Command Create()
    {
        var customers = new Option<int>("--customers") { Description = "How many customers to make, when no file is given (at least 1).", DefaultValueFactory = _ => 2000 };
        var cards = new Option<FileInfo?>("--cards") { Description = "A CSV of card clients in the columns of UCI data set 350." };
        var receivables = new Option<FileInfo?>("--receivables") { Description = "A CSV of invoices: customer_id,country,number,due_date,amount,paid_date, or other names by --map." };
        var map = new Option<FileInfo?>("--map") { Description = "A JSON that says how the receivables are to be read: their columns' names, dateFormat, anchor or shiftDays, countries, defaultCountry." };
        var take = new Option<int?>("--take") { Description = "Use the file's first N customers." };
        var language = new Option<string>("--language") { Description = "en or es.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "es");
        customers.Validators.Add(result => { if (result.GetValueOrDefault<int>() < 1) result.AddError("--customers must be at least 1."); });
        take.Validators.Add(result => { if (result.GetValueOrDefault<int?>() < 1) result.AddError("--take must be at least 1."); });

        var command = new Command("demo", "Packs and verifies the solution, imports it into an embedded Dataverse and replays a week of planned contacts.")
        {
            customers, cards, receivables, map, take, language,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(cards) is not null && result.GetValue(receivables) is not null) result.AddError("--cards and --receivables can't be used together.");
            if (result.GetValue(map) is not null && result.GetValue(receivables) is null) result.AddError("--map needs --receivables.");
        });
        command.SetAction(parsed => Faults.Told(() =>
        {
            var source = new DemoSource(parsed.GetValue(customers), parsed.GetValue(cards), parsed.GetValue(receivables), parsed.GetValue(map), parsed.GetValue(take));
            return Run(source, Texts.In(parsed.GetValue(language)!));
        }));
        return command;
    }

    private static int Run(DemoSource source, Texts texts)
    {
        var console = AnsiConsole.Console;
        var screen = new DemoScreen(console, texts);
        IReadOnlyList<DemoCustomer> customers;
        IReadOnlyList<RowProblem> problems;
        try
        {
            (customers, problems) = source.Read(Monday);
        }
        catch (UnusableFileException unusable)
        {
            console.WriteLine(texts.Say(unusable.What, [unusable.File ?? source.Name, .. unusable.Values]));
            return Failed;
        }

        if (customers.Count == 0)
        {
            screen.ShowProblems(source.Name, problems);
            console.WriteLine(texts[TextKey.NoCustomers]);
            return Failed;
        }

        if (Artifacts.Make(out var zip) != Done) return Failed;
        DemoRun.Replay(console, texts, screen, zip, customers, Monday);
        screen.ShowProblems(source.Name, problems);
        return problems.Count == 0 ? Done : RowsLeftOut;
    }
}
