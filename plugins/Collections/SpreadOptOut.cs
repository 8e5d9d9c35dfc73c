using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Fields = Crm.Extensions.Model.Consent.Fields;

namespace Crm.Extensions.Collections;

/// <summary>Ticks the boxes of the customer's contacts, accounts and leads that an opt-out is, and unticks them when it ends, so that other software sees them.</summary>
/// <remarks>A box that stood before any opt-out was on record is never unticked by one that does not cover it. Only what differs is written.</remarks>
[Step(Message.Create, Tables.Consent, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.Consent, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = [Fields.CustomerId, Fields.Kind, Fields.Channel, Fields.Purpose, Fields.From, Fields.Until, Fields.StateCode],
    Before = [Fields.CustomerId, Fields.Kind, Fields.Channel, Fields.Purpose, Fields.From, Fields.Until, Fields.StateCode])]
public sealed class SpreadOptOut : Plugin<Model.Consent>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Model.Consent> execution)
    {
        var row = execution.Merged;
        if (row.CustomerId is not { } customer || !(IsOptOut(row) || IsOptOut(execution.Before)) || CourtesyConfiguration.Of(execution) is null) return;

        var cleared = IsOptOut(execution.Before) ? OptOutFlags.Columns.Where(flag => Touches(execution.Before, flag)).ToList() : new List<string>();
        var state = OptOutState.Read(execution.AsSystem, customer.Id, CalendarDate.Of(execution.Clock.UtcNow));
        foreach (var change in state.Differing(cleared)) execution.AsSystem.Update(change);
    }

    private static bool IsOptOut(Entity row) => Choice.Read<ConsentKind>(row.GetAttributeValue<OptionSetValue>(Fields.Kind)) == ConsentKind.OptOut;

    // the opt-out is, or is part of, what the box says
    private static bool Touches(Entity row, string flag)
    {
        var channel = Choice.Read<Channel>(row.GetAttributeValue<OptionSetValue>(Fields.Channel));
        var purpose = Choice.Read<Purpose>(row.GetAttributeValue<OptionSetValue>(Fields.Purpose));
        return OptOutFlags.Of(flag).Any(consent => (channel is null || channel == consent.Channel) && (purpose is null || purpose == consent.Purpose));
    }
}
