using System;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>The customer wants no contact of this kind by this channel. An opt-out that ends on a day is waited for.</summary>
/// <remarks>Source: Ley 2300 de 2023, art. 5, par. 2 (Colombia); REUS and REPEP (Mexico). Never holds back exempt purposes.</remarks>
internal sealed class OptOut : IContactRule
{
    public string Id => RuleIds.OptOut;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        situation.Customer.Consents.Count == 0 ? fromUtc : Standing.FirstFree(fromUtc, situation, day => situation.Consents(ConsentKind.OptOut, day).Any());

    public Objection Explain(DateTime atUtc, Situation situation) =>
        new(situation.Pack.OptOut, "OptOut", [situation.Request.Channel, situation.Request.Purpose]);
}

/// <summary>A customer is contacted only by channels that he has authorised. Off until a tenant that records authorisations switches it on.</summary>
/// <remarks>Source: Ley 2300 de 2023, art. 2 (Colombia). A letter needs none: it is what remains.</remarks>
internal sealed class ChannelAuthorisation : IContactRule
{
    public string Id => RuleIds.ChannelAuthorisation;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        situation.Request.Channel == Channel.Letter
            ? fromUtc
            : Standing.FirstFree(fromUtc, situation, day => !situation.Consents(ConsentKind.ChannelAuthorisation, day).Any());

    public Objection Explain(DateTime atUtc, Situation situation) =>
        new(situation.Pack.ChannelAuthorisation, "NotAuthorised", [situation.Request.Channel, situation.Request.Purpose]);
}

/// <summary>A channel that the law closes for a purpose unless the customer authorised it expressly.</summary>
/// <remarks>
/// Sources: Ley 2300 de 2023, art. 6, visits (Colombia); Ley 29571, art. 58.1.e, offers (Peru); Ley 10/2025, sales calls without a consent of the
/// last two years (Spain).
/// </remarks>
internal sealed class ForbiddenChannels : IContactRule
{
    public string Id => RuleIds.ForbiddenChannel;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        situation.Values.Forbidden.Length == 0 ? fromUtc : Standing.FirstFree(fromUtc, situation, day => On(day, situation) is not null);

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        var closed = situation.Clocks.Select(clock => On(clock.DateAt(atUtc), situation)).OfType<ForbiddenChannel>().First();
        return new Objection(
            closed.Source,
            closed.LiftedBy == ConsentKind.MarketingConsent ? "NoMarketingConsent" : "ForbiddenChannel",
            [situation.Request.Channel, situation.Request.Purpose]);
    }

    private static ForbiddenChannel? On(CalendarDate day, Situation situation)
    {
        foreach (var value in situation.Values.Forbidden)
        {
            if (value.Scope.HoldsOn(day) && !situation.Consents(value.LiftedBy, day).Any(consent => value.IsLiftedBy(consent, situation.Request.Channel, day)))
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>What holds for whole days on end.</summary>
internal static class Standing
{
    public static DateTime? FirstFree(DateTime fromUtc, Situation situation, Func<CalendarDate, bool> closed) =>
        new PermittedWindows(situation.Clocks, day => closed(day) ? DayWindow.None : DayWindow.WholeDay).FirstFrom(fromUtc, ContactCourtesy.HorizonDays);
}
