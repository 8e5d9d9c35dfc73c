namespace Crm.Extensions.Compensation.Pay;

/// <summary>What takes from variable pay, by people's own acts.</summary>
internal sealed record PayGate
{
    public GateMeasure Measure { get; init; }

    /// <summary>So many cases take nothing.</summary>
    public int Limit { get; init; }

    public GateEffect Effect { get; init; }

    /// <summary>0 to 1 (reduce): the part of the period's variable pay that each case beyond the limit takes, all of it at most.</summary>
    public decimal Share { get; init; }

    public GateJudges Judges { get; init; }
}

internal enum GateMeasure
{
    /// <summary>Contacts in breach of courtesy that reached a customer.</summary>
    Breaches,

    /// <summary>Complaints whose responsible worker let them pass due.</summary>
    ComplaintsPastDue,

    /// <summary>Complaints found that were never logged; dearer than logged ones.</summary>
    ComplaintsUnlogged,
}

internal enum GateEffect
{
    Reduce,
    Withhold,
}

internal enum GateJudges
{
    /// <summary>The worker's own acts.</summary>
    Worker,

    /// <summary>Those of everybody whose facts the input brings.</summary>
    Team,
}
