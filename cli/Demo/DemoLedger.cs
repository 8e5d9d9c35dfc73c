using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;

namespace Crm.Extensions.Cli.Demo;

/// <summary>What finance has of one obligation on the eve of the week: amounts due, and money that is on its way or came back.</summary>
/// <param name="HasMandate">Drawn by direct debit.</param>
/// <param name="FeedStopped">The feed that brings it stopped on the Friday before the week: nobody knows what was paid since.</param>
/// <param name="Due">The oldest first.</param>
/// <param name="Payments">What is posted is already in <paramref name="Due"/> and not repeated here.</param>
internal sealed record DemoLedger(bool HasMandate, bool FeedStopped, IReadOnlyList<DemoInstallment> Due, IReadOnlyList<DemoPayment> Payments)
{
    public static readonly DemoLedger Empty = new(false, false, [], []);

    /// <summary>What is unpaid and was due before a day.</summary>
    public IEnumerable<DemoInstallment> OverdueOn(DateOnly day) => Due.Where(one => one.Due < day && one.Open > 0);
}

/// <summary>One amount due.</summary>
/// <param name="Number">1 for the oldest.</param>
/// <param name="Name">What the customer knows it by; empty where it has no number of its own.</param>
/// <param name="PaidOn">When it was paid in full; null: it is not.</param>
internal sealed record DemoInstallment(int Number, string Name, DateOnly Due, decimal Amount, decimal Paid, DateOnly? PaidOn)
{
    public decimal Open => Amount - Paid;
}

/// <summary>Money on its way, or that came back.</summary>
/// <param name="Initiated">UTC.</param>
/// <param name="Returned">Why it came back; null where it is on its way.</param>
internal sealed record DemoPayment(string Reference, PaymentMethod Method, decimal Amount, DateTime Initiated, ReturnReason? Returned);
