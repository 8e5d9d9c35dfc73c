using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.ContactHold.Fields;

namespace Crm.Extensions.Collections;

/// <summary>
/// Stops at once what is queued for a customer when a hold is placed: the calls, messages, letters, visits and held e-mails that the hold forbids are
/// cancelled, whoever owns them, and their attempts become the proof and give their places back.
/// </summary>
/// <remarks>A bounded number; what is beyond it is stopped by the guards when it is dialled or sent. Nothing is touched while the rule is only observed.</remarks>
[Step(Message.Create, Tables.ContactHold, Stage.PostOperation)]
[Step(Message.Update, Tables.ContactHold, Stage.PostOperation,
    Filter = [Fields.CustomerId, Fields.ObligationId, Fields.Kind, Fields.From, Fields.Until, Fields.StateCode],
    Before = [Fields.CustomerId, Fields.ObligationId, Fields.Kind, Fields.From, Fields.Until, Fields.StateCode])]
public sealed class StopHeldContacts : Plugin<Model.ContactHold>
{
    private const int MostContacts = 200;

    /// <inheritdoc/>
    protected override void Execute(Execution<Model.ContactHold> execution)
    {
        if (CourtesyConfiguration.Of(execution) is not { } configuration) return;
        if (execution.Context.MessageName == Message.Update && !execution.ChangesWatchedColumns) return;

        var row = execution.Merged;
        if (row.GetAttributeValue<OptionSetValue>(Fields.StateCode)?.Value is 1 || Choice.Read<HoldKind>(row.GetAttributeValue<OptionSetValue>(Fields.Kind)) is not { } kind) return;

        var queries = new Queries(execution.AsSystem);
        if (CustomersOf(row, queries) is not { Count: > 0 } customers) return;

        var hold = new ContactHold(kind, row.ObligationId is { } obligation ? Queries.Text(obligation.Id) : null, null, Day(row, Fields.From), Day(row, Fields.Until));
        var queued = queries.Queued(customers, MostContacts).Where(contact => IsHeld(contact, hold, configuration, execution)).ToList();
        if (queued.Count > 0) Stop(execution, queued, GuardTexts.Write(execution.Language, "HoldStops", GuardTexts.Write(execution.Language, "Hold." + kind)));
    }

    private static IReadOnlyCollection<Guid> CustomersOf(Model.ContactHold row, Queries queries) =>
        row.CustomerId is { } customer ? [customer.Id] : row.ObligationId is { } obligation ? queries.PartiesTo(obligation.Id) : [];

    private static bool IsHeld(QueuedContact contact, ContactHold hold, CourtesyConfiguration configuration, Execution execution)
    {
        var names = hold.ObligationKey is null || string.Equals(contact.Obligation, hold.ObligationKey, StringComparison.OrdinalIgnoreCase);
        if (!names || !HoldEffects.Stops(hold.Kind, contact.Purpose) || !hold.HoldsOn(CalendarDate.Of(contact.AtUtc))) return false;

        var country = contact.Country.Length > 0 ? contact.Country : configuration.DefaultCountry;
        return CountryPacks.Find(country) is { } pack
            && configuration.PolicyFor(pack.Country, CalendarDate.Of(contact.AtUtc), execution.Trace).ModeOf(RuleIds.Hold) == RuleMode.Enforce;
    }

    private static void Stop(Execution<Model.ContactHold> execution, List<QueuedContact> queued, string explanation)
    {
        execution.Remember(ContactNotes.Cancelling, true);
        foreach (var activity in queued.GroupBy(contact => contact.Activity))
        {
            var table = activity.First().Table;
            execution.AsSystem.Update(new Entity(table, activity.Key)
            {
                [ContactColumns.State] = new OptionSetValue(ActivityState.Canceled),
                [ContactColumns.Status] = new OptionSetValue(ActivityState.CanceledStatus(table)),
                [ContactColumns.Decision] = Choice.Of(Decision.Stopped),
                [ContactColumns.Explanation] = explanation,
                [ContactColumns.NextAllowedAt] = null,
            });
            foreach (var contact in activity) execution.AsSystem.Update(AttemptRows.StoppedBy(contact.Attempt, RuleIds.Hold, explanation));
        }

        execution.Trace(queued.Count + " queued contacts stopped");
    }

    private static CalendarDate? Day(Entity row, string column) => row.GetAttributeValue<DateTime?>(column) is { } day ? CalendarDate.Of(day) : null;
}
