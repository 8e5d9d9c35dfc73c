using System;
using System.Linq;
using Crm.Extensions.Compensation.Portfolios;
using Crm.Extensions.Compensation.Roster;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.CreditAssignment.Fields;

namespace Crm.Extensions.Compensation;

/// <summary>
/// One person answers for a customer at a time, shares add up to no more than the whole, and the customer's row names who it is today. Two who assign the same customer
/// in the same second wait for each other; the second is refused.
/// </summary>
/// <remarks>
/// When two customers turn out to be one, the assignments of the one follow it to the other: nobody is refused then, but whoever comes second is no longer
/// accountable, and the two share the credit in proportion to what each had.
/// </remarks>
[Step(Message.Create, Tables.CreditAssignment, Stage.PostOperation)]
[Step(Message.Update, Tables.CreditAssignment, Stage.PostOperation,
    Filter = [Fields.CustomerId, Fields.WorkerId, Fields.From, Fields.Until, Fields.Share, Fields.Accountable, Fields.StateCode],
    Before = [Fields.CustomerId, Fields.WorkerId, Fields.From, Fields.Until, Fields.Share, Fields.Accountable, Fields.StateCode])]
[Step(Message.Delete, Tables.CreditAssignment, Stage.PostOperation, Before = [Fields.CustomerId])]
public sealed class KeepAccountable : Plugin<CreditAssignment>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<CreditAssignment> execution)
    {
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;

        var today = HouseDay.Today(execution);
        var isGone = execution.Context.MessageName == Message.Delete;
        var customer = isGone ? null : execution.Merged.GetAttributeValue<EntityReference>(Fields.CustomerId)?.Id;

        // in the order of their ids, so that two who move assignments between the same customers do not wait for each other for ever
        foreach (var id in new[] { customer, execution.Before.GetAttributeValue<EntityReference>(Fields.CustomerId)?.Id }.OfType<Guid>().Distinct().OrderBy(id => id))
        {
            var assignments = new CustomerAssignments(execution.AsSystem, id);
            var present = assignments.Lock();
            var all = assignments.Read().ToList();
            if (id == customer && all.FirstOrDefault(row => row.Id == execution.RowId) is { } own) Judge(execution, own, all);

            assignments.Show(all.FirstOrDefault(row => row.IsAccountable && row.Covers(today))?.Worker, present);
        }
    }

    // each keeps the part of the credit that he had of the two together
    private static void Yield(Execution execution, Assignment own, Assignment first, System.Collections.Generic.List<Assignment> all)
    {
        var parts = AssignmentRules.Fitted(own.Share, first.Share);
        all[all.IndexOf(own)] = own with { IsAccountable = false, Share = parts.Key };
        execution.AsSystem.Update(new Entity(Tables.CreditAssignment, own.Id) { [Fields.Accountable] = false, [Fields.Share] = parts.Key });
        if (parts.Value != first.Share) execution.AsSystem.Update(new Entity(Tables.CreditAssignment, first.Id) { [Fields.Share] = parts.Value });
    }

    private static void Judge(Execution execution, Assignment own, System.Collections.Generic.List<Assignment> all)
    {
        if (execution.IsCausedByRememberer(Bookkeeping.Mark))
        {
            if (AssignmentRules.Rival(own, all) is { } first) Yield(execution, own, first, all);
            return;
        }

        var language = execution.Language;
        if (AssignmentRules.Wrong(own, language) is { } wrong) throw new InvalidPluginExecutionException(wrong);
        if (AssignmentRules.Rival(own, all) is { } rival)
            throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "SecondAccountable", rival.WorkerName, rival.Period(language)));
        if (AssignmentRules.Excess(all) is { } excess)
            throw new InvalidPluginExecutionException(PortfolioTexts.Write(language, "SharesTooMuch", excess.Key, excess.Value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
