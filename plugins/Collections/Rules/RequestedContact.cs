using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>What the customer himself asked for: a contact by that channel at that hour is made, whatever it is for and whatever the hour.</summary>
/// <remarks>Sources: Ley 2300 de 2023, art. 8, information that the consumer asked for (Colombia); house policy elsewhere.</remarks>
internal static class RequestedContact
{
    /// <summary>A request that names no last day is answered within so many days; then it is taken to be forgotten.</summary>
    public const int AnswerWithinDays = 7;

    /// <returns>The finding that cites the request; null where none covers the contact on every clock that the customer may live by.</returns>
    public static Finding? Of(Situation situation)
    {
        foreach (var consent in situation.Customer.Consents)
        {
            if (consent.Kind == ConsentKind.Request && Covers(consent, situation))
            {
                return Cite(consent, situation);
            }
        }

        return null;
    }

    private static bool Covers(Consent asked, Situation situation)
    {
        foreach (var clock in situation.Clocks)
        {
            var local = clock.ToLocal(situation.Request.AtUtc);
            var day = CalendarDate.Of(local);
            if (!asked.Covers(situation.Request.Channel, situation.Request.Purpose, day)
                || asked.SignedOn > day
                || (asked.Until is null && day > (asked.From ?? asked.SignedOn ?? day).AddDays(AnswerWithinDays))
                || asked.Window?.Contains(local.TimeOfDay) == false)
            {
                return false;
            }
        }

        return true;
    }

    private static Finding Cite(Consent asked, Situation situation)
    {
        var source = situation.Pack.ExemptionOf(Purpose.Requested)?.Source ?? HousePolicy.Source;
        return asked.SignedOn is { } day
            ? asked.Proof.Length > 0
                ? Finding(situation, source, "RequestedWithProof", day, asked.Proof)
                : Finding(situation, source, "RequestedOn", day)
            : asked.Proof.Length > 0
                ? Finding(situation, source, "RequestedProof", asked.Proof)
                : Finding(situation, source, "Requested");
    }

    private static Finding Finding(Situation situation, RuleSource source, string message, params object[] facts) =>
        new(RuleIds.Requested, source, false, situation.Policy.DefaultMode, message, facts);
}
