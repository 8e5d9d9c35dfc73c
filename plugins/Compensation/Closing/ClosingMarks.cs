using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>What the product's own machinery leaves (<see cref="Execution.Remember"/>), so that the guards tell its writes from people's.</summary>
internal static class ClosingMarks
{
    public const string Calculation = "crmx_paycalculation";
    public const string Dispute = "crmx_paydisputing";
    public const string Export = "crmx_payexport";
    public const string Agreement = "crmx_payagreement";

    /// <summary>Which part of the product caused this execution.</summary>
    public static StatementMachinery MachineryOf(Execution execution) =>
        execution.IsCausedByRememberer(Export) ? StatementMachinery.Export
        : execution.IsCausedByRememberer(Dispute) ? StatementMachinery.Dispute
        : execution.IsCausedByRememberer(Agreement) ? StatementMachinery.Agreement
        : execution.IsCausedByRememberer(Calculation) ? StatementMachinery.Calculation
        : StatementMachinery.None;

    /// <summary>The bookkeeping of other capabilities: customers joined, a person's name erased.</summary>
    public static bool IsBookkeeping(Execution execution) => execution.IsCausedByRememberer(Bookkeeping.Mark);
}
