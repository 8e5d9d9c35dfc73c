using System;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>After a conversation the customer is left in peace for so many days, the day of the conversation being the first.</summary>
/// <remarks>
/// House policy alone for Colombia and Mexico, off until a policy names the days; Colombia's own rest (the day, and other channels for the week)
/// is <see cref="ContactCap.Daily"/> and <see cref="OneChannelPerWeek"/>.
/// </remarks>
internal sealed class RestAfterConversation : IContactRule
{
    public string Id => RuleIds.RestAfterConversation;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation)
    {
        if (situation.Policy.For(Id)?.Number is not { } days)
        {
            return fromUtc;
        }

        var at = fromUtc;
        foreach (var talk in situation.Others.Where(attempt => attempt.Reach == ContactReach.Conversation).OrderBy(attempt => attempt.AtUtc))
        {
            foreach (var clock in situation.Clocks)
            {
                var day = clock.DateAt(talk.AtUtc);
                var end = clock.StartOf(day.AddDays(days));
                at = talk.AtUtc <= at && at < end ? end : at;
            }
        }

        return at;
    }

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        var days = situation.Policy.For(Id)!.Number!.Value;
        var talk = situation.Others.Where(attempt => attempt.Reach == ContactReach.Conversation && attempt.AtUtc <= atUtc).OrderBy(attempt => attempt.AtUtc).Last();
        return new Objection(HousePolicy.Source, "RestAfterConversation", [situation.Clocks[0].ToLocal(talk.AtUtc), days]);
    }
}
