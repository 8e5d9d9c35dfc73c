using System;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.Payment.Fields;

namespace Crm.Extensions.Collections;

/// <summary>A direct debit that was drawn early and came back is drawn again on the effective due date: until then nothing is overdue, and nobody is told that it is.</summary>
[Step(Message.Create, Tables.Payment, Stage.PostOperation)]
[Step(Message.Update, Tables.Payment, Stage.PostOperation,
    Filter = [Fields.StatusCode, Fields.InstallmentId],
    Before = [Fields.StatusCode, Fields.InstallmentId, Fields.Method])]
public sealed class PresentAgain : Plugin<Payment>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Payment> execution)
    {
        var payment = execution.Merged;
        var status = payment.GetAttributeValue<OptionSetValue>(Fields.StatusCode)?.Value;
        if (status is not ((int)Payment_StatusCode.Returned or (int)Payment_StatusCode.Rejected)
            || Choice.Read<PaymentMethod>(payment.GetAttributeValue<OptionSetValue>(Fields.Method)) != PaymentMethod.DirectDebit
            || payment.GetAttributeValue<EntityReference>(Fields.InstallmentId) is not { } drawn
            || CourtesyConfiguration.Of(execution) is null)
        {
            return;
        }

        var installment = execution.AsSystem.Retrieve(Tables.Installment, drawn.Id, new ColumnSet(Installment.Fields.EffectiveDueDate, Installment.Fields.DebitDate));
        if (Day(installment, Installment.Fields.EffectiveDueDate) is not { } due || Day(installment, Installment.Fields.DebitDate) is not { } debit || debit >= due) return;

        execution.AsSystem.Update(new Entity(Tables.Installment, drawn.Id) { [Installment.Fields.DebitDate] = due.Midnight });
    }

    private static CalendarDate? Day(Entity row, string column) => row.GetAttributeValue<DateTime?>(column) is { } day ? CalendarDate.Of(day) : null;
}
