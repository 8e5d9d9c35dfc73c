using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>
/// A day's list for a team: whom to contact, in order of what matters most, each at an hour that is permitted and at which somebody is free. A
/// customer appears once: the most pressing matter speaks for all of them.
/// </summary>
/// <param name="Contacts">In the order of their hours.</param>
/// <param name="Left">Who cannot be contacted that day, and why.</param>
internal sealed record DayPlan(IReadOnlyList<PlannedCall> Contacts, IReadOnlyList<LeftOut> Left)
{
    /// <summary>Gives each candidate the first permitted hour at which one of the team is free.</summary>
    /// <param name="candidates">In any order.</param>
    /// <param name="fromUtc">The first instant of the list.</param>
    /// <param name="toUtc">The instant at which it ends; no contact is planned at or after it.</param>
    /// <param name="minutes">What one contact takes, 1 or more.</param>
    /// <param name="agents">How many people make contacts at the same time, 1 or more.</param>
    /// <param name="judge">The verdict on a candidate at an instant (UTC).</param>
    public static DayPlan Of(
        IEnumerable<PlanCandidate> candidates, DateTime fromUtc, DateTime toUtc, int minutes, int agents, Func<PlanCandidate, DateTime, Verdict> judge)
    {
        var slots = Math.Max(0, (int)Math.Ceiling((toUtc - fromUtc).TotalMinutes / minutes));
        var taken = new int[slots];
        var contacts = new List<PlannedCall>();
        var left = new List<LeftOut>();
        foreach (var candidate in MostPressing(candidates))
        {
            Verdict? objection = null;
            var place = Place(candidate, taken, agents, fromUtc, minutes, judge, ref objection);
            if (place is { } found)
            {
                contacts.Add(new PlannedCall(candidate, found));
            }
            else
            {
                left.Add(new LeftOut(candidate, objection));
            }
        }

        return new DayPlan([.. contacts.OrderBy(contact => contact.Verdict.AtUtc).ThenBy(contact => contact.Candidate.Rank)], left);
    }

    private static IEnumerable<PlanCandidate> MostPressing(IEnumerable<PlanCandidate> candidates) => candidates
        .OrderBy(candidate => candidate.Purpose == Purpose.Collection ? 0 : candidate.Purpose == Purpose.Promise ? 1 : 2)
        .ThenByDescending(candidate => candidate.DaysPastDue)
        .ThenByDescending(candidate => candidate.Amount)
        .ThenBy(candidate => candidate.CustomerKey, StringComparer.Ordinal)
        .GroupBy(candidate => candidate.CustomerKey, StringComparer.Ordinal)
        .Select((group, index) => group.First() with { Rank = index });

    private static Verdict? Place(
        PlanCandidate candidate, int[] taken, int agents, DateTime from, int minutes, Func<PlanCandidate, DateTime, Verdict> judge, ref Verdict? objection)
    {
        for (var slot = 0; slot < taken.Length; slot++)
        {
            if (taken[slot] >= agents)
            {
                continue;
            }

            var verdict = judge(candidate, from.AddMinutes((double)slot * minutes));
            if (verdict.Allowed)
            {
                taken[slot]++;
                return verdict;
            }

            objection ??= verdict;
            if (verdict.NextAllowedAtUtc is not { } next)
            {
                return null;
            }

            // on to the slot that holds the next permitted instant; the loop adds one
            slot = Math.Max(slot, (int)Math.Min(taken.Length, Math.Ceiling((next - from).TotalMinutes / minutes)) - 1);
        }

        return null;
    }
}

/// <summary>A matter for which a customer may be contacted, as the ledger bears it out.</summary>
/// <param name="Amount">What may be demanded or is coming due, in the obligation's currency.</param>
internal sealed record PlanCandidate(string CustomerKey, string ObligationKey, Purpose Purpose, decimal Amount, int DaysPastDue)
{
    public Guid Customer { get; init; }

    public string CustomerName { get; init; } = "";

    public string ObligationNumber { get; init; } = "";

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Its place among all candidates, 0 the most pressing.</summary>
    public int Rank { get; init; }
}

/// <summary>A contact with its hour, which is the verdict's.</summary>
internal sealed record PlannedCall(PlanCandidate Candidate, Verdict Verdict);

/// <summary>Somebody who cannot be contacted that day.</summary>
/// <param name="Objection">What stood against it; null: everybody was busy.</param>
internal sealed record LeftOut(PlanCandidate Candidate, Verdict? Objection);
