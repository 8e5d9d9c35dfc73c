using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Judges one contact by every rule of the customer's country and of the house.</summary>
internal static class ContactCourtesy
{
    /// <summary>So many days ahead the next permitted instant is looked for; beyond it a letter remains.</summary>
    public const int HorizonDays = 62;

    private static readonly IReadOnlyList<IContactRule> Rules =
    [
        new ForbiddenChannels(), new OptOut(), new ChannelAuthorisation(), new PermittedHours(), new PublicHolidays(), new CustomerWindow(),
        ContactCap.Daily, ContactCap.Weekly, new OneChannelPerWeek(), new RestAfterConversation(),
    ];

    /// <summary>Decides. Pure: the same input gives the same verdict.</summary>
    public static Verdict Judge(ContactRequest request, CustomerContext customer, CountryPack pack, HousePolicy policy)
    {
        var situation = new Situation(request, customer, pack, policy);
        if (pack.ExemptionOf(request.Purpose) is { } exemption)
        {
            var exempt = new Finding(RuleIds.Exempt, exemption.Source, false, policy.DefaultMode, "Exempt" + request.Purpose, []);
            return Answer(situation, Decision.Allowed, policy.DefaultMode, request.AtUtc, [exempt], counts: false);
        }

        var active = Rules.Where(rule => policy.ModeOf(rule.Id) != RuleMode.Off).ToList();
        var objections = active.Where(rule => rule.FirstPermitted(request.AtUtc, situation) != request.AtUtc).ToList();
        if (objections.Count == 0)
        {
            return Answer(situation, Decision.Allowed, policy.DefaultMode, request.AtUtc, [Grounds(situation)], counts: true);
        }

        var findings = objections.Select(rule => Finding(rule, situation)).ToList();
        var next = FirstPermitted(active, Later(request.AtUtc, request.NotBeforeUtc), situation);
        return Answer(situation, Decide(request, next), findings.Max(finding => finding.Mode), next, findings, counts: true);
    }

    /// <summary>
    /// The earliest instant to which no rule objects. Each rule says where its own first free instant lies, so that the search leaps from one to
    /// the next and never passes over a permitted moment.
    /// </summary>
    private static DateTime? FirstPermitted(List<IContactRule> rules, DateTime fromUtc, Situation situation)
    {
        var end = fromUtc.AddDays(HorizonDays);
        var at = fromUtc;
        while (true)
        {
            var start = at;
            foreach (var rule in rules)
            {
                if (rule.FirstPermitted(at, situation) is not { } free || free > end)
                {
                    return null;
                }

                at = free;
            }

            if (at == start)
            {
                return at;
            }
        }
    }

    private static Decision Decide(ContactRequest request, DateTime? next)
    {
        if (request.Phase == ContactPhase.Happened)
        {
            return Decision.Breach;
        }

        return next is null || request.ExplicitTime || next > Later(request.AtUtc, request.NotBeforeUtc).AddDays(request.MoveWithinDays)
            ? Decision.Stopped
            : Decision.Moved;
    }

    private static Finding Finding(IContactRule rule, Situation situation)
    {
        var objection = rule.Explain(situation.Request.AtUtc, situation);
        return new Finding(rule.Id, objection.Source, true, situation.Policy.ModeOf(rule.Id), objection.MessageKey, objection.Facts);
    }

    /// <summary>What a permission rests on: the hours that bind the purpose, or the silence of every rule.</summary>
    private static Finding Grounds(Situation situation)
    {
        var local = situation.Clocks[0].ToLocal(situation.Request.AtUtc);
        var hours = situation.Pack.Hours.FirstOrDefault(value =>
            value.Scope.HoldsOn(CalendarDate.Of(local)) && value.Scope.Covers(situation.Request.Channel, situation.Request.Purpose));
        return hours is null
            ? new Finding(RuleIds.PermittedHours, HousePolicy.Source, false, situation.Policy.DefaultMode, "NothingObjects", [local])
            : new Finding(RuleIds.PermittedHours, hours.Source, false, situation.Policy.DefaultMode, "WithinHours", [local, hours.Week[(int)local.DayOfWeek]]);
    }

    private static Verdict Answer(Situation situation, Decision decision, RuleMode mode, DateTime? next, IReadOnlyList<Finding> findings, bool counts) => new(
        decision,
        mode,
        next,
        findings,
        situation.Request.AtUtc,
        situation.Clocks[0].ToLocal(situation.Request.AtUtc),
        next is { } instant ? situation.Clocks[0].ToLocal(instant) : null,
        [.. situation.Clocks.Select(clock => clock.Id)],
        situation.Pack.Country,
        situation.Pack.Version,
        counts ? Slots.At(situation.Request.AtUtc, situation) : null,
        counts && next is { } at ? Slots.At(at, situation) : null);

    private static DateTime Later(DateTime a, DateTime? b) => b > a ? b.Value : a;
}
