using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.ContactAttempt.Fields;

namespace Crm.Extensions.Collections;

/// <summary>
/// Rows of crmx_contactattempt as they are to be written: with the id of the row that they replace, or none for a new one. An activity has one live
/// row for each customer, which is written over however often the contact is judged, and one more for each stop.
/// </summary>
internal sealed class AttemptRows
{
    private readonly ContactFacts facts;
    private readonly EntityReference by;
    private readonly Guid owner;

    /// <param name="facts">The contact.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="owner">The user whose request it is: owns the rows where the activity names no user as its owner.</param>
    public AttemptRows(ContactFacts facts, Guid by, Guid owner)
    {
        this.facts = facts;
        this.by = new EntityReference(Tables.SystemUser, by);
        this.owner = owner;
    }

    /// <summary>The live rows of a contact that was allowed, moved, only observed, or has happened.</summary>
    /// <param name="isMade">It is made now or was: rows that tell of a move go on telling of it.</param>
    public IEnumerable<Entity> Live(ContactJudgement judgement, string explanation, bool isMade) =>
        judgement.Customers.Select(customer =>
        {
            var live = LiveOf(customer.Own);
            var row = Timed(judgement, customer, Start(customer.Customer.Id, live?.Id, live?.Number ?? NextNumber(customer.Own)));
            if (!isMade || judgement.Decision != Decision.Allowed || live is not { WasMoved: true }) Judged(judgement, customer, explanation, row);
            var slot = SlotOf(judgement, customer, live);
            row[Fields.Slot] = slot?.Day;
            row[Fields.WeekSlot] = slot?.Week;
            Reopen(row, live);
            return row;
        });

    /// <summary>
    /// Of a contact that is made in order: the live row that tells that it had been moved first, or null. Such a contact keeps its decision, so that
    /// one that went out later can be told from one that went out as planned.
    /// </summary>
    public AttemptRecord? MoveBefore(ContactJudgement judgement) => judgement.Decision != Decision.Allowed ? null : judgement.Customers
        .Select(customer => LiveOf(customer.Own))
        .Where(live => live is { WasMoved: true })
        .OrderByDescending(live => live!.NextAllowedAtUtc)
        .FirstOrDefault();

    /// <summary>The proof that a contact was stopped before it came to be, or before it was changed; it uses up nothing.</summary>
    public IEnumerable<Entity> Stop(ContactJudgement judgement, string explanation) =>
        judgement.Customers.Select(customer =>
            Judged(judgement, customer, explanation, Timed(judgement, customer, Start(customer.Customer.Id, null, NextNumber(customer.Own)))));

    /// <summary>As <see cref="Stop"/> for an activity that is saved and cancelled: its live row becomes the proof and gives its slots back.</summary>
    public IEnumerable<Entity> StopLive(ContactJudgement judgement, string explanation) =>
        judgement.Customers.Select(customer =>
        {
            var live = LiveOf(customer.Own);
            var row = Timed(judgement, customer, Start(customer.Customer.Id, live?.Id, live?.Number ?? NextNumber(customer.Own)));
            Judged(judgement, customer, explanation, row);
            row[Fields.Slot] = null;
            row[Fields.WeekSlot] = null;
            row[Fields.Attempted] = false;
            return row;
        });

    /// <summary>The slim row of a contact that came from the customer: never judged, no cap counts it.</summary>
    public IEnumerable<Entity> Incoming(IEnumerable<CustomerRecord> customers, IReadOnlyList<AttemptRecord> own) =>
        customers.Select(customer =>
        {
            var known = own.FirstOrDefault(attempt => attempt.CustomerId == customer.Id && !attempt.IsStop);
            var row = Start(customer.Id, known?.Id, known?.Number ?? 1);
            row[Fields.At] = facts.AtUtc;
            row[Fields.Slot] = null;
            row[Fields.WeekSlot] = null;
            Reopen(row, known);
            return row;
        });

    /// <summary>Gives back what the live rows of a cancelled or deleted activity hold.</summary>
    public static IEnumerable<Entity> Released(IEnumerable<AttemptRecord> own) =>
        own.Where(attempt => attempt.Attempt.Reach == ContactReach.Planned).Select(attempt => new Entity(Tables.ContactAttempt, attempt.Id)
        {
            [Fields.Slot] = null,
            [Fields.WeekSlot] = null,
            [Fields.Attempted] = false,
            [Fields.StateCode] = new OptionSetValue((int)ContactAttempt_StateCode.Inactive),
            [Fields.StatusCode] = new OptionSetValue((int)ContactAttempt_StatusCode.Inactive),
        });

    /// <summary>The live row of a queued contact that was stopped afterwards: it becomes the proof and gives its places back.</summary>
    public static Entity StoppedBy(Guid attempt, string rule, string explanation) => new(Tables.ContactAttempt, attempt)
    {
        [Fields.Decision] = Choice.Of(Decision.Stopped),
        [Fields.Mode] = Choice.Of(RuleMode.Enforce),
        [Fields.Rules] = rule,
        [Fields.Rule] = rule,
        [Fields.Explanation] = explanation,
        [Fields.NextAllowedAt] = null,
        [Fields.Slot] = null,
        [Fields.WeekSlot] = null,
        [Fields.Attempted] = false,
    };

