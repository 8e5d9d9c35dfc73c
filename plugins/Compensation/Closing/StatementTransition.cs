namespace Crm.Extensions.Compensation.Closing;

/// <summary>Who wants to bring a statement further, as far as that matters.</summary>
internal sealed class StatementActor
{
    /// <summary>It is the actor's own statement.</summary>
    public bool IsWorker { get; set; }

    /// <summary>The actor is the manager of the worker.</summary>
    public bool IsManager { get; set; }

    /// <summary>The worker has a manager who can log in.</summary>
    public bool HasManager { get; set; }

    /// <summary>HR: calculates and shows statements.</summary>
    public bool IsHr { get; set; }

    /// <summary>HR: has the last word on statements.</summary>
    public bool ApprovesForHr { get; set; }

    /// <summary>The actor has already approved it in the manager's place.</summary>
    public bool ApprovedAsManager { get; set; }

    /// <summary>The product's own machinery: dispute, calculation or export.</summary>
    public StatementMachinery Machinery { get; set; }
}

/// <summary>Which part of the product writes.</summary>
internal enum StatementMachinery
{
    None,
    Calculation,
    Dispute,
    Export,
    Agreement,
}

/// <summary>
/// Which way a statement may go, and who may send it there: calculated → shown → approved by the manager → approved by HR → exported, with a detour
/// over disputed. Three people take part: nobody approves their own, and nobody approves twice.
/// </summary>
internal static class StatementTransition
{
    /// <summary>Name of the message that says why not; null where it may.</summary>
    public static string? WhyNot(StatementState from, StatementState to, StatementActor actor)
    {
        if (from == to) return null;

        switch (to)
        {
            case StatementState.Shown when from == StatementState.Calculated:
                return actor.IsWorker && !actor.ApprovesForHr ? "OwnStatement" : actor.IsHr ? null : "OnlyHrShows";
            case StatementState.Shown when from == StatementState.Disputed:
            case StatementState.Disputed when from is StatementState.Shown or StatementState.ApprovedByManager:
                return actor.Machinery == StatementMachinery.Dispute ? null : "OnlyByDispute";
            case StatementState.Shown when from == StatementState.ApprovedByManager:
                return actor.IsWorker ? "OwnStatement" : actor.ApprovesForHr || actor.IsManager ? null : "OnlyManager";
            case StatementState.ApprovedByManager when from == StatementState.Shown:
                return WhyNotManager(actor);
            case StatementState.ApprovedByManager when from == StatementState.Disputed:
            case StatementState.ApprovedByHr when from == StatementState.Disputed:
                return "AnswerFirst";
            case StatementState.ApprovedByHr when from == StatementState.ApprovedByManager:
                return actor.IsWorker ? "OwnStatement" : !actor.ApprovesForHr ? "OnlyHrApproves" : actor.ApprovedAsManager ? "SecondPerson" : null;
            case StatementState.Exported when from == StatementState.ApprovedByHr:
                return actor.Machinery == StatementMachinery.Export ? null : "OnlyByExport";
            case StatementState.Superseded when from == StatementState.Calculated:
            case StatementState.Calculated when from == StatementState.Superseded:
                return actor.Machinery is StatementMachinery.Calculation or StatementMachinery.Dispute ? null : "OnlyByCalculation";
            default:
                return "NoSuchWay";
        }
    }

    /// <summary>The state that comes next on the straight way; null at its end and where an answer is awaited.</summary>
    public static StatementState? Next(StatementState state) => state switch
    {
        StatementState.Calculated => StatementState.Shown,
        StatementState.Shown => StatementState.ApprovedByManager,
        StatementState.ApprovedByManager => StatementState.ApprovedByHr,
        _ => null,
    };

    // who has no manager is judged by two of HR: one in the manager's place, another after
    private static string? WhyNotManager(StatementActor actor)
    {
        if (actor.IsWorker) return "OwnStatement";
        if (actor.IsManager) return null;
        return actor.HasManager ? "OnlyManager" : actor.ApprovesForHr ? null : "OnlyHrApproves";
    }
}
