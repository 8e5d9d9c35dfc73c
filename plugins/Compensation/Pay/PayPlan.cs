using System.Collections.Generic;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>One version of a plan: what it pays for, how much, and what takes from it.</summary>
internal sealed record PayPlan
{
    /// <summary>The plan's code; with <see cref="Version"/> it stands on every line.</summary>
    public required string Code { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>ISO code of the currency that is paid. Customers' values are told in the plan's measurement currency, which may be another one.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Variable pay for one whole period at which every component reaches its target.</summary>
    public decimal TargetPay { get; init; }

    /// <summary>The most a whole period may pay; 0: there is no ceiling.</summary>
    public decimal Ceiling { get; init; }

    public PayCombination Combination { get; init; }

    public IReadOnlyList<PayComponent> Components { get; init; } = [];

    public IReadOnlyList<PayGate> Gates { get; init; } = [];

    /// <summary>For how many days after a handover the former manager and the heir share the credit, half and half.</summary>
    public int TransitionDays { get; init; }

    /// <summary>The plan's job manages customers.</summary>
    public bool IsForCustomerManagers { get; init; }

    /// <summary>The plan's job collects, or it is an agency's.</summary>
    public bool IsForCollectors { get; init; }

    /// <summary>"CM v2".</summary>
    public string Label => System.FormattableString.Invariant($"{Code} v{Version}");
}

/// <summary>How components make one amount.</summary>
internal enum PayCombination
{
    /// <summary>Each pays its weight's part by itself.</summary>
    Additive,

    /// <summary>Their payout shares are multiplied: who neglects one earns nothing by another. Source: Kim, Sudhir, Uetake and Canales (2019) on sellers with two tasks.</summary>
    Multiplicative,
}

/// <summary>The former plan's part in a period while pay changes from one structure to another.</summary>
/// <param name="FormerShare">0 to 1: three quarters are .75.</param>
internal sealed record PlanTransition(PayPlan Former, decimal FormerShare);

/// <summary>Pay that is assured for a time.</summary>
/// <param name="Amount">For one whole period.</param>
/// <param name="Recoverable">What it adds is paid back out of later variable pay above the draw.</param>
/// <param name="Until">Its last day: it ends by itself, within a period by the days.</param>
internal sealed record PayDraw(decimal Amount, bool Recoverable, Crm.Extensions.Shared.CalendarDate Until);
