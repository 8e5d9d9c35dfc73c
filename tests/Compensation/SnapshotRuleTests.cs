using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Snapshots;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Compensation.Value.Purchases;
using Crm.Extensions.Shared;
using Xunit;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>From finance's rows to a customer's worth, without a tenant.</summary>
public sealed class SnapshotRuleTests
{
    private static readonly CalendarDate End = new(2026, 9, 30);

    [Fact]
    public void A_refund_takes_off_the_purchase_it_names_and_a_purchase_given_back_altogether_was_none()
    {
        var ledger = Ledger(
            Line(MoneyKind.Revenue, "2026-01-10", 100, "A"), Line(MoneyKind.Revenue, "2026-02-10", 80, "B"), Line(MoneyKind.Revenue, "2026-03-10", 60, "C"),
            Line(MoneyKind.Refund, "2026-04-01", 100, "D", "A"), Line(MoneyKind.Refund, "2026-04-02", 30, "E", "B"));

        var days = PurchaseDays.Of(ledger.PurchasesUntil(End), End);

        Assert.Equal([50m, 60m], days.Select(day => day.Amount));
        Assert.Equal(110m, Contribution.Of(ledger.Money(End), End).Value);
    }

    [Fact]
    public void A_refund_of_a_later_day_is_not_known_before()
    {
        var ledger = Ledger(Line(MoneyKind.Revenue, "2026-01-10", 100, "A"), Line(MoneyKind.Refund, "2026-04-01", 100, "D", "A"));

        Assert.Single(ledger.PurchasesUntil(new CalendarDate(2026, 3, 31)));
        Assert.Empty(ledger.PurchasesUntil(End));
    }

    [Fact]
    public void What_finance_books_below_zero_goes_the_other_way_and_adds_up()
    {
        var ledger = Ledger(Line(MoneyKind.Revenue, "2026-01-10", 100, "A"), Line(MoneyKind.Revenue, "2026-01-11", -40, "B"), Line(MoneyKind.CostToServe, "2026-01-12", -5, "C"), Line(MoneyKind.Fee, "2026-01-13", 9, "D"), Line(MoneyKind.Fee, "2026-01-14", -9, "E"));

        var contribution = Contribution.Of(ledger.Money(End), End);

        Assert.Equal(65m, contribution.Value);
        Assert.Equal(0m, contribution.BadProfit);
    }

    [Theory]
    [InlineData("2026-09-29", null, true)]
    [InlineData("2026-09-30", null, true)]
    [InlineData("2026-10-01", null, false)]
    [InlineData("2026-09-29", "2026-09-30", false)]
    [InlineData("2026-09-29", "2026-10-01", true)]
    public void A_complaint_is_past_due_from_the_end_of_its_last_day_until_it_is_answered(string due, string? answered, bool isPastDue)
    {
        Assert.Equal(isPastDue, new Complaint(Guid.NewGuid(), Day(due), answered is null ? null : Day(answered)).IsPastDue(End));
    }

    [Fact]
    public void A_loan_that_reached_its_last_instalment_was_not_lost_and_one_that_ended_before_was()
    {
        var matured = new ContractRow("1", "LOAN", new CalendarDate(2025, 1, 1)) { End = new CalendarDate(2026, 1, 5), Maturity = new CalendarDate(2026, 1, 1) };
        var lost = new ContractRow("2", "LOAN", new CalendarDate(2025, 1, 1)) { End = new CalendarDate(2025, 7, 5), Maturity = new CalendarDate(2026, 1, 1) };
        var running = new ContractRow("3", "CARD", new CalendarDate(2025, 1, 1));

        Assert.False(matured.History(End).Ended);
        Assert.True(lost.History(End).Ended);
        Assert.Equal(6, lost.History(End).Months);
        Assert.False(lost.History(new CalendarDate(2025, 6, 1)).Ended);
        Assert.False(running.History(End).Ended);
        Assert.False(matured.Runs(End));
        Assert.True(running.Runs(End));
    }

    [Fact]
    public void Over_a_whole_year_what_is_expected_by_its_end_is_what_the_next_twelve_months_bring()
    {
        var model = Fit(Shop(3));
        foreach (var ledger in Shop(3).Take(20))
        {
            var appraisal = new CustomerAppraisal(ledger, model, End);
            Assert.Equal(appraisal.Expected.Amount, appraisal.ExpectedBy(new CalendarDate(2027, 9, 30)));
        }
    }

    [Fact]
    public void Of_a_month_only_the_month_is_expected_and_eleven_are_known()
    {
        var ledger = Ledger(Line(MoneyKind.Revenue, "2025-10-15", 300, "A"), Line(MoneyKind.Revenue, "2026-05-01", 900, "B"));
        var model = Fit([ledger]);

        // October's 300 leave the year that ends with October; a twelfth of what the year brought is to come
        Assert.Equal(900m + 100m, new CustomerAppraisal(ledger, model, End).ExpectedBy(new CalendarDate(2026, 10, 31)));
    }

