using System;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.Installment.Fields;

namespace Crm.Extensions.Collections;

/// <summary>
/// Works out when an instalment is to be paid at the latest (the due date moved off days on which banks are closed, by the convention of the contract's
/// country) and when direct debit draws it: then, or as many bank days earlier as the contract says.
/// </summary>
/// <remarks>
/// A feed may give both dates itself. They are kept where they cost the customer nothing: an effective due date not before ours, a debit date not before
/// the contract allows. Others are replaced. In a country without a pack the feed's dates stand.
/// </remarks>
[Step(Message.Create, Tables.Installment, Stage.PreOperation)]
[Step(Message.Update, Tables.Installment, Stage.PreOperation,
    Filter = [Fields.DueDate, Fields.EffectiveDueDate, Fields.DebitDate, Fields.ObligationId],
    Before = [Fields.DueDate, Fields.EffectiveDueDate, Fields.DebitDate, Fields.ObligationId])]
public sealed class SetDueDates : Plugin<Installment>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Installment> execution)
    {
        if (CourtesyConfiguration.Of(execution) is not { } configuration) return;
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;
        if (Day(execution.Merged, Fields.DueDate) is not { } due || execution.Merged.ObligationId is not { } obligation) return;

        var contract = execution.AsSystem.Retrieve(
            Tables.Obligation, obligation.Id, new ColumnSet(Obligation.Fields.Country, Obligation.Fields.DebitEarlyDays));
        var country = contract.GetAttributeValue<string>(Obligation.Fields.Country);
        if (CountryPacks.Find(string.IsNullOrWhiteSpace(country) ? configuration.DefaultCountry : country) is not { } pack) return;

        var effective = Later(Given(execution, Fields.EffectiveDueDate), DueDates.Effective(due, pack));
        var debit = Later(Given(execution, Fields.DebitDate), DueDates.Debit(effective, contract.GetAttributeValue<int?>(Obligation.Fields.DebitEarlyDays) ?? 0, pack));
        Write(execution, Fields.EffectiveDueDate, effective);
        Write(execution, Fields.DebitDate, debit);
    }

    // what the request itself gives; dates that stand from before follow the due date
    private static CalendarDate? Given(Execution<Installment> execution, string column) =>
        execution.Writes(column) ? Day(execution.Target, column)
        : execution.Writes(Fields.DueDate) || execution.Writes(Fields.ObligationId) ? null
        : Day(execution.Before, column);

    private static CalendarDate Later(CalendarDate? given, CalendarDate computed) => given is { } date && date > computed ? date : computed;

    private static void Write(Execution<Installment> execution, string column, CalendarDate date)
    {
        if (Day(execution.Merged, column) != date || execution.Writes(column)) execution.Write(column, date.Midnight);
    }

    private static CalendarDate? Day(Entity row, string column) => row.GetAttributeValue<DateTime?>(column) is { } day ? CalendarDate.Of(day) : null;
}
