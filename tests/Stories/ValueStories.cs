using System;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Tests.Compensation;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>What customers are worth, from finance's rows to snapshots that nobody rewrites.</summary>
public sealed class ValueStories
{
    private const int PeriodStart = 0, SegmentChange = 1, PeriodClose = 2;

    [Fact]
    public void A_shops_customers_are_valued_at_the_start_and_the_close_and_late_facts_change_neither()
    {
        using var finance = new Finance(Finance.Day("2026-10-01"));
        foreach (var (name, purchases) in new ValueShop(7).Customers(250, 90))
        {
            var customer = finance.Customer(name);
            foreach (var purchase in purchases) finance.Book(customer, Finance.Revenue, purchase.Amount, purchase.Day.ToString());
        }

        var one = finance.Rows("crmx_customer", "crmx_name").Single(row => row.GetAttributeValue<string>("crmx_name") == "C00003").Id;
        finance.Book(one, Finance.Revenue, 60m, "2026-09-30");
        var october = finance.Period("2026-10", "2026-10-01", "2026-10-31");
        finance.RefreshAll(october);

        var opening = finance.Album();
        var first = Assert.Single(finance.Snapshots(one));
        Assert.Equal(250, finance.Snapshots().Count);
        Assert.Equal(Finance.Day("2026-10-01").Date, first.GetAttributeValue<DateTime>("crmx_asof").Date);
        Assert.Equal(PeriodStart, Word(first, "crmx_reason"));
        Assert.Equal(Bought(finance, one, "2025-10-01", "2026-09-30"), first["crmx_value"]);
        Assert.Equal("USD", first["crmx_currency"]);
        var model = first.GetAttributeValue<string>("crmx_model");
        Assert.Contains("BG/NBD", model, StringComparison.Ordinal);
        Assert.Contains("Compras pronosticadas", model, StringComparison.Ordinal);
        Assert.Contains("fitted to 250 customers as of 2026-09-30", model, StringComparison.Ordinal);
        Assert.True((decimal)first["crmx_attainablevalue"] >= (decimal)first["crmx_expectedvalue"]);

        finance.GoTo("2026-11-05");
        finance.Book(one, Finance.Revenue, 500m, "2026-09-15");
        finance.Book(one, Finance.Revenue, 70m, "2026-10-20");
        finance.RefreshAll(october);

        Assert.Equal(500, finance.Snapshots().Count);
        Assert.StartsWith(opening, finance.Album(), StringComparison.Ordinal);
        var last = finance.Snapshots(one)[1];
        Assert.Equal(PeriodClose, Word(last, "crmx_reason"));
        Assert.Equal(Bought(finance, one, "2025-11-01", "2026-10-31"), last["crmx_value"]);
        Assert.Equal(Word(last, "crmx_valuesegment"), Word(finance.Tenant.Read("crmx_customer", one, "crmx_valuesegment"), "crmx_valuesegment"));

        // asked again, with another late fact: nothing is written any more
        finance.Book(one, Finance.Revenue, 900m, "2026-10-21");
        var all = finance.Album();
        finance.GoTo("2026-11-06");
        finance.RefreshAll(october);
        Assert.Equal(0, finance.Refresh(october, one)["Count"]);
        Assert.Equal(all, finance.Album());
    }

