using System;
using Crm.Extensions.CustomerView.Identity.Matching;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>What linking a record came to.</summary>
internal sealed class LinkOutcome
{
    /// <summary>The record is nobody's: it is gone, or belongs to somebody who was forgotten.</summary>
    public static LinkOutcome Nobody { get; } = new();

    /// <summary>Whose it is.</summary>
    public Guid? Customer { get; init; }

    /// <summary>Whether that customer was made for it.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether it belongs to somebody who was forgotten, and so was not linked.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>How sure it is, 0 to 1; null where it is alone.</summary>
    public decimal? Score { get; init; }

    /// <summary>The pair that shows it best; null where it is alone.</summary>
    public PairScore? Pair { get; init; }

    /// <summary>How many pairs wait for a steward.</summary>
    public int Reviews { get; init; }

    /// <summary>How many other records are the same customer.</summary>
    public int Records { get; init; }

    /// <summary>Whether customers who exist are to be joined or parted, which an operation does.</summary>
    public bool Changes { get; init; }
}
