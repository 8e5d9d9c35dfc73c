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
internal static class AttemptWriter
{
    /// <exception cref="InvalidPluginExecutionException">A colleague took the same place at the same moment: the unique key let one of them in.</exception>
    public static void Write(Execution execution, Entity row) =>
        Guarded(execution, () =>
        {
            if (row.Id == Guid.Empty) execution.AsSystem.Create(row);
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
        Guarded(execution, () => execution.AsSystem.Execute(new UpsertRequest { Target = row }));
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