    [Fact]
    public void Fees_penalties_and_revenue_of_a_complaint_past_due_are_kept_apart()
    {
        using var finance = new Finance(Finance.Day("2026-11-05"));
        var october = finance.Period("2026-10", "2026-10-01", "2026-10-31");
        var ana = finance.Customer("Ana Prado");
        var late = Case(finance, ana, "2026-10-10");
        var inTime = Case(finance, ana, "2026-11-20");
        var answered = Case(finance, ana, "2026-10-10", "2026-10-09");
        finance.Book(ana, Finance.Revenue, 1000m, "2026-06-01");
        finance.Book(ana, Finance.CostToServe, 300m, "2026-06-01");
        finance.Book(ana, Finance.Fee, 40m, "2026-07-01");
        var penalty = finance.Book(ana, Finance.Penalty, 25m, "2026-07-02");
        finance.Book(ana, Finance.Refund, 5m, "2026-07-03", ("crmx_reverses", penalty));
        finance.Book(ana, Finance.Revenue, 200m, "2026-08-01", ("crmx_caseid", late));
        finance.Book(ana, Finance.Revenue, 100m, "2026-08-02", ("crmx_caseid", inTime));
        finance.Book(ana, Finance.Revenue, 50m, "2026-08-03", ("crmx_caseid", answered));
        finance.Book(ana, Finance.Goodwill, 80m, "2026-09-01");

        Assert.Equal(2, finance.Refresh(october, ana)["Count"]);

        var snapshots = finance.Snapshots(ana);
        Assert.Equal(1050m, snapshots[0]["crmx_value"]);
        Assert.Equal(60m, snapshots[0]["crmx_badprofit"]);
        Assert.Equal(850m, snapshots[1]["crmx_value"]);
        Assert.Equal(260m, snapshots[1]["crmx_badprofit"]);
        Assert.Contains("fees and penalties 60.00, contested revenue 200.00", snapshots[1].GetAttributeValue<string>("crmx_model"), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_customers_who_came_again_are_not_guessed_at_but_carried_on_with_the_reason()
    {
        using var finance = new Finance(Finance.Day("2026-11-05"));
        var ana = finance.Customer("Ana Prado");
        finance.Book(ana, Finance.Revenue, 1200m, "2026-03-01");
        finance.Book(ana, Finance.Revenue, 1200m, "2026-06-01");

        finance.Refresh(finance.Period("2026-10", "2026-10-01", "2026-10-31"), ana);

        var opening = finance.Snapshots(ana)[0];
        Assert.Equal(2600m, opening["crmx_expectedvalue"]);
        Assert.Contains("1 of 1 customers came again by 2026-09-30, and at least 10 must have. Instead the last twelve months are carried on as they were", opening.GetAttributeValue<string>("crmx_model"), StringComparison.Ordinal);
        Assert.Contains("Instead", opening.GetAttributeValue<string>("crmx_model").Split("\n\n")[0], StringComparison.Ordinal);
        Assert.Contains("En su lugar", opening.GetAttributeValue<string>("crmx_model").Split("\n\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_peso_book_that_grew_by_forty_percent_with_prices_up_forty_percent_has_not_grown()
    {
        using var finance = new Finance(Finance.Day("2025-12-01"));
        var peso = finance.Currency("ARS", "Argentine peso");
        finance.Plan("2026-01-01", 3, peso, ("crmx_priceindex", "IPC"), ("crmx_ratedate", Finance.Day("2026-01-01")));
        var ana = finance.Customer("Ana Prado");
        for (var month = 0; month < 24; month++)
        {
            var day = new DateTime(2025, 1, 15).AddMonths(month);
            var grown = month < 12 ? 1m : 1.4m;
            finance.Prices("IPC", day.ToString("yyyy-MM-01", CultureInfo.InvariantCulture), 100m * grown);
            finance.Book(ana, Finance.Revenue, 1000m * grown, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ("transactioncurrencyid", peso));
        }

        finance.GoTo("2027-01-05");
        finance.Refresh(finance.Period("2026", "2026-01-01", "2026-12-31", 3), ana);

        var snapshots = finance.Snapshots(ana);
        Assert.Equal(16_800m, snapshots[0]["crmx_value"]);
        Assert.Equal(0m, (decimal)snapshots[1]["crmx_value"] - (decimal)snapshots[0]["crmx_value"]);
        Assert.Equal((decimal)snapshots[0]["crmx_expectedvalue"], snapshots[1]["crmx_value"]);
        Assert.Contains("In money of 2026-01 by the price index IPC", snapshots[0].GetAttributeValue<string>("crmx_model"), StringComparison.Ordinal);
    }

    [Fact]
    public void Foreign_revenue_counts_at_the_rate_of_the_stated_day_and_no_rate_is_made_up()
    {
        using var finance = new Finance(Finance.Day("2025-12-01"));
        var euro = finance.Currency("EUR", "Euro");
        var yen = finance.Currency("JPY", "Yen");
        finance.Plan("2026-01-01", 0, new EntityReference("transactioncurrency", finance.Tenant.Dataverse.BaseCurrencyId), ("crmx_ratedate", Finance.Day("2026-01-15")), ("crmx_segmentcutoffs", "1000/100/10"));
        finance.Rate("EUR", "USD", "2026-01-15", 1.1m);
        finance.Rate("EUR", "USD", "2026-01-16", 1.5m);
        finance.GoTo("2026-11-05");
        var october = finance.Period("2026-10", "2026-10-01", "2026-10-31");
        var ana = finance.Customer("Ana Prado");
        finance.Book(ana, Finance.Revenue, 100m, "2026-06-01", ("transactioncurrencyid", euro));

        finance.Refresh(october, ana);
        Assert.All(finance.Snapshots(ana), row => Assert.Equal(110m, row["crmx_value"]));
        Assert.All(finance.Snapshots(ana), row => Assert.Equal(1, Word(row, "crmx_valuesegment")));

        var beto = finance.Customer("Beto Paz");
        finance.Book(beto, Finance.Revenue, 5000m, "2026-06-02", ("transactioncurrencyid", yen));
        var refused = Assert.ThrowsAny<FaultException>(() => finance.Refresh(october, beto));
        Assert.Contains("no rate from JPY to USD on 2026-01-15", refused.Message, StringComparison.Ordinal);
        Assert.Contains("exchange rates", refused.Message, StringComparison.Ordinal);

        // in the background it stands on the slice, in both languages, and the others' snapshots are not held to be done
        finance.Refresh(october);
        Assert.Empty(finance.Run());
        var slice = finance.Rows("crmx_closingwork", "crmx_kind", "crmx_failure", "statuscode").Single(row => row.GetAttributeValue<string>("crmx_kind") == "valuationslice");
        Assert.Equal(574840001, slice.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Contains("No hay tipo de cambio de JPY a USD", slice.GetAttributeValue<string>("crmx_failure"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_customer_whose_segment_changes_within_a_period_has_a_snapshot_of_that_day()
    {
        using var finance = new Finance(Finance.Day("2025-12-01"));
        finance.Plan("2026-01-01", 0, new EntityReference("transactioncurrency", finance.Tenant.Dataverse.BaseCurrencyId), ("crmx_segmentcutoffs", "1000/100/10"));
        finance.GoTo("2026-10-10");
        var october = finance.Period("2026-10", "2026-10-01", "2026-10-31");
        var ana = finance.Customer("Ana Prado");
        finance.Book(ana, Finance.Revenue, 50m, "2026-06-01");
        Assert.Equal(1, finance.Refresh(october, ana)["Count"]);
        Assert.Equal(2, Word(finance.Tenant.Read("crmx_customer", ana, "crmx_valuesegment"), "crmx_valuesegment"));

        finance.Book(ana, Finance.Revenue, 40m, "2026-10-11");
        finance.GoTo("2026-10-13");
        Assert.Equal(0, finance.Refresh(null, ana)["Count"]);
        finance.Book(ana, Finance.Revenue, 2000m, "2026-10-13");
        finance.GoTo("2026-10-15");
        Assert.Equal(1, finance.Refresh(null, ana)["Count"]);

        var change = finance.Snapshots(ana)[1];
        Assert.Equal(SegmentChange, Word(change, "crmx_reason"));
        Assert.Equal(Finance.Day("2026-10-14").Date, change.GetAttributeValue<DateTime>("crmx_asof").Date);
        Assert.Equal(2090m, change["crmx_value"]);
        Assert.Equal(0, Word(finance.Tenant.Read("crmx_customer", ana, "crmx_valuesegment"), "crmx_valuesegment"));
    }

    [Fact]
    public void A_loan_is_expected_to_bring_what_is_left_of_it_and_a_card_what_it_brings()
    {
        using var finance = new Finance(Finance.Day("2026-11-05"));
        var october = finance.Period("2026-10", "2026-10-01", "2026-10-31");
        var ana = finance.Customer("Ana Prado");
        var loan = finance.Tenant.AddObligation(ana, 0, ("crmx_product", "LOAN"), ("crmx_contractsignedon", Finance.Day("2025-01-01")));
        for (var month = 0; month < 3; month++) finance.Tenant.AddInstallment(loan, new DateTime(2026, 10, 25).AddMonths(month), 500m);
        finance.Tenant.AddObligation(ana, 0, ("crmx_product", "CARD"), ("crmx_contractsignedon", Finance.Day("2025-01-01")));
        for (var month = 0; month < 12; month++)
        {
            var day = new DateTime(2025, 10, 20).AddMonths(month).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            finance.Book(ana, Finance.Revenue, 120m, day, ("crmx_product", "LOAN"));
            finance.Book(ana, Finance.CostToServe, 20m, day, ("crmx_product", "LOAN"));
            finance.Book(ana, Finance.Revenue, 30m, day, ("crmx_product", "CARD"));
        }

        finance.Refresh(october, ana);

        // the year that ends with October: eleven months of it are known, one is to come
        var opening = finance.Snapshots(ana)[0];
        Assert.Equal(12 * 130m, opening["crmx_value"]);
        Assert.Equal(12 * 130m, opening["crmx_expectedvalue"]);
        Assert.Contains("Of the next twelve months: 660.00", opening.GetAttributeValue<string>("crmx_model"), StringComparison.Ordinal);
        Assert.Contains("Loans, cards and lines that run: 2", opening.GetAttributeValue<string>("crmx_model"), StringComparison.Ordinal);
    }

    private static decimal Bought(Finance finance, Guid customer, string from, string until)
    {
        var query = new QueryExpression("crmx_customertransaction") { ColumnSet = new ColumnSet("crmx_amount", "crmx_on") };
        query.Criteria.AddCondition("crmx_customerid", ConditionOperator.Equal, customer);
        return finance.Service.RetrieveMultiple(query).Entities
            .Where(row => row.GetAttributeValue<DateTime>("crmx_on") >= Finance.Day(from) && row.GetAttributeValue<DateTime>("crmx_on") <= Finance.Day(until))
            .Sum(row => row.GetAttributeValue<Money>("crmx_amount").Value);
    }

    private static EntityReference Case(Finance finance, Guid customer, string due, string? answered = null)
    {
        var row = new Entity("incident")
        {
            ["title"] = "A complaint", ["customerid"] = finance.Tenant.AddContact("Prado", customer), ["crmx_nature"] = Choice(1), ["crmx_finalresponseby"] = Finance.Day(due),
        };
        if (answered is not null) row["crmx_finalresponseon"] = Finance.Day(answered);
        return new EntityReference("incident", finance.Service.Create(row));
    }
}