    private Entity Start(Guid customer, Guid? existing, int number)
    {
        var row = new Entity(Tables.ContactAttempt)
        {
            [Fields.CustomerId] = new EntityReference(Tables.Customer, customer),
            [Fields.ActivityId] = facts.ActivityId == Guid.Empty ? null : Queries.Text(facts.ActivityId),
            [Fields.ActivityType] = facts.Table,
            [Fields.Number] = number,
            [Fields.ObligationId] = facts.Obligation,
            [Fields.Channel] = Choice.Of(facts.Channel),
            [Fields.Purpose] = Choice.Of(facts.Purpose),
            [Fields.Outgoing] = facts.Outgoing,
            [Fields.ById] = by,
            [Fields.Name] = string.Format(
                CultureInfo.InvariantCulture, "{0:yyyy-MM-dd HH:mm} UTC · {1} · {2}", facts.AtUtc, facts.Channel, facts.Purpose),
        };
        WriteOutcome(row);
        if (existing is { } id) row.Id = id;
        else row[Fields.OwnerId] = facts.Owner is { LogicalName: Tables.SystemUser } ? facts.Owner : new EntityReference(Tables.SystemUser, owner);
        return row;
    }

    private void WriteOutcome(Entity row)
    {
        var outcome = facts.Happened ? facts.Outcome : null;
        var machine = facts.ReachedMachine;
        var answered = outcome is ContactOutcome.ThirdParty or ContactOutcome.Conversation or ContactOutcome.Refused;
        row[Fields.Attempted] = facts.Happened;
        row[Fields.Delivered] = answered || machine || outcome == ContactOutcome.Delivered;
        row[Fields.Answered] = answered;
        row[Fields.Machine] = machine;
        row[Fields.ThirdParty] = outcome == ContactOutcome.ThirdParty;
        row[Fields.Conversation] = outcome == ContactOutcome.Conversation;
    }

    private static Entity Timed(ContactJudgement judgement, CustomerVerdict customer, Entity row)
    {
        row[Fields.At] = judgement.AtUtc;
        row[Fields.LocalHour] = LocalHour(judgement.AtUtc, customer.Verdict);
        row[Fields.LocalDate] = (customer.Slot?.LocalDate ?? Shared.CalendarDate.Of(customer.Verdict.LocalAt)).Midnight;
        return row;
    }

    // the verdict has both times where the contact is moved
    private static int LocalHour(DateTime at, Verdict verdict) =>
        (at == verdict.NextAllowedAtUtc && verdict.NextAllowedLocal is { } moved ? moved : verdict.LocalAt + (at - verdict.AtUtc)).Hour;

    private static Entity Judged(ContactJudgement judgement, CustomerVerdict customer, string explanation, Entity row)
    {
        var verdict = customer.Verdict;
        row[Fields.Decision] = Choice.Of(judgement.Decision);
        row[Fields.Mode] = Choice.Of(judgement.OnlyObserved ? RuleMode.Observe : verdict.Mode);
        row[Fields.Rules] = verdict.RuleIds;
        row[Fields.Rule] = verdict.Findings[0].RuleId;
        row[Fields.Explanation] = explanation;
        row[Fields.NextAllowedAt] = judgement.NextAllowedAtUtc;
        row[Fields.PackVersion] = verdict.PackVersion;
        return row;
    }

    // What is only observed takes no slot: a collision would refuse it. What has happened keeps the slot it was planned with and takes no new one:
    // a collision would keep people from logging it.
    private ContactSlot? SlotOf(ContactJudgement judgement, CustomerVerdict customer, AttemptRecord? live)
    {
        if (judgement.OnlyObserved || judgement.Decision is Decision.Breach or Decision.Stopped || customer.Slot is not { } slot) return null;
        if (customer.Verdict.Mode != RuleMode.Enforce) return null;
        if (live is { Attempt.Slot.Length: > 0 } && SamePeriod(live.Attempt.Slot, slot.Day)) return new ContactSlot(slot.LocalDate, live.Attempt.Slot, KeptWeek(live, slot));
        return facts.Happened ? null : slot;
    }

    private static string? KeptWeek(AttemptRecord live, ContactSlot slot) =>
        slot.Week is not null && live.Attempt.WeekSlot.Length > 0 && SamePeriod(live.Attempt.WeekSlot, slot.Week) ? live.Attempt.WeekSlot : slot.Week;

    private static bool SamePeriod(string held, string wanted) =>
        string.Equals(held.Substring(0, held.LastIndexOf('|')), wanted.Substring(0, wanted.LastIndexOf('|')), StringComparison.Ordinal);

    private AttemptRecord? LiveOf(IReadOnlyList<AttemptRecord> attempts) => OfThis(attempts).Where(attempt => !attempt.IsStop).OrderBy(attempt => attempt.Number).FirstOrDefault();

    private int NextNumber(IReadOnlyList<AttemptRecord> attempts) => OfThis(attempts).Select(attempt => attempt.Number).DefaultIfEmpty(0).Max() + 1;

    private IEnumerable<AttemptRecord> OfThis(IReadOnlyList<AttemptRecord> attempts)
    {
        var id = Queries.Text(facts.ActivityId);
        return attempts.Where(attempt => id.Length > 0 && string.Equals(attempt.ActivityId, id, StringComparison.OrdinalIgnoreCase));
    }

    private static void Reopen(Entity row, AttemptRecord? live)
    {
        if (live is not { Attempt.Reach: ContactReach.NotMade }) return;

        row[Fields.StateCode] = new OptionSetValue((int)ContactAttempt_StateCode.Active);
        row[Fields.StatusCode] = new OptionSetValue((int)ContactAttempt_StatusCode.Active);
    }
}
