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

    private static readonly ContactHolds Holds = new();
    private static readonly OpenPromise Promises = new();

    private static readonly IReadOnlyList<IContactRule> Rules =
    [
        new ForbiddenChannels(), new OptOut(), new ChannelAuthorisation(), new PermittedHours(), new PublicHolidays(), new BusinessClosure(),
        new CustomerWindow(), ContactCap.Daily, ContactCap.Weekly, ContactCap.Rolling, new Spacing(), new OneChannelPerWeek(), new RestAfterConversation(),
        Holds, new NotAParty(), new ThirdParty(), new SharedAddress(), new StaleLedger(), new NothingOverdue(), new ImmaterialAmount(), new DebitWindow(),
        new BankFault(), new PaymentInTransit(), new DisputedAmount(), Promises, new UntrueThanks(), new ThanksSeldom(), new NeedlessReminder(),
        new NeedlessDeposit(), new OfferInDifficulty(), new OfferInService(), new OfferCap(),
    ];

    /// <summary>What even a purpose that nothing else holds back obeys: nobody calls the dead.</summary>
    private static readonly IReadOnlyList<IContactRule> ForExemptPurposes = [Holds];

    /// <summary>Decides. Pure: the same input gives the same verdict.</summary>
    public static Verdict Judge(ContactRequest request, CustomerContext customer, CountryPack pack, HousePolicy policy)
    {
        var situation = new Situation(request, customer, pack, policy);
        if (RequestedContact.Of(situation) is { } asked && (policy.ModeOf(Holds.Id) == RuleMode.Off || Permits([Holds], situation, request with { Purpose = Purpose.Requested })))
        {
            return Answer(situation, Decision.Allowed, policy.DefaultMode, request.AtUtc, [asked], counts: false);
        }

        var exemption = pack.ExemptionOf(request.Purpose);
        var rules = exemption is null ? Rules : ForExemptPurposes;
        var active = AtLeast(RuleMode.Observe, rules, policy);
        List<Finding>? findings = null;
        var mode = RuleMode.Off;
        foreach (var rule in active)
        {
            if (rule.FirstPermitted(request.AtUtc, situation) != request.AtUtc)
            {
                var finding = Finding(rule, situation);
                mode = finding.Mode > mode ? finding.Mode : mode;
                (findings ??= []).Add(finding);
            }
        }

        if (findings is null)
        {
            return exemption is null
                ? FollowUp(situation) ?? Answer(situation, Decision.Allowed, policy.DefaultMode, request.AtUtc, [Grounds(situation)], counts: true)
                : Answer(situation, Decision.Allowed, policy.DefaultMode, request.AtUtc, [Exempt(exemption, policy)], counts: false);
        }

        // a rule that is only observed is named, but makes none that is enforced any stricter
        var governing = mode == RuleMode.Observe ? active : AtLeast(mode, active, policy);
        var next = FirstPermitted(governing, Later(request.AtUtc, request.NotBeforeUtc), situation);
        var decision = Decide(request, next);
        var verdict = Answer(situation, decision, mode, next, findings, counts: exemption is null);
        return decision is Decision.Moved or Decision.Stopped ? Instead(verdict, situation, governing) : verdict;
    }

    // plain loops: this is asked for every contact of every customer, and most rules have nothing to say
    private static List<IContactRule> AtLeast(RuleMode mode, IReadOnlyList<IContactRule> rules, HousePolicy policy)
    {
        var heard = new List<IContactRule>(rules.Count);
        for (var i = 0; i < rules.Count; i++)
        {
            if (policy.ModeOf(rules[i].Id) >= mode)
            {
                heard.Add(rules[i]);
            }
        }

        return heard;
    }

    /// <summary>Money may be demanded, but the customer had promised it: the contact follows the promise up, and says so.</summary>
    private static Verdict? FollowUp(Situation situation)
    {
        var request = situation.Request;
        var mode = situation.Policy.ModeOf(RuleIds.OpenPromise);
        if (request.Purpose != Purpose.Collection || request.Phase == ContactPhase.Happened || mode == RuleMode.Off
            || PurposeFromLedger.Derive(situation, request.AtUtc) != Purpose.Promise)
        {
            return null;
        }

        var finding = new Finding(RuleIds.OpenPromise, LedgerSources.Of(RuleIds.OpenPromise, situation.Pack.Country), true, mode, "PromiseFollowUp", []);
        return Answer(situation, IsWritten(request) ? Decision.Stopped : Decision.Changed, mode, request.AtUtc, [finding], counts: true) with
        {
            ChangeTo = new ContactChange(Purpose.Promise, null),
        };
    }

    /// <summary>What a contact that is not to be made as it stands should be instead: a reminder where one is due, a letter where only the hour is lacking.</summary>
    private static Verdict Instead(Verdict verdict, Situation situation, List<IContactRule> governing)
    {
        var request = situation.Request;
        if (request.Purpose.Demands()
            && verdict.Findings.Any(finding => finding.RuleId is RuleIds.NothingOverdue or RuleIds.Immaterial && finding.Mode == verdict.Mode)
            && PurposeFromLedger.Derive(situation, request.AtUtc) == Purpose.Reminder
            && Permits(governing, situation, request with { Purpose = Purpose.Reminder }))
        {
            return (IsWritten(request) ? verdict : verdict with { Decision = Decision.Changed, NextAllowedAtUtc = request.AtUtc, NextAllowedLocal = verdict.LocalAt, NextSlot = verdict.Slot })
                with { ChangeTo = new ContactChange(Purpose.Reminder, null) };
        }

        return verdict.NextAllowedAtUtc is null && request.Channel != Channel.Letter
            && situation.Pack.ExemptionOf(request.Purpose) is null
            && Permits(governing, situation, request with { Channel = Channel.Letter })
                ? verdict with { ChangeTo = new ContactChange(null, Channel.Letter) }
                : verdict;
    }

    private static bool Permits(List<IContactRule> rules, Situation situation, ContactRequest other)
    {
        var there = new Situation(other, situation.Customer, situation.Pack, situation.Policy);
        return rules.TrueForAll(rule => rule.FirstPermitted(other.AtUtc, there) == other.AtUtc);
    }

    /// <summary>The words are there already: another purpose would not change them.</summary>
    private static bool IsWritten(ContactRequest request) => request.Text is { Length: > 0 } && request.Channel is not (Channel.PhoneCall or Channel.Visit);

    private static Finding Exempt(Exemption exemption, HousePolicy policy) =>
        new(RuleIds.Exempt, exemption.Source, false, policy.DefaultMode, "Exempt" + exemption.Purpose, []);

    /// <summary>
    /// The earliest instant to which no rule objects. Each rule says where its own first free instant lies, so that the search leaps from one to
    /// the next and never passes over a permitted moment.
    /// </summary>
    private static DateTime? FirstPermitted(List<IContactRule> rules, DateTime fromUtc, Situation situation)
    {
        var end = fromUtc.AddDays(HorizonDays);
        var at = fromUtc;
        var agreed = 0;
        for (var i = 0; agreed < rules.Count; i = (i + 1) % rules.Count)
        {
            if (rules[i].FirstPermitted(at, situation) is not { } free || free > end)
            {
                return null;
            }

            // whoever moved it agrees to where it lies now; all others are asked anew
            agreed = free == at ? agreed + 1 : 1;
            at = free;
        }

        return at;
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
        var day = CalendarDate.Of(local);
        PermittedHoursValue? hours = null;
        foreach (var value in situation.Values.Hours)
        {
            if (value.Scope.HoldsOn(day))
            {
                hours = value;
                break;
            }
        }

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
        situation.TimeZoneIds,
        situation.Pack.Country,
        situation.Pack.Version,
        counts ? Slots.At(situation.Request.AtUtc, situation) : null,
        counts && next is { } at ? Slots.At(at, situation) : null)
    {
        Ledger = LedgerFact.Of(situation),
    };

    private static DateTime Later(DateTime a, DateTime? b) => b > a ? b.Value : a;
}
