using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Text;
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
        var take = new Option<int?>("--take") { Description = "Use the file's first N clients." };
        var language = new Option<string>("--language") { Description = "en or es.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "es");
        customers.Validators.Add(result => { if (result.GetValueOrDefault<int>() < 1) result.AddError("--customers must be at least 1."); });
        take.Validators.Add(result => { if (result.GetValueOrDefault<int?>() < 1) result.AddError("--take must be at least 1."); });

        var command = new Command("demo", "Packs and verifies the solution, imports it into an embedded Dataverse and replays a week of planned contacts.")
        {
            customers, cards, take, language,
        };
        command.SetAction(parsed => Faults.Told(() => Run(parsed.GetValue(customers), parsed.GetValue(cards), parsed.GetValue(take), Texts.In(parsed.GetValue(language)!))));
        return command;
    }

    private static int Run(int count, FileInfo? file, int? take, Texts texts)
    {
        var console = AnsiConsole.Console;
        var screen = new DemoScreen(console, texts);
        var problems = new List<RowProblem>();
        IReadOnlyList<DemoCustomer> customers;
        try
        {
            customers = file is null ? GeneratedCustomers.Make(count, Monday) : Read(file, take, problems);
        }
        catch (UnusableFileException unusable)
        {
            console.WriteLine(texts.Say(unusable.What, [file!.Name, .. unusable.Values]));
            return Failed;
        }

        if (customers.Count == 0)
        {
            screen.ShowProblems(file!.Name, problems);
            console.WriteLine(texts[TextKey.NoCustomers]);
            return Failed;
        }

        if (Artifacts.Make(out var zip) != Done) return Failed;
        DemoRun.Replay(console, texts, screen, zip, customers, Monday);
        if (file is not null) screen.ShowProblems(file.Name, problems);
        return problems.Count == 0 ? Done : RowsLeftOut;
    }

    private static IReadOnlyList<DemoCustomer> Read(FileInfo file, int? take, List<RowProblem> problems)
    {
        if (!file.Exists) throw new UnusableFileException(TextKey.NoFile);
        using var reader = new StreamReader(file.FullName, Encoding.UTF8);
        var cards = new CardFile();
        var customers = cards.Read(reader, take, Monday);
        problems.AddRange(cards.Problems);
        return customers;
    }
}
