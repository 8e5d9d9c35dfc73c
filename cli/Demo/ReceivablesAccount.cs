using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Model;

namespace Crm.Extensions.Cli.Demo;

/// <summary>Makes a customer's invoices into his account, as finance had it on the eve of the week.</summary>
internal static class ReceivablesAccount
{
    // What arrives on the first two days of the week was sent before it.
    private const int DaysUnderWay = 2;
    private const int DaysOfAMonth = 30;

    /// <param name="number">Counted from 1.</param>
    /// <param name="customer">His number in the file.</param>
    public static DemoCustomer Of(int number, string customer, string country, IEnumerable<Invoice> invoices, DateOnly monday)
    {
        var account = "CXC-" + number.ToString("D6", CultureInfo.InvariantCulture);
        var inOrder = invoices.OrderBy(invoice => invoice.Due).ThenBy(invoice => invoice.Number, StringComparer.Ordinal).ToList();
        var due = inOrder.Select((invoice, at) => Line(invoice, at + 1, monday)).ToList();
        var underWay = inOrder
            .Where(invoice => invoice.Paid >= monday && invoice.Paid < monday.AddDays(DaysUnderWay))
            .Select((invoice, at) => new DemoPayment($"{account}-{at + 1}", PaymentMethod.Transfer, invoice.Amount, Sent(monday), null))
            .ToList();
        var overdue = due.Where(line => line.Due < monday && line.Open > 0).ToList();
        var obligation = new DemoObligation(account, "Cuenta por cobrar", 0, due.Sum(line => line.Open), MonthsSince(overdue, monday), [])
        {
            MonthsLateBefore = MonthsSince(inOrder.Where(invoice => (invoice.Paid ?? DateOnly.MaxValue) > Before(monday)).Select(invoice => Line(invoice, 1, Before(monday))), Before(monday)),
            IsPunctual = inOrder.LastOrDefault(invoice => invoice.Due < monday) is { Paid: { } paid } last && paid <= last.Due,
            Ledger = new DemoLedger(HasMandate: false, FeedStopped: false, due, underWay),
        };
        return new DemoCustomer(number, "Cliente " + customer, country, DemoZone.Of(CountryPacks.Find(country)!), obligation);
    }

    // What was paid later is unpaid as far as anybody knows on the eve.
    private static DemoInstallment Line(Invoice invoice, int at, DateOnly monday) => invoice.Paid < monday
        ? new DemoInstallment(at, invoice.Number, invoice.Due, invoice.Amount, invoice.Amount, invoice.Paid)
        : new DemoInstallment(at, invoice.Number, invoice.Due, invoice.Amount, 0, null);

    // Begun months, as calling lists count: whoever is a day late is in the first.
    private static int MonthsSince(IEnumerable<DemoInstallment> lines, DateOnly day)
    {
        var oldest = lines.Where(line => line.Open > 0 && line.Due < day).Select(line => day.DayNumber - line.Due.DayNumber).DefaultIfEmpty(0).Max();
        return (oldest + DaysOfAMonth - 1) / DaysOfAMonth;
    }

    private static DateOnly Before(DateOnly monday) => monday.AddMonths(-1);

    private static DateTime Sent(DateOnly monday) => DateTime.SpecifyKind(monday.AddDays(-2).ToDateTime(new TimeOnly(15, 0)), DateTimeKind.Utc);
}
