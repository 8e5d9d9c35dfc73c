using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>After a conversation the customer is left in peace for so many days, the day of the conversation being the first.</summary>
/// <remarks>
/// Sources: Ley 2300 de 2023, art. 3, the day (Colombia); Ley 19.496, art. 37, calls for the rest of the week (Chile); Regulation F,
/// 12 CFR 1006.14(b)(2), as house policy (United States). A courtesy policy may ask for more days, after any conversation and by every channel.
/// </remarks>
internal sealed class RestAfterConversation : IContactRule
{
    public string Id => RuleIds.RestAfterConversation;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation)
    {
        var rests = situation.Values.Rests;
        var house = situation.Policy.For(Id)?.Number;
        if (situation.Talks.Count == 0 || (rests.Length == 0 && house is null))
        {
            return fromUtc;
        }

        var at = fromUtc;
        while (true)
        {
            var start = at;
            foreach (var talk in situation.Talks)
            {
                foreach (var clock in situation.Clocks)
                {
                    at = talk.AtUtc <= at && EndOf(talk, clock, situation, rests, house) is { } end && at < end.At ? end.At : at;
                }
            }

            if (at == start)
            {
                return at;
            }
        }
    }

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        foreach (var talk in situation.Talks)
        {
            foreach (var clock in situation.Clocks)
            {
                if (talk.AtUtc <= atUtc && EndOf(talk, clock, situation, situation.Values.Rests, situation.Policy.For(Id)?.Number) is { } end && atUtc < end.At)
                {
                    return end.Days == RestValue.RestOfWeek
                        ? new Objection(end.Source, "RestOfWeek", [clock.ToLocal(talk.AtUtc)])
                        : new Objection(end.Source, "RestAfterConversation", [clock.ToLocal(talk.AtUtc), end.Days]);
                }
            }
        }

        throw new InvalidOperationException("No conversation objects to this instant.");
    }

    /// <summary>When the longest peace after a conversation ends; null where it starts none.</summary>
    private static End? EndOf(ContactAttempt talk, LocalClock clock, Situation situation, IReadOnlyList<RestValue> rests, int? house)
    {
        var day = clock.DateAt(talk.AtUtc);
        CalendarDate? last = null;
        var days = 0;
        var source = HousePolicy.Source;
        foreach (var rest in rests)
        {
            if ((talk.Outgoing || rest.AfterInbound)
                && rest.Scope.HoldsOn(day)
                && rest.Scope.Covers(talk.Channel, talk.Purpose)
                && (!rest.PerObligation || talk.IsAbout(situation.Request.ObligationKey))
                && !(rest.EndAfter(day) <= last))
            {
                last = rest.EndAfter(day);
                days = rest.Days;
                source = rest.Source;
            }
        }

        if (house is { } asked && talk.Outgoing && !(day.AddDays(asked) <= last))
        {
            last = day.AddDays(asked);
            days = asked;
            source = HousePolicy.Source;
        }

        return last is { } end ? new End(clock.StartOf(end), days, source) : null;
    }

    private sealed record End(DateTime At, int Days, RuleSource Source);
}
