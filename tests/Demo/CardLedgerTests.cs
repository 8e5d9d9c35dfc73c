using System;
using System.Linq;
using Crm.Extensions.Cli.Demo;
using Crm.Extensions.Model;
using Xunit;

namespace Crm.Extensions.Tests.Demo;

public sealed class CardLedgerTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public void Months_late_are_the_newest_amounts_that_came_due_a_month_and_more_ago()
    {
        // client 20 has his last statement due on 30 November: what came due on 30 October and on 30 September is unpaid
        var ledger = Of(20, monthsLate: 2);

        Assert.Equal([new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 30)], ledger.OverdueOn(Monday).Select(line => line.Due));
        Assert.Equal([6, 6, 6, 0, 0, 0], ledger.Due.Select(line => line.PaidOn is null ? 0 : 6));
    }

    [Fact]
    public void Who_is_up_to_date_owes_nothing_that_is_overdue() => Assert.Empty(Of(20, monthsLate: 0).OverdueOn(Monday));

    [Fact]
    public void Of_a_balance_that_revolves_the_minimum_is_asked_and_of_one_paid_in_full_all_of_it()
    {
        Assert.All(Of(20, 0).Due, line => Assert.Equal(200, line.Amount));
        Assert.All(Of(20, 0, paysInFull: true).Due, line => Assert.Equal(4000, line.Amount));
    }

    [Fact]
    public void A_statement_in_credit_asks_for_nothing()
    {
        var statements = new[] { new DemoStatement(Monday.AddMonths(-1), -5, 0), new DemoStatement(Monday.AddDays(3), 0, 0) };

        Assert.Empty(CardLedger.Of(20, "C", statements, 1, false, 0, Monday).Due);
    }

    [Theory]
    [InlineData(57, PaymentMethod.DirectDebit, null)] // due on Sunday, drawn, on its way
    [InlineData(3, PaymentMethod.DirectDebit, ReturnReason.Technical)] // returned for a fault of the bank's own
    public void A_debit_drawn_before_the_week_is_on_its_way_or_came_back(int client, PaymentMethod method, ReturnReason? returned)
    {
        var ledger = Of(client, monthsLate: 0);

        Assert.True(ledger.HasMandate);
        var payment = Assert.Single(ledger.Payments);
        Assert.Equal((method, returned), (payment.Method, payment.Returned));
        Assert.Equal(payment.Amount, ledger.OverdueOn(Monday).Sum(line => line.Open));
    }

    [Fact]
    public void Of_a_debit_that_the_bank_forgot_there_is_no_payment()
    {
        // the least multiple of thirty whose last statement came due before the week
        var client = Enumerable.Range(1, 1000).First(one => one % 30 == 0 && CardLedger.LastDue(one, Monday) < Monday);
        var ledger = Of(client, monthsLate: 0);

        Assert.True(ledger.HasMandate);
        Assert.NotEmpty(ledger.OverdueOn(Monday));
        Assert.Empty(ledger.Payments);
    }

    private static DemoLedger Of(int client, int monthsLate, bool paysInFull = false)
    {
        var last = CardLedger.LastDue(client, Monday);
        var statements = Enumerable.Range(0, 6).Reverse().Select(back => new DemoStatement(last.AddMonths(-back), 4000, 0)).ToArray();
        return CardLedger.Of(client, "C", statements, monthsLate, paysInFull, 100, Monday);
    }
}
