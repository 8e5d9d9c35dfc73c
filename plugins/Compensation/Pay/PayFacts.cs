using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>A period of pay, both days within it, as HR writes them.</summary>
internal sealed record PayPeriod(string Code, CalendarDate From, CalendarDate Until)
{
    public int Days => From.DaysUntil(Until) + 1;
}

/// <summary>Whose statement it is.</summary>
/// <param name="Id">As spans, surveys and facts name them.</param>
/// <param name="From">First day of work; null: before the period.</param>
/// <param name="Until">Last day of work; null: after the period.</param>
/// <param name="Country">ISO 3166-1 alpha-2: whose law limits what may be netted.</param>
internal sealed record PayWorker(string Id, string Name = "", CalendarDate? From = null, CalendarDate? Until = null, string Country = "");

/// <summary>A leave, both days within it.</summary>
/// <param name="Share">0 to 1: the part of each day; half days are .5.</param>
internal sealed record PayAbsence(PayAbsenceKind Kind, CalendarDate From, CalendarDate Until, decimal Share = 1);

/// <summary>Why somebody is away. Every kind prorates goals; those after <see cref="PublicDuty"/> prorate target pay too, because other pay stands for it or none is owed.</summary>
internal enum PayAbsenceKind
{
    Vacation,
    Training,
    PublicDuty,
    Sick,
    Parental,
    Unpaid,
    Other,
}

/// <summary>Customers' answer about the worker.</summary>
/// <param name="CustomerValue">What the customer was worth at the period's start, in the measurement unit: the weight.</param>
/// <param name="Score">0 to 10.</param>
/// <param name="Evidence">The response's reference; the same reference counts once.</param>
internal sealed record SurveyScore(string CustomerId, decimal CustomerValue, decimal Score, CalendarDate On, string Evidence);

/// <summary>A figure that HR brings: team outcome, product quota, recovered.</summary>
internal sealed record PayAchievement(PayMetric Metric, decimal Measured, string Evidence);

/// <summary>One case that a gate judges.</summary>
/// <param name="WorkerId">Whose act it was.</param>
/// <param name="Evidence">The record; the same one counts once.</param>
internal sealed record GateFact(GateMeasure Measure, string WorkerId, string CustomerId, CalendarDate On, string Evidence);

/// <summary>A customer who left.</summary>
/// <param name="IsNeutral">Through the company's own act or a death: what was held back for them vests all the same.</param>
internal sealed record CustomerDeparture(string CustomerId, CalendarDate On, bool IsNeutral, string Evidence);

/// <summary>What earlier periods left open, and what this one leaves to the next.</summary>
internal sealed record PayBalance
{
    public static readonly PayBalance None = new();

    public IReadOnlyList<HeldBack> HeldBack { get; init; } = [];

    /// <summary>Recoverable draw that is not yet earned.</summary>
    public decimal DrawBalance { get; init; }

    /// <summary>What is still to be given back.</summary>
    public decimal ClawbackCarried { get; init; }
}

/// <summary>Pay that is kept until its day.</summary>
/// <param name="CustomerId">Empty: no customer's; it vests by its day alone.</param>
/// <param name="Evidence">Statement and period it was earned in.</param>
internal sealed record HeldBack(string ComponentId, string CustomerId, decimal Amount, CalendarDate VestsOn, string Evidence);

/// <summary>A line of a revision of a closed statement, which this statement settles.</summary>
/// <param name="Amount">Above zero: owed to the worker; below: to be given back, within what the country's law lets be netted.</param>
/// <param name="Reverses">Statement and number of the closed line.</param>
internal sealed record PayAdjustment(string ComponentId, string CustomerId, decimal Amount, string Reason, string Evidence, string Reverses);
