namespace Crm.Extensions.Compensation.Closing;

/// <summary>How far a statement has come; the numbers are its status reasons.</summary>
internal enum StatementState
{
    /// <summary>It may still be calculated anew.</summary>
    Calculated = 1,

    /// <summary>Its worker has been told. From here on its lines stay as they are: what is learned later comes with the next revision.</summary>
    Shown = 574840000,

    /// <summary>A line waits for HR's answer; until then nobody approves it.</summary>
    Disputed = 574840001,
    ApprovedByManager = 574840002,
    ApprovedByHr = 574840003,

    /// <summary>It is in a file for payroll, in one only.</summary>
    Exported = 2,

    /// <summary>A revision that was never shown and has nothing left to say.</summary>
    Superseded = 574840004,
}

/// <summary>What follows from a statement's state.</summary>
internal static class StatementStates
{
    /// <summary>Whether its lines may still be written anew.</summary>
    public static bool IsOpen(StatementState state) => state == StatementState.Calculated;

    /// <summary>Whether its amounts count for the worker.</summary>
    public static bool Counts(StatementState state) => state != StatementState.Superseded;

    /// <summary>The platform's state that the status reason belongs to.</summary>
    public static int StateCode(StatementState state) => state is StatementState.Exported or StatementState.Superseded ? 1 : 0;
}
