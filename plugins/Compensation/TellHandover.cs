using System;
using Crm.Extensions.Compensation.Portfolios;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Fields = Crm.Extensions.Model.CreditAssignment.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>
/// Tells a customer who looks after him now, when he was handed over with a note: by e-mail in his language, held until the courtesy rules let it go; by a call
/// planned for an hour at which he may be called where there is no address.
/// </summary>
/// <remarks>
/// Repeatable: the message's id is made of the assignment. It is sent by crmx_RunDue like any other that was held, and the assignment then says when he was told.
/// Only where crmx_CompensationMode is enforce.
/// </remarks>
[Step(Message.Create, Tables.CreditAssignment, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.CreditAssignment, Stage.PostOperation, Mode = StepMode.Asynchronous, Filter = [Fields.HandoverNote])]
public sealed class TellHandover : Plugin<CreditAssignment>
{
    internal static bool IsOn(Execution execution) => execution.Settings.Mode("crmx_CompensationMode") == Platform.Mode.Enforce;

    /// <inheritdoc/>
    protected override void Execute(Execution<CreditAssignment> execution)
    {
        if (!IsOn(execution) || string.IsNullOrWhiteSpace(execution.Target.GetAttributeValue<string>(Fields.HandoverNote))) return;
        if (HandoverNotice.Read(execution.AsSystem, execution.RowId) is not { } notice) return;

        try
        {
            notice.Write(execution);
        }
        catch (Exception refused) when (Fault.Refusal(refused) is { } why)
        {
            // he does not wish to be contacted at all, or nobody knows how: whoever looks after him now sees that he was not told
            execution.Trace("not told: " + why);
        }
    }
}
