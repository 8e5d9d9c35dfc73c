using System;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>How HR answers a dispute; the numbers are places in crmx_disputeoutcome.</summary>
internal enum DisputeOutcome
{
    /// <summary>Not answered, or the answer was taken back.</summary>
    Undecided,
    Upheld,
    PartlyUpheld,
    Rejected,
}

/// <summary>Outcomes as words.</summary>
internal static class DisputeOutcomes
{
    /// <summary>upheld, partlyupheld, rejected or undecided, in any case; null where it is none of them.</summary>
    public static DisputeOutcome? Read(string word) => Enum.TryParse<DisputeOutcome>(word, true, out var outcome) && Enum.IsDefined(typeof(DisputeOutcome), outcome) && !int.TryParse(word, out _) ? outcome : null;

    /// <summary>Whether it changes what is paid.</summary>
    public static bool Pays(DisputeOutcome outcome) => outcome is DisputeOutcome.Upheld or DisputeOutcome.PartlyUpheld;
}
