namespace Crm.Extensions.Compensation.Plans;

/// <summary>The life of a plan; the numbers are those of its status reason.</summary>
internal enum PlanState
{
    /// <summary>Being written; the only state in which it can be changed.</summary>
    Draft = 1,

    /// <summary>Approved by somebody who did not write it; its first day is still to come.</summary>
    Approved = 574840000,

    InForce = 574840001,

    /// <summary>Over, or a draft that was dropped.</summary>
    Closed = 2,
}
