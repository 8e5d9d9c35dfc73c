using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>What one worker is paid for one period. Its lines add up to <see cref="Payable"/> to the cent.</summary>
internal sealed record PayStatement
{
    public required PayWorker Worker { get; init; }

    public required PayPeriod Period { get; init; }

    public required PayPlan Plan { get; init; }

    public PlanTransition? Transition { get; init; }

    /// <summary>What each component measured and paid: the former plan's first.</summary>
    public IReadOnlyList<ComponentResult> Components { get; init; } = [];

    /// <summary>In canonical order, numbered from 1.</summary>
    public IReadOnlyList<PayLine> Lines { get; init; } = [];

    /// <summary>What this period earned, after ceilings and gates, before anything is held back.</summary>
    public decimal Gross { get; init; }

    /// <summary>What of it is kept until customers have stayed.</summary>
    public decimal HeldBack { get; init; }

    /// <summary>What payroll pays.</summary>
    public decimal Payable { get; init; }

    /// <summary>Clawback and recoverable draw that later variable pay has still to bear.</summary>
    public decimal Carried => Closing.ClawbackCarried + Closing.DrawBalance;

    /// <summary>The next statement's opening.</summary>
    public PayBalance Closing { get; init; } = PayBalance.None;

    /// <summary>At most five.</summary>
    public IReadOnlyList<CustomerHint> FiveCustomers { get; init; } = [];

    /// <summary>Three: what is paid and why; what moved it most; what is kept, netted or carried.</summary>
    public IReadOnlyList<string> Sentences(Language language) => PayTexts.Sentences(this, language);

    /// <summary>What lines of these kinds come to.</summary>
    public decimal Sum(params PayLineKind[] kinds) => Lines.Where(line => kinds.Contains(line.Kind)).Sum(line => line.Amount);
}

/// <summary>What a component measured, and what came of it.</summary>
internal sealed record ComponentResult
{
    /// <summary>Plan and version.</summary>
    public string Plan { get; init; } = "";

    public required PayComponent Component { get; init; }

    /// <summary>Percent, after the weights of what could not be measured went to the others.</summary>
    public decimal Weight { get; init; }

    /// <summary>False: too few answers, no such customers, nothing to attain, or away all the time. Its weight went to the others.</summary>
    public bool IsMeasured { get; init; }

    /// <summary>What was done: value kept, gained, score, count, figure.</summary>
    public decimal Measured { get; init; }

    /// <summary>What is 100 %, after absence.</summary>
    public decimal Goal { get; init; }

    /// <summary>Measured ÷ goal, to six decimals, never below 0.</summary>
    public decimal Attainment { get; init; }

    /// <summary>What part of the target pay it earns, to six decimals.</summary>
    public decimal PayoutShare { get; init; }

    /// <summary>The component's target pay for the days that are paid.</summary>
    public decimal TargetPay { get; init; }

    /// <summary>Before ceiling and gates.</summary>
    public decimal Amount { get; init; }
}

/// <summary>One line: an amount with what it is for.</summary>
internal sealed record PayLine
{
    public int Number { get; init; }

    public PayLineKind Kind { get; init; }

    /// <summary>Plan and version that speaks; empty for lines that are no plan's.</summary>
    public string Plan { get; init; } = "";

    /// <summary>Empty: no component's.</summary>
    public string ComponentId { get; init; } = "";

    /// <summary>Empty: no customer's.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>The figures behind the amount, in words of no language: at most 200 characters.</summary>
    public string Measure { get; init; } = "";

    /// <summary>In the plan's currency, to the cent; below zero takes.</summary>
    public decimal Amount { get; init; }

    /// <summary>The records that prove it.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>Why a delta line stands; empty on others.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Of a delta line: the number of the closed line that it corrects.</summary>
    public int? Reverses { get; init; }
}

/// <summary>In the order in which lines stand, and in which pay is worked out.</summary>
internal enum PayLineKind
{
    Transition,
    Component,
    Neutral,
    Cap,
    Gate,
    HoldBack,
    Vesting,
    Draw,
    DrawRecovery,
    Clawback,
    Adjustment,
}

/// <summary>A customer who matters now.</summary>
/// <param name="Stake">Value at stake, in the measurement unit.</param>
internal sealed record CustomerHint(string CustomerId, string Name, HintReason Reason, decimal Stake);

internal enum HintReason
{
    /// <summary>Brings less than at the start: something may have gone wrong for them.</summary>
    AtRisk,

    /// <summary>There is more that could be done for them.</summary>
    Potential,
}
