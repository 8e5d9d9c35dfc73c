using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Extensions.Cli.Courtesy;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx courtesy</c>: judges one contact and says why. Exit code 1: not understood; 2: answered, but history rows were left out.</summary>
internal static class CourtesyCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var country = new Option<string>("--country") { Description = "ISO code of the debtor's country: CO, MX.", Required = true };
        var channel = new Option<string>("--channel") { Description = string.Join(", ", Words.All<Channel>()) + ".", Required = true };
        var purpose = new Option<string>("--purpose") { Description = string.Join(", ", Words.All<Purpose>()) + ".", Required = true };
        var at = new Option<string>("--at") { Description = "When: 2026-11-22T10:00 is the debtor's local time, 2026-11-22T10:00-05:00 an instant.", Required = true };
        var timeZone = new Option<string?>("--timezone") { Description = "The debtor's time zone (Windows id, IANA id or Dataverse's number); else the capital's for a local time, all the country's for an instant." };
        var history = new Option<string?>("--history") { Description = "CSV of earlier contacts: at,channel,purpose[,conversation,outcome]." };
        var language = new Option<string>("--language") { Description = "en or es.", DefaultValueFactory = _ => "en" };
        var json = new Option<bool>("--json") { Description = "Print the decision as JSON." };
        var command = new Command("courtesy", "Says whether a contact may be made, why, and when.") { country, channel, purpose, at, timeZone, history, language, json };
        command.SetAction(parse => Faults.Told(() => Run(
            new CourtesyInput(
                parse.GetRequiredValue(country), parse.GetRequiredValue(channel), parse.GetRequiredValue(purpose), parse.GetRequiredValue(at),
                parse.GetValue(timeZone), parse.GetValue(history)),
            LanguageOf(parse.GetRequiredValue(language)),
            parse.GetValue(json),
            parse.InvocationConfiguration.Output,
            parse.InvocationConfiguration.Error)));
        return command;
    }

    private static int Run(CourtesyInput input, Language language, bool json, TextWriter output, TextWriter error)
    {
        var question = CourtesyQuestion.Ask(input);
        foreach (var problem in question.Problems) error.WriteLine(problem);
        output.WriteLine(json
            ? JsonNode.Parse(VerdictJson.Write(question.Verdict, language))!.ToJsonString(Readable)
            : Sentence(question.Verdict, language));
        return question.Problems.Count > 0 ? 2 : 0;
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
}
