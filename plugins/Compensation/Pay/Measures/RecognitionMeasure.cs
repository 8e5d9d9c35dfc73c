using System;
using System.Linq;
using Crm.Extensions.Compensation.Pay.Credit;
using Crm.Extensions.Compensation.Recognition;

namespace Crm.Extensions.Compensation.Pay.Measures;

/// <summary>Customers greeted by name and treated as they like, as far as <see cref="RecognitionCredit"/> lets it count.</summary>
/// <remarks>Each customer's part: the days that were confirmed, and those that nobody looked at by the share of the checks that were true.</remarks>
internal static class RecognitionMeasure
{
    /// <param name="goal">A count for a whole period; 0: the share of what was recorded that counts.</param>
    public static Measurement Of(CreditBook book, decimal goal)
    {
        var meetings = RecognitionCredit.Meetings(book.Input.Recognitions.Where(fact => fact.On >= book.Input.Period.From && fact.On <= book.Input.Period.Until));
        var credit = RecognitionCredit.Of(meetings);
        var parts = new PartList();
        foreach (var customer in meetings.GroupBy(fact => fact.CustomerId, StringComparer.Ordinal))
        {
            var confirmed = customer.Count(fact => fact.IsConfirmed);
            var unseen = customer.Count(fact => !fact.IsConfirmed && !fact.IsRefuted);
            var measure = PartList.Figure(confirmed);
            if (unseen > 0) measure += $" + {PartList.Figure(unseen)} × {PartList.Figure(credit.Share)}";
            parts.Add(customer.Key, confirmed + (unseen * credit.Share), measure, string.Join("; ", customer.Where(fact => !fact.IsRefuted).Select(fact => fact.Id)));
        }

        return Measurement.Of(credit.Counted, goal > 0 ? goal * book.Presence.Share : credit.Recorded, parts.Parts);
    }
}
