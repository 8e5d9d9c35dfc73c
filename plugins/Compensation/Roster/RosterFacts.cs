using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>A person as the roster shows them today.</summary>
internal sealed record WorkerFacts(string Hrid)
{
    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>The user's one name (see <see cref="RosterState.User"/>); empty: none.</summary>
    public string User { get; init; } = "";

    /// <summary>The job's code.</summary>
    public string Job { get; init; } = "";

    /// <summary>The manager's hrid; empty: none.</summary>
    public string Manager { get; init; } = "";

    public decimal? Salary { get; init; }

    /// <summary>ISO 4217; empty where no salary is known.</summary>
    public string Currency { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2; may be empty.</summary>
    public string Country { get; init; } = "";

    /// <summary>First day of the first employment.</summary>
    public CalendarDate? From { get; init; }

    /// <summary>Last day of the last employment; null: still here.</summary>
    public CalendarDate? Until { get; init; }
}

/// <summary>What somebody does from a day on. Both days are inclusive.</summary>
internal sealed record EmploymentFacts(string Hrid, CalendarDate From)
{
    /// <summary>Null: until further notice.</summary>
    public CalendarDate? Until { get; init; }

    public string Job { get; init; } = "";

    public string Manager { get; init; } = "";

    public decimal? Salary { get; init; }

    public string Currency { get; init; } = "";

    public bool Covers(CalendarDate day) => From <= day && (Until is not { } until || day <= until);
}

/// <summary>Somebody is away. Both days are inclusive.</summary>
internal sealed record AbsenceFacts(string Hrid, RosterAbsence Kind, CalendarDate From)
{
    /// <summary>Null: nobody knows yet.</summary>
    public CalendarDate? Until { get; init; }

    /// <summary>Percent of the working day, 1 to 100.</summary>
    public int Share { get; init; } = 100;
}
