using System;
using System.CommandLine;
using System.IO;
using Crm.Extensions.Cli.Unify;
using Crm.Extensions.Cli.Unify.People;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx unify</c>: which records are one customer. Exit code 1: not understood; 2: done, but some rows were not judged.</summary>
internal static class UnifyCommand
{
    public static Command Create()
    {
        var input = new Option<string[]>("--input") { Description = "A CSV of records; may be given several times. Its source is the file's name without extension." };
        var map = new Option<string[]>("--map") { Description = "JSON: our field → your column (see docs/customer-view.md); one for all inputs, or one for each. Without it obvious names are guessed." };
        var output = new Option<string?>("--output") { Description = "The result: source,recordid,customerid,score." };
        var truth = new Option<string?>("--truth") { Description = "CSV left,right of records that truly are one customer: says precision, recall, F1 and blocking recall." };
        var truthColumn = new Option<string?>("--truth-column") { Description = "The input's column that names the true customer." };
        var train = new Option<bool>("--train") { Description = "Train on the input however small it is (without labels); write the model with --model-output." };
        var model = new Option<string?>("--model") { Description = "A model that was trained before, as JSON." };
        var modelOutput = new Option<string?>("--model-output") { Description = "Where to write the model that served." };
        var previous = new Option<string?>("--previous") { Description = "An earlier run's result: customers keep their ids." };
        var decisions = new Option<string?>("--decisions") { Description = "CSV left,right,decision (same, different) of stewards." };
        var reviews = new Option<string?>("--reviews") { Description = "Where to write the pairs that a steward should judge, with reasons." };
        var country = new Option<string>("--country") { Description = "ISO code of the country where a record doesn't say its own: MX, CO, ES …", DefaultValueFactory = _ => "" };
        var clean = new Option<string[]>("--clean") { Description = "A source that holds each customer once; may be given several times." };
        var language = new Option<string>("--language") { Description = "en or es: the language of the reasons.", DefaultValueFactory = _ => "en" };
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON." };
        var generate = new Option<int?>("--generate") { Description = "Make a file of N records of people instead (with --output); the truth is in its column cluster." };
        var seed = new Option<int>("--seed") { Description = "One seed, one file.", DefaultValueFactory = _ => 1 };
        language.AcceptOnlyFromAmong("en", "es");
        generate.Validators.Add(result => { if (result.GetValueOrDefault<int?>() < 1) result.AddError("--generate must be at least 1."); });
        var command = new Command("unify", "Says which records of one or several files are one customer.")
        {
            input, map, output, truth, truthColumn, train, model, modelOutput, previous, decisions, reviews, country, clean, language, json, generate, seed,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(truth) is not null && result.GetValue(truthColumn) is not null) result.AddError("--truth and --truth-column can't be used together.");
            if (result.GetValue(train) && result.GetValue(model) is not null) result.AddError("--train and --model can't be used together.");
        });
        command.SetAction(parse => Faults.Told(() =>
        {
            var configuration = parse.InvocationConfiguration;
            if (parse.GetValue(generate) is { } count) return Generate(count, parse.GetValue(seed), parse.GetValue(output), configuration.Output);
            if (parse.GetValue(input) is not { Length: > 0 } inputs) throw new InvalidDataException("--input is missing: a CSV of records.");
            return UnifyRun.Run(
                new UnifyOptions
                {
                    Inputs = inputs,
                    Maps = parse.GetValue(map) ?? [],
                    Output = parse.GetValue(output),
                    TruthPairs = parse.GetValue(truth),
                    TruthColumn = parse.GetValue(truthColumn),
                    Train = parse.GetValue(train),
                    Model = parse.GetValue(model),
                    ModelOutput = parse.GetValue(modelOutput),
                    Previous = parse.GetValue(previous),
                    Decisions = parse.GetValue(decisions),
                    Reviews = parse.GetValue(reviews),
                    Country = parse.GetRequiredValue(country),
                    Clean = parse.GetValue(clean) ?? [],
                    Json = parse.GetValue(json),
                    Language = parse.GetRequiredValue(language) == "es" ? Language.Spanish : Language.English,
                },
                configuration.Output, configuration.Error, interactive: !Console.IsErrorRedirected);
        }, parse.InvocationConfiguration.Error));
        return command;
    }

    private static int Generate(int count, int seed, string? output, TextWriter said)
    {
        if (output is null) throw new InvalidDataException("--output is missing: where the generated records are to be written.");
        PeopleFile.Write(output, count, seed);
        said.WriteLine(FormattableString.Invariant($"{count:N0} records were written to {output}; the column cluster says who is who."));
        return 0;
    }
}