    [Fact]
    public void A_model_is_read_back_as_it_was_written_and_values_to_the_same_cent()
    {
        var shop = Shop(5);
        var model = Fit(shop);
        var text = ValueModelJson.Write(model);
        var read = ValueModelJson.Read(text);

        Assert.Equal(FitOutcome.Fitted, model.Outcome);
        Assert.Equal(text, ValueModelJson.Write(read));
        foreach (var ledger in shop)
        {
            var (one, other) = (new CustomerAppraisal(ledger, model, End), new CustomerAppraisal(ledger, read, End));
            Assert.Equal(one.Expected.Amount, other.Expected.Amount);
            Assert.Equal(one.Attainable.Amount, other.Attainable.Amount);
            Assert.Equal(one.Worth.Segment, other.Worth.Segment);
        }
    }

    [Fact]
    public void The_order_in_which_customers_are_read_does_not_matter_to_the_model()
    {
        var shop = Shop(9);

        Assert.Equal(ValueModelJson.Write(Fit(shop)), ValueModelJson.Write(Fit([.. shop.AsEnumerable().Reverse()])));
    }

    [Fact]
    public void Too_few_who_came_again_give_no_model_and_say_so()
    {
        var model = Fit([Ledger(Line(MoneyKind.Revenue, "2026-01-10", 100, "A"), Line(MoneyKind.Revenue, "2026-02-10", 80, "B"))]);

        Assert.Equal(FitOutcome.TooFew, model.Outcome);
        Assert.Null(model.Purchases);
        Assert.Equal(1, model.Repeaters);
    }

    [Theory]
    [InlineData("10000/5000/1000", 10000, 10000)]
    [InlineData("10000/5000/1000;900/500/100", 10000, 900)]
    public void HRs_cut_offs_are_read_for_value_and_potential(string text, int value, int potential)
    {
        var cutOffs = CutOffText.Read(text)!;

        Assert.Equal(value, cutOffs.ByValue.A);
        Assert.Equal(potential, cutOffs.ByPotential.A);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1000/5000/10000")]
    [InlineData("10000/5000")]
    [InlineData("a/b/c")]
    [InlineData("3/2/1;")]
    [InlineData("3/2/1;3/2/1;3/2/1")]
    public void Cut_offs_that_make_no_sense_are_not_guessed_at(string text) => Assert.Null(CutOffText.Read(text));

    [Fact]
    public void Without_HRs_cut_offs_the_best_tenth_is_A_and_nobody_worth_nothing_is_above_D()
    {
        var cutOffs = CutOffText.Quantiles(Enumerable.Range(1, 100).Select(amount => (decimal)amount));

        Assert.Equal(10, Enumerable.Range(1, 100).Count(amount => cutOffs.Of(amount) == ValueSegment.A));
        Assert.Equal(20, Enumerable.Range(1, 100).Count(amount => cutOffs.Of(amount) == ValueSegment.B));
        Assert.Equal(30, Enumerable.Range(1, 100).Count(amount => cutOffs.Of(amount) == ValueSegment.C));
        Assert.Equal(ValueSegment.D, CutOffText.Quantiles([0, 0, 0]).Of(0));
    }

    [Fact]
    public void Pay_reads_the_first_and_the_last_day_and_a_takeover_starts_from_what_was_measured_last()
    {
        ValuePoint[] points = [Point("2026-10-31", 90), Point("2026-10-01", 50), Point("2026-10-14", 70), Point("2026-11-02", 1)];

        var value = PeriodValue.Of(points, Day("2026-10-01"), Day("2026-10-31"))!;

        Assert.Equal(50m, value.Opening.Value);
        Assert.Equal(90m, value.Closing.Value);
        Assert.Equal(50m, value.ValueOn(Day("2026-10-13")));
        Assert.Equal(70m, value.ValueOn(Day("2026-10-14")));
        Assert.Null(PeriodValue.Of(points.Skip(1), Day("2026-10-01"), Day("2026-10-31")));
    }

    private static ValueModel Fit(IReadOnlyList<CustomerLedger> ledgers) => ValueModelFit.To(ledgers, End, "USD", null);

    private static List<CustomerLedger> Shop(int seed)
    {
        var random = new Random(seed);
        var id = new byte[16];
        var ledgers = new List<CustomerLedger>();
        foreach (var (_, purchases) in new ValueShop(seed).Customers(150, 90))
        {
            random.NextBytes(id);
            ledgers.Add(new CustomerLedger(new Guid(id), ["CO people", "CO", "*"], [.. purchases.Select(purchase => new LedgerLine(MoneyKind.Revenue, purchase.Day, purchase.Amount))], [], []));
        }

        return ledgers;
    }

    private static CustomerLedger Ledger(params LedgerLine[] lines) => new(Guid.Empty, ["*"], lines, [], []);

    private static LedgerLine Line(MoneyKind kind, string on, decimal amount, string reference, string reverses = "") => new(kind, Day(on), amount) { Reference = reference, Reverses = reverses };

    private static ValuePoint Point(string on, decimal value) => new() { AsOf = Day(on), Value = value };

    private static CalendarDate Day(string text) => CalendarDate.TryParse(text, out var day) ? day : throw new FormatException(text);
}
