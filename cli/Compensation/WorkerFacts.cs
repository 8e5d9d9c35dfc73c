using System.Collections.Generic;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Compensation.Recognition;

namespace Crm.Extensions.Cli.Compensation;

/// <summary>One worker with all that the files say, ready to be worked out.</summary>
internal sealed class WorkerFacts(PayWorker worker, PayPlan plan)
{
    public PayWorker Worker { get; } = worker;

    public PayPlan Plan { get; } = plan;

    public PlanTransition? Transition { get; init; }

    public PayDraw? Draw { get; init; }

    public bool HasConsented { get; init; }

    public List<PayCustomer> Customers { get; } = [];

    public List<PayAbsence> Absences { get; } = [];

    public List<SurveyScore> Surveys { get; } = [];

    public List<RecognitionFact> Recognitions { get; } = [];

    public List<PayAchievement> Achievements { get; } = [];

    public List<GateFact> GateFacts { get; } = [];

    public List<HeldBack> HeldBack { get; } = [];

    public List<PayAdjustment> Adjustments { get; } = [];

    public decimal DrawBalance { get; set; }

    public decimal ClawbackCarried { get; set; }

    public StatementInput Input(PayPeriod period, IReadOnlyList<CustomerDeparture> departures) => new()
    {
        Worker = Worker,
        Period = period,
        Plan = Plan,
        Transition = Transition,
        Draw = Draw,
        Absences = Absences,
        Customers = Customers,
        Surveys = Surveys,
        Recognitions = Recognitions,
        Achievements = Achievements,
        GateFacts = GateFacts,
        Departures = departures,
        Opening = new PayBalance { HeldBack = HeldBack, DrawBalance = DrawBalance, ClawbackCarried = ClawbackCarried },
        Adjustments = Adjustments,
        HasConsented = HasConsented,
    };
}
