using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>A wish to change a limit. Days on the calendar of the contract's country.</summary>
internal sealed record LimitChange(decimal OldLimit, decimal NewLimit, LimitChangeReason Reason, CalendarDate EffectiveOn, CalendarDate Today)
{
    /// <summary>The figure that a decrease for risk rests on.</summary>
    public MetricClaim? Claim { get; init; }

    /// <summary>What the customer is told; null where that is not asked about.</summary>
    public string? ReasonText { get; init; }

    public LimitNotice? Notice { get; init; }

    public LimitConsent? Consent { get; init; }

    /// <summary>The core system has applied it already: it can only be recorded, as a breach if it is one.</summary>
    public bool Happened { get; init; }

    public bool IsIncrease => NewLimit > OldLimit;

    public bool IsDecrease => NewLimit < OldLimit;
}

/// <summary>The contact that is named as the notice, or as the one in which the customer asked.</summary>
/// <param name="On">The day it was made.</param>
/// <param name="Delivered">It arrived, as far as the record goes; an attempt that was stopped never did.</param>
internal sealed record LimitNotice(CalendarDate On, bool Delivered)
{
    /// <summary>With a customer who is party to the obligation, and about no other one.</summary>
    public bool Concerns { get; init; } = true;

    /// <summary>It was made for giving notice that the law requires.</summary>
    public bool IsNotice { get; init; } = true;

    /// <summary>The customer came to us, or we spoke.</summary>
    public bool CustomerSpoke { get; init; }
}

/// <summary>The consent that is named for an increase.</summary>
/// <param name="IsForIncrease">Of the kind that agrees to one increase of a limit.</param>
/// <param name="SignedOn">When the customer said yes; null: nobody wrote it down.</param>
internal sealed record LimitConsent(bool IsForIncrease, CalendarDate? SignedOn)
{
    /// <summary>Given by a customer who is party to the obligation.</summary>
    public bool Concerns { get; init; } = true;

    /// <summary>It stands: neither withdrawn nor past its last day.</summary>
    public bool Holds { get; init; } = true;

    /// <summary>Another increase rests on it.</summary>
    public bool Used { get; init; }
}
