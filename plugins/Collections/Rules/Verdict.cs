using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>The answer to a contact: what becomes of it, why, and when it may be made.</summary>
/// <param name="Decision">What becomes of it once the rules that object are enforced.</param>
/// <param name="Mode">
/// The strongest mode among the rules that object (of all rules, where none does): below <see cref="RuleMode.Enforce"/> the contact is left alone.
/// Where a rule that is enforced objects, decision and next instant are those of the enforced rules alone.
/// </param>
/// <param name="NextAllowedAtUtc">
/// When it may be made: the very time where it is allowed, else the first permitted instant after it and not in the past; null where there is none
/// within <see cref="ContactCourtesy.HorizonDays"/> days (a letter remains).
/// </param>
/// <param name="Findings">The rules that object, or else what the permission rests on; never empty.</param>
/// <param name="AtUtc">The contact's time.</param>
/// <param name="NextAllowedLocal"><paramref name="NextAllowedAtUtc"/> on the customer's clock.</param>
/// <param name="LocalAt">The contact's time on the customer's clock.</param>
/// <param name="TimeZoneIds">The zones it was judged in.</param>
/// <param name="Slot">The slot to hold at the contact's own time; null for contacts that use up nothing.</param>
/// <param name="NextSlot">The slot to hold at <paramref name="NextAllowedAtUtc"/>.</param>
internal sealed record Verdict(
    Decision Decision,
    RuleMode Mode,
    DateTime? NextAllowedAtUtc,
    IReadOnlyList<Finding> Findings,
    DateTime AtUtc,
    DateTime LocalAt,
    DateTime? NextAllowedLocal,
    IReadOnlyList<string> TimeZoneIds,
    string Country,
    string PackVersion,
    ContactSlot? Slot,
    ContactSlot? NextSlot)
{
    /// <summary>What the contact should be instead; null where nothing else would do. Of a stopped contact: what remains.</summary>
    public ContactChange? ChangeTo { get; init; }

    /// <summary>What was known of the obligations that the contact is about.</summary>
    public IReadOnlyList<LedgerFact> Ledger { get; init; } = [];

    public bool Allowed => Decision == Decision.Allowed;

    /// <summary>The decision takes effect: the contact is to be moved, changed or stopped.</summary>
    public bool Enforced => Mode == RuleMode.Enforce && Decision is Decision.Moved or Decision.Changed or Decision.Stopped;

    /// <summary>The ids of the rules that object, comma-separated; of those the permission rests on where none does.</summary>
    public string RuleIds => string.Join(",", Findings.Select(finding => finding.RuleId).Distinct());
}

/// <summary>What a contact that counts occupies, so that two people cannot take the same place at once.</summary>
/// <param name="LocalDate">The customer's own day.</param>
/// <param name="Day">Value of crmx_slot: customer, day and the first free number of that day.</param>
/// <param name="Week">Value of crmx_weekslot, or null where no rule looks at the week.</param>
internal sealed record ContactSlot(CalendarDate LocalDate, string Day, string? Week);
