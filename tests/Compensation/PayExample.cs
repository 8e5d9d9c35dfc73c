using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Recognition;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Tests.Compensation;

/// <summary>The example of docs/compensation.md: a plan, four workers, eleven customers, three moves, a leave and a clawback.</summary>
internal static class PayExample
{
    public static readonly PayPeriod Period = new("2026-S1", Day("2026-01-05"), Day("2026-07-05"));

    public static readonly PayPlan Plan = new()
    {
        Code = "CM", Currency = "USD", TargetPay = 10_000, Ceiling = 12_000, TransitionDays = 28, IsForCustomerManagers = true,
        Components =
        [
            new PayComponent { Id = "retention", Metric = PayMetric.Retention, Weight = 40, Threshold = 0.8m, Target = 0.95m, Cap = 1, Evidence = "Snapshots" },
            new PayComponent { Id = "development", Metric = PayMetric.Development, Weight = 30, Target = 1, Cap = 1.5m, Goal = 1_000, HoldBackShare = 0.25m, VestsAfterDays = 180, Evidence = "Snapshots" },
            new PayComponent { Id = "satisfaction", Metric = PayMetric.Satisfaction, Weight = 20, Threshold = 0.6m, Target = 0.9m, Cap = 1, MinimumSample = 3, Goal = 10, Evidence = "Surveys" },
            new PayComponent { Id = "recognition", Metric = PayMetric.Recognition, Weight = 10, Target = 1, Cap = 1, Goal = 10, Evidence = "Recognitions" },
        ],
        Gates = [new PayGate { Measure = GateMeasure.Breaches, Share = 0.1m }],
    };

    public static readonly IReadOnlyList<PayCustomer> Customers =
    [
        Customer("C01", ValueSegment.A, 10_000, 9_500, 9_800, 11_000, Whole("ANA")),
        Customer("C02", ValueSegment.A, 5_000, 5_600, 5_000, 5_500, Whole("ANA")),
        Customer("C03", ValueSegment.B, 2_000, 1_000, 1_900, 2_000, Whole("ANA")) with { NeutralActs = [new NeutralAct("limitcut", Day("2026-03-01"), 800, "crmx_limitchange 17")] },
        Customer("C04", ValueSegment.A, 4_000, 3_800, 3_900, 4_200, Moved("ANA", "BETO", "2026-04-06", 3_600)),
        Customer("C05", ValueSegment.A, 8_000, 8_000, 7_900, 8_500, Whole("BETO")),
        Customer("C06", ValueSegment.C, 1_000, 1_900, 1_000, 1_800, Whole("BETO")),
        Customer("C07", ValueSegment.B, 3_000, 3_300, 3_000, 3_500, Moved("BETO", "CARLA", "2026-04-06", 3_000)),
        Customer("C08", ValueSegment.A, 6_000, 6_000, 5_900, 6_500, Whole("CARLA")),
        Customer("C09", ValueSegment.B, 1_600, 1_500, 1_500, 1_700, Moved("CARLA", "DIEGO", "2026-06-01", 1_500)),
        Customer("C10", ValueSegment.A, 7_000, 6_900, 6_800, 7_500, Whole("DIEGO")),
        Customer("C11", ValueSegment.B, 2_000, 2_400, 2_000, 3_000, Whole("DIEGO")),
    ];

    public static StatementInput Ana => Of("ANA", [("C01", 9), ("C02", 10), ("C04", 8)], 8);

    public static StatementInput Beto => Of("BETO", [("C05", 9), ("C06", 10)], 10) with { GateFacts = [new GateFact(GateMeasure.Breaches, "BETO", "C05", Day("2026-02-03"), "call 5")] };

    public static StatementInput Carla => Of("CARLA", [("C07", 10), ("C08", 9), ("C09", 8)], 5) with
    {
        Absences = [new PayAbsence(PayAbsenceKind.Parental, Period.From, Period.From.AddDays(90))],
    };

    public static StatementInput Diego => Of("DIEGO", [("C09", 8), ("C10", 9), ("C11", 9)], 4) with
    {
        Adjustments = [new PayAdjustment("development", "C10", -3_000, "The purchase of December was refunded.", "customertransaction R-9", "2025-S2 DIEGO 4")], HasConsented = true,
    };

    public static CalendarDate Day(string text) => CalendarDate.TryParse(text, out var day) ? day : throw new System.FormatException(text);

    public static IReadOnlyList<CreditSpan> Whole(string worker) => [new CreditSpan(worker, 1, Day("2025-01-01"))];

    public static PayCustomer Customer(string id, ValueSegment segment, decimal start, decimal value, decimal expected, decimal attainable, IReadOnlyList<CreditSpan> spans) =>
        new() { Id = id, Name = "Customer " + id, Segment = segment, ValueAtStart = start, Value = value, Expected = expected, Attainable = attainable, Spans = spans };

    private static IReadOnlyList<CreditSpan> Moved(string former, string heir, string on, decimal worth) =>
        [new CreditSpan(former, 1, Day("2025-01-01"), Day(on).AddDays(-1)), new CreditSpan(heir, 1, Day(on), null, former, worth)];

    private static StatementInput Of(string worker, (string Customer, decimal Score)[] answers, int recognitions) => new()
    {
        Worker = new PayWorker(worker, worker, Country: "MX"),
        Period = Period,
        Plan = Plan,
        Customers = [.. Customers.Where(customer => customer.Spans.Any(span => span.WorkerId == worker || span.TakenOverFrom == worker))],
        Surveys = [.. answers.Select(answer => new SurveyScore(answer.Customer, Customers.Single(customer => customer.Id == answer.Customer).ValueAtStart, answer.Score, Day("2026-05-05"), "answer " + answer.Customer))],
        Recognitions = [.. Enumerable.Range(1, recognitions).Select(number => new RecognitionFact($"{worker} {number}", $"guest {number}", Day("2026-05-05"), RecognitionVerifier.Customer))],
    };
}
