using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Candidates;

/// <summary>What shows how customer-minded somebody is. The numbers are those of option set crmx_hiringcriterion, less its base 574840000.</summary>
internal enum HiringCriterionWord
{
    Listens = 0,
    Ownership = 1,

    /// <summary>Knows and uses what the customer has said.</summary>
    Memory = 2,
    Service = 3,
    Honesty = 4,
    Learning = 5,
}

/// <summary>What people decide of a candidate. The numbers are those of option set crmx_hiringdecision, less its base 574840000.</summary>
internal enum HiringDecisionWord
{
    Undecided = 0,
    Hire = 1,
    Decline = 2,
}

/// <summary>How customer-minded a candidate is: the mean of the criteria, each from 1 to 5, to two decimals. It ranks nobody and decides nothing.</summary>
internal static class CandidateScore
{
    public const int Lowest = 1;
    public const int Highest = 5;

    /// <summary>Null: nothing was scored yet.</summary>
    public static decimal? Of(IReadOnlyCollection<int> scores) =>
        scores.Count == 0 ? null : Math.Round((decimal)scores.Sum() / scores.Count, 2, MidpointRounding.AwayFromZero);

    /// <summary>Criteria that nobody has scored.</summary>
    public static IReadOnlyList<HiringCriterionWord> Missing(IEnumerable<HiringCriterionWord> scored) =>
        [.. Enum.GetValues(typeof(HiringCriterionWord)).Cast<HiringCriterionWord>().Except(scored)];
}
