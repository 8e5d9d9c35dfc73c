using System;
using System.Globalization;
using System.ServiceModel;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Fields = Crm.Extensions.Model.ContactAttempt.Fields;

namespace Crm.Extensions.Collections;

/// <summary>Writes attempts with the system's rights: their owner need not be able to.</summary>
/// <remarks>
/// The platform lets nobody own a row of a table that they may not read; a create that names such an owner faults and would take the activity along.
/// So the owner is asked about first, at most once a minute for each, and rows of users without our roles belong to the system.
/// </remarks>
internal static class AttemptWriter
{
    private const string ReadPrivilege = "prvReadcrmx_ContactAttempt";

    /// <exception cref="InvalidPluginExecutionException">A colleague took the same place at the same moment: the unique key let one of them in.</exception>
    public static void Write(Execution execution, Entity row) =>
        Guarded(execution, () =>
        {
            if (row.Id == Guid.Empty) execution.AsSystem.Create(Owned(execution, row));
            else execution.AsSystem.Update(row);
        });

    /// <summary>
    /// Writes a row of a saved activity. A new one gets an id made of the activity, the customer and the number, so that a step which the platform runs
    /// twice for one update writes it once.
    /// </summary>
    /// <exception cref="InvalidPluginExecutionException">A colleague took the same place at the same moment.</exception>
    public static void Write(Execution execution, Guid activity, Entity row)
    {
        if (row.Id != Guid.Empty)
        {
            Write(execution, row);
            return;
        }

        row[Fields.ActivityId] = Queries.Text(activity);
        row.Id = ComponentId.Of(
            Tables.ContactAttempt,
            string.Format(
                CultureInfo.InvariantCulture, "{0:D}|{1:D}|{2}",
                activity, row.GetAttributeValue<EntityReference>(Fields.CustomerId).Id, row.GetAttributeValue<int>(Fields.Number)));
        Guarded(execution, () => execution.AsSystem.Execute(new UpsertRequest { Target = Owned(execution, row) }));
    }

    private static Entity Owned(Execution execution, Entity row)
    {
        if (row.GetAttributeValue<EntityReference>(Fields.OwnerId) is { } owner && !execution.Holds(owner.Id, ReadPrivilege)) row.Attributes.Remove(Fields.OwnerId);
        return row;
    }

    private static void Guarded(Execution execution, Action write)
    {
        try
        {
            write();
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Fault.IsDuplicateKey(fault))
        {
            execution.Trace(ExceptionText.Write(fault));
            throw new InvalidPluginExecutionException(GuardTexts.Write(execution.Language, "Colleague"), fault);
        }
    }
}
