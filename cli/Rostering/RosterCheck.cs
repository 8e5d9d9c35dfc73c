using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Unify;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Shared;
using CsvHelper;
using CsvHelper.Configuration;

namespace Crm.Extensions.Cli.Rostering;

/// <summary>Checks HR's file without a tenant, with the same classes that import it.</summary>
/// <param name="Input">HR's file.</param>
/// <param name="Absences">A file of absences apart; null: they stand in the same file, or there are none.</param>
/// <param name="Former">The file that was imported before: what changes is told against it; null: all is new.</param>
/// <param name="Jobs">CSV of the tenant's own jobs: code[,name]; null: those that ship alone.</param>
internal sealed record RosterCheck(string Input, string? Absences, string? Former, string? Jobs, CalendarDate Today)
{
    /// <exception cref="InvalidDataException">A file is missing or no text.</exception>
    public IReadOnlyList<KeyValuePair<string, RosterPlan>> Run(TextWriter error)
    {
        var state = new RosterState { Jobs = ReadJobs() };
        if (Former is not null) state = RosterState.Of(RosterReconciliation.Make(Read(Former, error), state, Today), state);

        var plan = RosterReconciliation.Make(Read(Input, error), state, Today);
        var plans = new List<KeyValuePair<string, RosterPlan>> { new(Input, plan) };
        if (Absences is null) return plans;

        // as in the tenant: the people first, then who of them is away
        var imported = RosterState.Of(plan, state);
        var known = state.Workers.Values.Where(worker => !imported.Workers.ContainsKey(worker.Hrid)).Concat(imported.Workers.Values);
        var together = new RosterState
        {
            Jobs = state.Jobs,
            Workers = known.ToDictionary(worker => worker.Hrid, StringComparer.OrdinalIgnoreCase),
            Employments = imported.Employments,
            Absences = state.Absences,
        };
        plans.Add(new(Absences, RosterReconciliation.Make(Read(Absences, error), together, Today)));
        return plans;
    }

    private static RosterFile Read(string path, TextWriter error)
    {
        using var reader = TextFile.Open(path, out var notice);
        if (notice is not null) error.WriteLine(notice);
        return RosterFile.Read(reader.ReadToEnd());
    }

    private Dictionary<string, string> ReadJobs()
    {
        var codes = ShippedJobs.ByName();
        if (Jobs is null) return codes;

        using var reader = TextFile.Open(Jobs);
        using var csv = new CsvReader(reader, new CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { MissingFieldFound = null, HeaderValidated = null, BadDataFound = null });
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord?.Contains("code") != true) throw new InvalidDataException($"{Jobs} has no column code.");
        while (csv.Read())
        {
            var code = csv.GetField("code")?.Trim() ?? "";
            if (code.Length == 0) continue;
            codes[code.ToUpperInvariant()] = code;
            if (csv.TryGetField<string>("name", out var name) && !string.IsNullOrWhiteSpace(name)) codes[name.Trim().ToUpperInvariant()] = code;
        }

        return codes;
    }
}
