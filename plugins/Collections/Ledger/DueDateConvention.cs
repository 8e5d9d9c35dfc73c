using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What becomes of a due date that falls on a day on which banks are closed.</summary>
internal enum DueDateConvention
{
    /// <summary>Nothing: it stays.</summary>
    None,

    /// <summary>The next bank day.</summary>
    Following,

    /// <summary>The bank day before; by contract only, no law asks it.</summary>
    Preceding,

    /// <summary>The next bank day, or the one before where the next lies in another month.</summary>
    ModifiedFollowing,

    /// <summary>The last bank day of its month, on whatever day it falls.</summary>
    EndOfMonth,

    /// <summary>The next bank day for who pays by then; who pays later is late from the due date itself (Brazil: Lei 7.089/1983; STJ, REsp 1.954.924).</summary>
    FollowingConditional,
}

/// <summary>A country's convention. Until what hour of the last day a payment is in time: <see cref="SettlementTerms.DayEndsAt"/>.</summary>
/// <param name="ValidFrom">First due date to which it applies; null: from ever.</param>
/// <param name="ValidUntil">Last due date to which it applies; null: until it is replaced.</param>
internal sealed record DueDateValue(DueDateConvention Convention, RuleSource Source, CalendarDate? ValidFrom, CalendarDate? ValidUntil)
{
    /// <summary>Where a country says nothing: the next bank day.</summary>
    public static readonly DueDateValue House = new(DueDateConvention.Following, HousePolicy.Source, null, null);

    public bool HoldsOn(CalendarDate due) => (ValidFrom is null || ValidFrom.Value <= due) && (ValidUntil is null || due <= ValidUntil.Value);
}
