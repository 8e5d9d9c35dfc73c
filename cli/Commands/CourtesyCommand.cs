using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Extensions.Cli.Courtesy;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx courtesy</c>: judges one contact and says why. Exit code 1: not understood; 2: answered, but some rows were left out.</summary>
internal static class CourtesyCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var country = new Option<string?>("--country") { Description = "ISO code of the debtor's country, with a state where that matters: CO, MX, BR-SP." };
        var channel = new Option<string?>("--channel") { Description = string.Join(", ", Words.All<Channel>()) + "." };
        var purpose = new Option<string?>("--purpose") { Description = string.Join(", ", Words.All<Purpose>()) + "." };
        var at = new Option<string?>("--at") { Description = "When: 2026-11-22T10:00 is the debtor's local time, 2026-11-22T10:00-05:00 an instant." };
        var timeZone = new Option<string?>("--timezone") { Description = "The debtor's time zone (Windows id, IANA id or Dataverse's number); else the capital's for a local time, all the country's for an instant." };
        var history = new Option<string?>("--history") { Description = "CSV of earlier contacts: at,channel,purpose[,conversation,outcome]." };
        var policy = new Option<string?>("--policy") { Description = "CSV of house policy: rule[,country,value,mode,from,until]." };
        var ledger = new Option<string?>("--ledger") { Description = "JSON of the customer's obligations, holds and journeys, or a list of customers; see docs/collections.md." };
        var customer = new Option<string>("--customer") { Description = "The customer of the ledger.", DefaultValueFactory = _ => "" };
        var obligation = new Option<string?>("--obligation") { Description = "The key of the obligation that the contact is about." };
        var input = new Option<string?>("--input") { Description = "CSV of contacts, one decision a line: country,channel,purpose,at[,timezone,customer,obligation]." };
        var language = new Option<string>("--language") { Description = "en or es.", DefaultValueFactory = _ => "en" };
        var json = new Option<bool>("--json") { Description = "Print the decision as JSON; with --input, one line each." };
        var command = new Command("courtesy", "Says whether a contact may be made, why, and when.")
        {
            country, channel, purpose, at, timeZone, history, policy, ledger, customer, obligation, input, language, json,
        };
        command.SetAction(parse => Faults.Told(() =>
        {
            string Given(Option<string?> option) => parse.GetValue(option)
                ?? (parse.GetValue(input) is null ? throw new InvalidDataException($"{option.Name} is missing.") : "");
            var question = new CourtesyInput(Given(country), Given(channel), Given(purpose), Given(at), parse.GetValue(timeZone), parse.GetValue(history))
            {
                Policy = parse.GetValue(policy),
                Ledger = parse.GetValue(ledger),
                Customer = parse.GetRequiredValue(customer),
                Obligation = parse.GetValue(obligation),
            };
            var answers = new Answers(LanguageOf(parse.GetRequiredValue(language)), parse.GetValue(json), parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            return parse.GetValue(input) is { } contacts ? RunAll(contacts, question, answers) : Run(question, answers);
        }, parse.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(CourtesyInput input, Answers answers)
    {
        var question = CourtesyQuestion.Ask(input, new CourtesyFiles());
        foreach (var problem in question.Problems) answers.Error.WriteLine(problem);
        answers.Output.WriteLine(answers.Json
            ? JsonNode.Parse(VerdictJson.Write(question.Verdict, answers.Language))!.ToJsonString(Readable)
            : Sentence(question.Verdict, answers.Language));
        return question.Problems.Count > 0 ? 2 : 0;
    }

    /// <summary>One decision a line; a line that cannot be understood is named, and its place kept by an empty line.</summary>
    private static int RunAll(string path, CourtesyInput common, Answers answers)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var files = new CourtesyFiles();
        foreach (var contact in ContactsFile.Read(path, common))
        {
            try
            {
                var question = CourtesyQuestion.Ask(contact.Input, files);
                foreach (var problem in question.Problems.Where(told.Add)) answers.Error.WriteLine(problem);
                answers.Output.WriteLine(answers.Json
                    ? JsonNode.Parse(VerdictJson.Write(question.Verdict, answers.Language))!.ToJsonString(OneLine)
                    : Sentence(question.Verdict, answers.Language));
            }
            catch (InvalidDataException mistake)
            {
                var problem = string.Create(CultureInfo.InvariantCulture, $"{path}, line {contact.Line}: {mistake.Message}");
                told.Add(problem);
                answers.Error.WriteLine(problem);
                answers.Output.WriteLine();
            }
        }

        return told.Count > 0 ? 2 : 0;
    }

    private static string Sentence(Verdict verdict, Language language)
    {
        var decision = VerdictText.Name(verdict.Decision, language);
        return string.Create(CultureInfo.InvariantCulture, $"{decision.ToUpperInvariant()}: {VerdictText.Explain(verdict, language)} [{verdict.PackVersion}]");
    }

    private static Language LanguageOf(string text) =>
        text.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? Language.Spanish
        : text.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
        : throw new InvalidDataException($"'{text}' is no language that is spoken here. Known: en, es.");

    /// <summary>How and where decisions are told.</summary>
    private sealed record Answers(Language Language, bool Json, TextWriter Output, TextWriter Error);
}
