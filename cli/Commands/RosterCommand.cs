using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Extensions.Cli.Rostering;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx roster</c>: what an import of HR's file would change, and what is wrong in it. Exit code 1: not understood; 2: some rows are left out.</summary>
internal static class RosterCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "CSV of people: " + string.Join(",", RosterColumn.All) + " (see docs/compensation.md).", Required = true };
        var absences = new Option<string?>("--absences") { Description = "CSV of absences apart: hrid,absence,from,until,share." };
        var former = new Option<string?>("--former") { Description = "The file that was imported last: changes are told against it." };
        var jobs = new Option<string?>("--jobs") { Description = "CSV of the tenant's own jobs: code[,name]; those that ship are known." };
        var today = new Option<string?>("--today") { Description = "The day to look from, 2026-11-23; today if left out." };
        var language = new Option<string>("--language") { Description = "en or es.", DefaultValueFactory = _ => "en" };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        language.AcceptOnlyFromAmong("en", "es");
        var command = new Command("roster", "Checks HR's roster and says what importing it would change.") { input, absences, former, jobs, today, language, json };
        command.SetAction(parse => Faults.Told(() =>
        {
            var configuration = parse.InvocationConfiguration;
            var check = new RosterCheck(parse.GetRequiredValue(input), parse.GetValue(absences), parse.GetValue(former), parse.GetValue(jobs), Day(parse.GetValue(today)));
            var spoken = parse.GetRequiredValue(language) == "es" ? Language.Spanish : Language.English;
            var plans = check.Run(configuration.Error);
            if (parse.GetValue(json)) configuration.Output.WriteLine(Json(plans, spoken).ToJsonString(Readable));
            else foreach (var plan in plans) Tell(plan.Key, plan.Value, spoken, configuration);

            return plans.Any(plan => plan.Value.Errors.Any()) ? 2 : 0;
        }, parse.InvocationConfiguration.Error));
        return command;
    }

    // what is wrong goes to the error stream, as in other commands
    private static void Tell(string path, RosterPlan plan, Language language, InvocationConfiguration configuration)
    {
        foreach (var finding in plan.Findings) configuration.Error.WriteLine($"{path}: {RosterTexts.Of(finding, language)}");
        foreach (var change in plan.Changes) configuration.Output.WriteLine(RosterTexts.Of(change, language));
        configuration.Output.WriteLine(RosterTexts.Summary(plan, null, language));
    }

    // one file: its report; with absences apart, their report as a part of it
    private static JsonNode Json(IReadOnlyList<KeyValuePair<string, RosterPlan>> plans, Language language)
    {
        var reports = plans.Select(plan => JsonNode.Parse(RosterJson.Write(RosterJson.Report(plan.Value, language)))!).ToList();
        if (reports.Count > 1) reports[0]["absences"] = reports[1];
        return reports[0];
    }

    private static CalendarDate Day(string? text) =>
        text is null ? CalendarDate.Of(DateTime.Today)
        : CalendarDate.TryParse(text, out var day) ? day
        : throw new InvalidDataException($"--today: '{text}' is no day. Please write year-month-day: 2026-11-23.");
}
