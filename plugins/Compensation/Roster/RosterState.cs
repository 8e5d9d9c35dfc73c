using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>What is known before the file is read: the tenant's rows, or a former file.</summary>
internal sealed class RosterState
{
    /// <summary>Each job's code by everything it is called by (code, names), in capitals.</summary>
    public IReadOnlyDictionary<string, string> Jobs { get; init; } = new Dictionary<string, string>();

    /// <summary>Each user's one name by what the user is called by (domain name, e-mail), in capitals; null: users are not checked.</summary>
    public IReadOnlyDictionary<string, string>? Users { get; init; }

    /// <summary>ISO codes of the currencies that exist; null: not checked.</summary>
    public ISet<string>? Currencies { get; init; }

    public IReadOnlyDictionary<string, WorkerFacts> Workers { get; init; } = new Dictionary<string, WorkerFacts>();

    public ILookup<string, EmploymentFacts> Employments { get; init; } = Enumerable.Empty<EmploymentFacts>().ToLookup(row => row.Hrid);

    public ILookup<string, AbsenceFacts> Absences { get; init; } = Enumerable.Empty<AbsenceFacts>().ToLookup(row => row.Hrid);

    /// <summary>The code of a job, by whatever the file calls it; null: there is none.</summary>
    public string? Job(string text) => Jobs.TryGetValue(text.ToUpperInvariant(), out var code) ? code : null;

    /// <summary>The one name of a user; null: there is no such user.</summary>
    public string? User(string text) => Users is null ? text : Users.TryGetValue(text.ToUpperInvariant(), out var user) ? user : null;

    /// <summary>What a former file said, as if it had been imported.</summary>
    public static RosterState Of(RosterPlan former, RosterState known) => new()
    {
        Jobs = known.Jobs,
        Users = known.Users,
        Currencies = known.Currencies,
        Workers = former.Workers.ToDictionary(row => row.Hrid, StringComparer.OrdinalIgnoreCase),
        Employments = former.Employments.ToLookup(row => row.Hrid, StringComparer.OrdinalIgnoreCase),
        Absences = former.Absences.ToLookup(row => row.Hrid, StringComparer.OrdinalIgnoreCase),
    };
}
