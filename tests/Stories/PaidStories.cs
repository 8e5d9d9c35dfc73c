using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.StatementStories;

namespace Crm.Extensions.Tests.Stories;

/// <summary>What people are paid when things happen: from rows of the tenant to the cent.</summary>
public sealed class PaidStories
{
    private static readonly DateTime March = new(2027, 3, 2, 15, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(true, 800)]
    [InlineData(false, 1000)]
    public void A_draw_tops_up_until_its_day_and_a_recoverable_one_is_returned_out_of_what_comes_later(bool recoverable, int later)
    {
        using var house = new PayHouse();
        var customer = Retained(house, [], ("crmx_drawamount", new Money(800m)), ("crmx_drawrecoverable", recoverable), ("crmx_drawuntil", new DateTime(2027, 1, 31)));
        var february = February(house, customer, 500m, 500m);

        // half of the value stayed: 500.00 of 1,000.00 are earned, 800.00 were assured
        Assert.Equal(800m, house.Payable(Shown(house, house.January)));

        // no draw any more; Colombia lets a fifth of 1,000.00 be taken of the 300.00 that were lent
        Assert.Equal(later, house.Payable(Shown(house, february)));
    }

    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(0, 0)]
    public void What_was_held_back_is_paid_if_the_customer_has_stayed(int worth, int payable)
    {
        using var house = new PayHouse();
        var customer = Retained(house, [("crmx_holdback", 20m), ("crmx_vestsafterdays", 28)]);
        house.AddSnapshot(customer, new DateTime(2027, 1, 31), 1000m);
        var february = February(house, customer, 1000m, worth);

        Assert.Equal(800m, house.Payable(Shown(house, house.January)));
        Assert.Equal(payable, house.Payable(Shown(house, february)));
    }

    [Fact]
    public void Who_takes_a_customer_over_starts_from_the_value_on_that_day_and_the_former_ends_with_it()
    {
        using var house = new PayHouse();
        var plan = house.AddPlan("KEEP", ("crmx_segmentcutoffs", "1000/500/100"));
        house.AddComponent(plan, 0, 100);
        house.Join(house.Worker, plan);
        house.Join(house.Colleague, plan);
        var customer = house.Tenant.AddCustomer("Tienda Tomás", owes: false);
        house.Assign(customer, house.Worker, ("crmx_until", new DateTime(2027, 1, 15)));
        house.Assign(customer, house.Colleague, ("crmx_from", new DateTime(2027, 1, 16)), ("crmx_takenoverfromid", PayHouse.Reference("crmx_worker", house.Worker)));
        Booked(house, customer, 0, new DateTime(2026, 6, 1), 1200m);
        Booked(house, customer, 4, new DateTime(2027, 1, 10), 200m);
        Booked(house, customer, 4, new DateTime(2027, 1, 25), 400m);
        house.Open().Close();

        Assert.Empty(house.RunClosing());

        var handover = Assert.Single(house.Rows("crmx_valuesnapshot"), row => row.GetAttributeValue<DateTime>("crmx_asof") == new DateTime(2027, 1, 16));
        Assert.Equal((1000m, 3), (handover["crmx_value"], Tenant.Word(handover, "crmx_reason")));
        // 1,000 of 1,200 stayed with the former, 600 of 1,000 with the heir
        Assert.Equal(833.33m, house.Payable(house.Statements(house.Worker).Single().Id));
        Assert.Equal(600m, house.Payable(house.Statements(house.Colleague).Single().Id));
    }

    [Fact]
    public void Gates_judge_ones_own_acts_and_a_complaint_found_unlogged_costs_more_than_one_past_due()
    {
        using var house = new PayHouse();
        var plan = house.AddPlan("KEEP");
        house.AddComponent(plan, 0, 100);
        house.Join(house.Worker, plan);
        var customer = house.AddCustomer("Kept Kiosk", house.Worker, 1000m, 1000m);
        foreach (var (measure, share) in new[] { (0, 10m), (1, 5m), (2, 20m) })
        {
            house.Add(
                "crmx_plangate", ("crmx_name", "Gate " + measure), ("crmx_planid", PayHouse.Reference("crmx_compensationplan", plan)), ("crmx_measure", Tenant.Choice(measure)), ("crmx_limit", 0),
                ("crmx_effect", Tenant.Choice(0)), ("crmx_share", share), ("crmx_judges", Tenant.Choice(0)));
        }

        house.Open();
        house.Tenant.Dataverse.Clock.UtcNow = new DateTime(2027, 1, 20, 15, 0, 0, DateTimeKind.Utc);
        foreach (var user in new[] { house.WorkerUser, house.ColleagueUser })
        {
            house.Add(
                "crmx_contactattempt", ("crmx_name", "A call at night"), ("crmx_customerid", PayHouse.Reference("crmx_customer", customer)), ("crmx_at", new DateTime(2027, 1, 20, 4, 0, 0, DateTimeKind.Utc)),
                ("crmx_decision", Tenant.Choice(4)), ("crmx_attempted", true), ("crmx_byid", PayHouse.Reference("systemuser", user)));
        }

        var complainer = house.Tenant.AddContact("Quejoso", customer);
        house.Add("incident", ("title", "Late"), ("customerid", complainer), ("crmx_nature", Tenant.Choice(1)), ("crmx_responsibleworkerid", PayHouse.Reference("crmx_worker", house.Worker)), ("crmx_finalresponseby", new DateTime(2027, 1, 18)));
        house.Add("incident", ("title", "Never written down"), ("customerid", complainer), ("crmx_nature", Tenant.Choice(1)), ("crmx_responsibleworkerid", PayHouse.Reference("crmx_worker", house.Worker)), ("crmx_foundunlogged", true));
        house.Tenant.Dataverse.Clock.UtcNow = new DateTime(2027, 2, 2, 15, 0, 0, DateTimeKind.Utc);

        var statement = Shown(house, house.January);

        // the colleague's breach is not Mario's; 10 % of 1,000.00, 5 % of 900.00, 20 % of 855.00
        var gates = house.Lines(statement).Where(line => Tenant.Word(line, "crmx_kind") == 1).Select(line => line.GetAttributeValue<Money>("crmx_amount").Value);
        Assert.Equal([-100m, -45m, -171m], gates);
        Assert.Equal(684m, house.Payable(statement));
    }

    [Fact]
    public void What_was_paid_too_much_is_netted_only_where_the_worker_agrees_and_only_as_far_as_the_law_lets()
    {
        using var house = new PayHouse();
        var customer = Retained(house, []);
        house.AddSnapshot(customer, new DateTime(2027, 1, 31), 1000m);
        var february = February(house, customer, 1000m, 1000m);
        var first = Shown(house, house.January);
        house.LearnLate(house.Worker);
        var revision = Shown(house, house.January);

        var before = house.Calculate(house.Worker, february);
        var byColleague = Refusal(() => Agree(house, revision, house.ColleagueUser));
        var byLead = Refusal(() => Agree(house, revision, house.LeadUser));
        var hand = Refusal(() => house.Service.Update(new Entity("crmx_compensationstatement", revision) { ["crmx_nettingagreedon"] = March }));

        Assert.Equal((1000m, 500m), (house.Payable(before), Carried(house, before)));
        Assert.Contains("may not see it", byColleague, StringComparison.Ordinal);
        Assert.Equal("Only the worker agrees to netting, with their own user.", byLead);
        Assert.Contains("not written by hand", hand, StringComparison.Ordinal);

        Assert.Equal("Thank you. 500.00 may be netted against your later variable pay, never beyond what the law of your country allows in a period; your salary is not touched.", Agree(house, revision, house.WorkerUser));

        // a fifth of 1,000.00 (Colombia); the rest is carried once more
        var after = house.Calculate(house.Worker, february);
        Assert.Equal((800m, 300m), (house.Payable(after), Carried(house, after)));
        Assert.StartsWith("Gracias. 500.00 puede descontarse", Agree(house, revision, house.WorkerUser, 3082), StringComparison.Ordinal);
        Assert.Contains("carries nothing", Refusal(() => Agree(house, first, house.WorkerUser)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_book_of_pesos_that_grew_by_forty_percent_with_prices_forty_percent_up_has_not_grown(bool inRealTerms)
    {
        using var house = new PayHouse();
        var plan = house.AddPlan("GROW", ("crmx_periodlength", Tenant.Choice(3)), ("crmx_ratedate", new DateTime(2026, 12, 31)), ("crmx_priceindex", inRealTerms ? "INPC" : null));
        house.AddComponent(plan, 1, 100);
        house.Join(house.Worker, plan);
        var year = house.Add("crmx_compensationperiod", ("crmx_name", "2026"), ("crmx_code", "2026"), ("crmx_length", Tenant.Choice(3)), ("crmx_from", new DateTime(2026, 1, 1)), ("crmx_until", new DateTime(2026, 12, 31)));
        for (var month = new DateTime(2025, 1, 1); month.Year < 2027; month = month.AddMonths(1))
        {
            house.Add(
                "crmx_priceindex", ("crmx_name", "INPC " + month.Month), ("crmx_code", "INPC"), ("crmx_month", month), ("crmx_value", month.Year == 2025 ? 100m : 140m), ("crmx_source", "INEGI"));
        }

        for (var number = 0; number < 8; number++)
        {
            var customer = house.Tenant.AddCustomer("Cliente " + number, "MX", owes: false);
            house.Assign(customer, house.Worker, ("crmx_from", new DateTime(2025, 1, 1)));
            for (var month = 0; month < 24; month++) Booked(house, customer, 0, new DateTime(2025, 1, 10).AddMonths(month), month < 12 ? 100m : 140m);
        }

        // whom they are compared with: the house knows that more is to be had
        for (var number = 0; number < 20; number++) Booked(house, house.Tenant.AddCustomer("Otro " + number, "MX", owes: false), 0, new DateTime(2025, 12, 15), 3000m);
        house.Open().Close(year);

        Assert.Empty(house.RunClosing());

        var payable = house.Payable(house.Statements(house.Worker).Single().Id);
        if (inRealTerms) Assert.Equal(0m, payable);
        else Assert.True(payable > 200m, "In money of no date the book seems to have grown, but " + payable + " would be paid.");
    }

    [Fact]
    public void The_bellboy_is_paid_for_what_checks_let_stand_and_not_for_what_was_only_written_down()
    {
        using var house = new PayHouse();
        var bellboy = house.AddWorker("H-9", "Beto Botones", null, house.LeadWorker);
        var boaster = house.AddWorker("H-8", "Fito Farol", null, house.LeadWorker);
        var plan = house.AddPlan("GREET");
        house.AddComponent(plan, 3, 100, ("crmx_goal", 4m));
        house.Join(bellboy, plan);
        house.Join(boaster, plan);
        house.Open();
        house.Tenant.Set("crmx_RecognitionSample", "100");
        house.Settle();
        var greetings = Enumerable.Range(1, 4).Select(number => Recorded(house, bellboy, house.Tenant.AddCustomer("Guest " + number, owes: false), withCall: true)).ToList();
        for (var number = 0; number < 10; number++) Recorded(house, boaster, house.Tenant.AddCustomer("Nobody " + number, owes: false), withCall: false);
        Checked(house, greetings[0], true);
        Checked(house, greetings[1], false);

        var paid = house.Calculate(bellboy);
        var boasted = house.Calculate(boaster);

        // one of two checks was true: 1 + 2 × 0.5 = 2 of 4
        Assert.Equal(500m, house.Payable(paid));
        Assert.Equal(["0", "0 + 1 × 0.5", "0 + 1 × 0.5", "1"], house.Lines(paid).Select(line => (string)line["crmx_measure"]).Order(StringComparer.Ordinal));
        Assert.Equal(0m, house.Payable(boasted));
    }

    // one customer worth 1,000 at the start of January, kept by Mario
    private static Guid Retained(PayHouse house, (string Column, object? Value)[] component, params (string Column, object? Value)[] participation)
    {
        var plan = house.AddPlan("KEEP");
        house.AddComponent(plan, 0, 100, component);
        house.Join(house.Worker, plan, participation);
        var customer = house.Tenant.AddCustomer("Kept Kiosk", owes: false);
        house.Assign(customer, house.Worker);
        house.AddSnapshot(customer, new DateTime(2027, 1, 1), 1000m);
        if (participation.Length > 0) house.AddSnapshot(customer, new DateTime(2027, 1, 31), 500m);
        house.Open();
        return customer;
    }

    private static Guid February(PayHouse house, Guid customer, decimal start, decimal end)
    {
        house.Tenant.Set("crmx_CompensationMode", "off");
        house.Settle();
        var period = house.AddPeriod("2027-02", new DateTime(2027, 2, 1), new DateTime(2027, 2, 28));
        house.AddSnapshot(customer, new DateTime(2027, 2, 1), start);
        house.AddSnapshot(customer, new DateTime(2027, 2, 28), end);
        house.Tenant.Dataverse.Clock.UtcNow = March;
        house.Open();
        return period;
    }

    private static Guid Shown(PayHouse house, Guid period)
    {
        var statement = house.Calculate(house.Worker, period);
        house.Approve(statement, house.HrUser);
        return statement;
    }

    // kind: of crmx_moneykind, from 0: revenue, cost to serve, fee, penalty, refund
    private static void Booked(PayHouse house, Guid customer, int kind, DateTime on, decimal amount) => house.Add(
        "crmx_customertransaction",
        ("crmx_name", "Entry"), ("crmx_customerid", PayHouse.Reference("crmx_customer", customer)), ("crmx_kind", Tenant.Choice(kind)), ("crmx_on", on), ("crmx_amount", new Money(amount)),
        ("crmx_reference", Guid.NewGuid().ToString("N")));

    private static Guid Recorded(PayHouse house, Guid worker, Guid guest, bool withCall)
    {
        var request = new OrganizationRequest("crmx_RecordRecognition") { ["CustomerId"] = guest, ["Kind"] = "byname", ["WorkerId"] = worker, ["On"] = new DateTime(2027, 1, 20, 15, 0, 0, DateTimeKind.Utc) };
        if (withCall)
        {
            request["ActivityTable"] = "phonecall";
            request["ActivityId"] = house.Add(
                "phonecall", ("subject", "He called"), ("directioncode", false), ("crmx_customerid", PayHouse.Reference("crmx_customer", guest)), ("ownerid", PayHouse.Reference("systemuser", house.LeadUser)));
        }

        return (Guid)house.As(house.LeadUser).Execute(request).Results["RecognitionId"];
    }

    private static void Checked(PayHouse house, Guid recognition, bool isTrue) =>
        house.Service.Execute(new OrganizationRequest("crmx_VerifyRecognition") { ["RecognitionId"] = recognition, ["By"] = "sample", ["Confirmed"] = isTrue });

    private static string Agree(PayHouse house, Guid statement, Guid user, int language = 1033) =>
        (string)house.As(user).Execute(new OrganizationRequest("crmx_AgreeToNetting") { ["StatementId"] = statement, ["Language"] = language }).Results["Explanation"];

    private static decimal Carried(PayHouse house, Guid statement) => house.Statement(statement).GetAttributeValue<Money>("crmx_carried").Value;
}
