using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Collections;

/// <summary>
/// A box that somebody ticks on a contact, an account or a lead ("do not allow phone calls" …) is an opt-out of the customer; unticking it ends that
/// opt-out. One that the customer gave in another way stands, and the box is ticked again.
/// </summary>
/// <remarks>Repeatable: ids are made of customer and box, and only what differs is written. The guards obey the box itself in the meantime.</remarks>
[Step(Message.Create, Tables.Contact, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Create, Tables.Account, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Create, Tables.Lead, Stage.PostOperation, Mode = StepMode.Asynchronous)]
[Step(Message.Update, Tables.Contact, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = [OptOutFlags.Phone, OptOutFlags.Email, OptOutFlags.BulkEmail, OptOutFlags.PostalMail, ContactColumns.Customer],
    Before = [OptOutFlags.Phone, OptOutFlags.Email, OptOutFlags.BulkEmail, OptOutFlags.PostalMail, ContactColumns.Customer])]
[Step(Message.Update, Tables.Account, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = [OptOutFlags.Phone, OptOutFlags.Email, OptOutFlags.BulkEmail, OptOutFlags.PostalMail, ContactColumns.Customer],
    Before = [OptOutFlags.Phone, OptOutFlags.Email, OptOutFlags.BulkEmail, OptOutFlags.PostalMail, ContactColumns.Customer])]
[Step(Message.Update, Tables.Lead, Stage.PostOperation, Mode = StepMode.Asynchronous,
    Filter = [OptOutFlags.Phone, OptOutFlags.Email, OptOutFlags.BulkEmail, OptOutFlags.PostalMail, ContactColumns.Customer],
    Before = [OptOutFlags.Phone, OptOutFlags.Email, OptOutFlags.BulkEmail, OptOutFlags.PostalMail, ContactColumns.Customer])]
public sealed class HearOptOut : Plugin<Entity>
{
    /// <inheritdoc/>
    protected override void Execute(Execution<Entity> execution)
    {
        var row = execution.Merged;
        if (row.GetAttributeValue<EntityReference>(ContactColumns.Customer) is not { } customer || CourtesyConfiguration.Of(execution) is null) return;

        var linked = !Equals(customer, execution.Before.GetAttributeValue<EntityReference>(ContactColumns.Customer));
        var changed = OptOutFlags.Columns.Where(flag => linked || row.GetAttributeValue<bool>(flag) != execution.Before.GetAttributeValue<bool>(flag)).ToList();
        if (changed.Count == 0) return;

        var state = OptOutState.Read(execution.AsSystem, customer.Id, CalendarDate.Of(execution.Clock.UtcNow));
        foreach (var flag in changed)
        {
            if (row.GetAttributeValue<bool>(flag))
            {
                var proof = GuardTexts.Write(execution.Language, "BoxTicked", flag, execution.Context.PrimaryEntityName, execution.RowId);
                foreach (var consent in state.Missing(flag, proof)) execution.AsSystem.Execute(new UpsertRequest { Target = consent });
            }
            else if (!linked)
            {
                foreach (var consent in state.MadeBy(flag)) End(execution.AsSystem, consent);
            }
        }

        // a row that was linked, or a box that was unticked against an opt-out that stands
        foreach (var own in state.Differing([]).Where(own => own.Id == execution.RowId && changed.Any(own.Contains))) Restore(execution, state, own);
    }

    private static void Restore(Execution<Entity> execution, OptOutState state, Entity own)
    {
        foreach (var flag in OptOutFlags.Columns.Where(flag => own.Contains(flag) && state.MadeBy(flag).Any())) own.Attributes.Remove(flag);
        if (own.Attributes.Count > 0) execution.AsSystem.Update(own);
    }

    private static void End(IOrganizationService system, System.Guid consent) => system.Update(new Entity(Tables.Consent, consent)
    {
        [Model.Consent.Fields.StateCode] = new OptionSetValue((int)Consent_StateCode.Inactive),
        [Model.Consent.Fields.StatusCode] = new OptionSetValue((int)Consent_StatusCode.Inactive),
    });
}
