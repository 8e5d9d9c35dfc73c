using System.Collections.Generic;
using Crm.Extensions.Compensation.Pay.Clawbacks;
using Crm.Extensions.Compensation.Recognition;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>All that one worker's pay for one period rests on. The order of lists is irrelevant.</summary>
internal sealed record StatementInput
{
    public required PayWorker Worker { get; init; }

    public required PayPeriod Period { get; init; }

    public required PayPlan Plan { get; init; }

    /// <summary>Null: the plan alone pays.</summary>
    public PlanTransition? Transition { get; init; }

    public PayDraw? Draw { get; init; }

    public IReadOnlyList<PayAbsence> Absences { get; init; } = [];

    /// <summary>Those for whom the worker had credit on some day of the period, or shares a transition.</summary>
    public IReadOnlyList<PayCustomer> Customers { get; init; } = [];

    public IReadOnlyList<SurveyScore> Surveys { get; init; } = [];

    public IReadOnlyList<RecognitionFact> Recognitions { get; init; } = [];

    public IReadOnlyList<PayAchievement> Achievements { get; init; } = [];

    /// <summary>The worker's own; where a gate judges the team, the team's too.</summary>
    public IReadOnlyList<GateFact> GateFacts { get; init; } = [];

    public IReadOnlyList<CustomerDeparture> Departures { get; init; } = [];

    public PayBalance Opening { get; init; } = PayBalance.None;

    /// <summary>Revisions of closed statements that are settled now.</summary>
    public IReadOnlyList<PayAdjustment> Adjustments { get; init; } = [];

    /// <summary>Null: that of the worker's country (<see cref="ClawbackLaw.Of"/>).</summary>
    public ClawbackLaw? Law { get; init; }

    /// <summary>The worker has agreed in writing to what is netted now. Without, a country that asks for it lets nothing be netted: it is carried.</summary>
    public bool HasConsented { get; init; }
}
