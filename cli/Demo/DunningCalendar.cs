using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Cli.Demo;

/// <summary>
/// A week's contacts as systems without manners plan them: whoever is behind is called again and again on every channel at any hour, whoever was behind on last
/// month's list is called too, and so is whoever's debit is still on its way; a punctual payer is thanked one day and reminded the next, some are thanked although
/// they are behind, and offers go out all the while.
/// </summary>
internal static class DunningCalendar
{
    private static readonly string[] Channels = ["phonecall", "email", "sms", "whatsapp", "letter"];

    /// <summary>The contacts of the week that begins on <paramref name="monday"/>, in order of local time.</summary>
    public static IReadOnlyList<PlannedContact> Plan(IReadOnlyList<DemoCustomer> customers, DateOnly monday)
    {
        var random = new Random(574840000);
        var contacts = new List<PlannedContact>();
        for (var index = 0; index < customers.Count; index++)
        {
            foreach (var purpose in Purposes(customers[index].Obligation, monday, random))
            {
                var channel = purpose == "collection" ? Channels[random.Next(4)] : Channels[random.Next(Channels.Length)];
                contacts.Add(new PlannedContact(index, channel, purpose, At(monday, random)));
            }
        }

        return [.. contacts.OrderBy(contact => contact.At).ThenBy(contact => contact.Customer)];
    }

    private static IEnumerable<string> Purposes(DemoObligation obligation, DateOnly monday, Random random)
    {
        for (var time = 0; time < Math.Min(obligation.MonthsLate, 3) + (obligation.MonthsLate > 0 ? 1 : 0); time++) yield return "collection";
        var isOnAnOldList = obligation.MonthsLate == 0 && obligation.MonthsLateBefore > 0;
        if (isOnAnOldList && random.Next(2) == 0) yield return "collection";
        // the ledger shows it unpaid, and nobody asks why
        if (obligation.MonthsLate == 0 && obligation.Ledger.OverdueOn(monday).Any()) yield return "collection";
        if (obligation.IsPunctual && random.Next(3) == 0) yield return "thankyou";
        if (obligation.MonthsLate > 0 && obligation.MonthsLateBefore == 0 && random.Next(6) == 0) yield return "thankyou";
        if (obligation.MonthsLate == 0 && random.Next(3) == 0) yield return "reminder";
        if (random.Next(4) == 0) yield return "sales";
        if (random.Next(50) == 0) yield return "fraudalert";
    }

    // Between 06:00 and 22:59 on any of the seven days, to the minute.
    private static DateTime At(DateOnly monday, Random random) =>
        monday.AddDays(random.Next(7)).ToDateTime(new TimeOnly(6 + random.Next(17), random.Next(60)));
}
