using System.Collections.Generic;

namespace Crm.Extensions.Collections;

/// <summary>Which contacts each kind of hold stops: the one table of it.</summary>
/// <remarks>A disputed amount stops no contact as such; it holds back the amount (<see cref="DisputedAmount"/>).</remarks>
internal static class HoldEffects
{
    private static readonly Dictionary<HoldKind, int> Stopped = new()
    {
        // what the law orders to be sent, and what protects the estate; nothing else goes to the dead
        [HoldKind.Deceased] = ~Bits(Purpose.Notice, Purpose.FraudAlert),
        [HoldKind.Insolvency] = Bits(Purpose.Collection, Purpose.Promise, Purpose.Reminder, Purpose.ThankYou, Purpose.Sales, Purpose.Survey),
        [HoldKind.Represented] = Bits(Purpose.Collection, Purpose.Promise, Purpose.Reminder, Purpose.Sales, Purpose.Survey),
        [HoldKind.Hardship] = Bits(Purpose.Collection, Purpose.Promise, Purpose.Reminder, Purpose.Sales, Purpose.Survey),
        [HoldKind.Disaster] = Bits(Purpose.Collection, Purpose.Promise, Purpose.Reminder, Purpose.ThankYou, Purpose.Sales, Purpose.Survey),
        [HoldKind.Minor] = Bits(Purpose.Collection, Purpose.Promise, Purpose.Reminder, Purpose.ThankYou, Purpose.Sales, Purpose.Survey),
        [HoldKind.DisputedAmount] = 0,
    };

    public static bool Stops(HoldKind kind, Purpose purpose) => (Stopped[kind] & (1 << (int)purpose)) != 0;

    private static int Bits(params Purpose[] purposes)
    {
        var bits = 0;
        foreach (var purpose in purposes)
        {
            bits |= 1 << (int)purpose;
        }

        return bits;
    }
}
