using System;
using System.ServiceModel;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Writes attempts with the system's rights: their owner need not be able to.</summary>
internal static class AttemptWriter
{
    /// <exception cref="InvalidPluginExecutionException">A colleague took the same place at the same moment: the unique key let one of them in.</exception>
    public static void Write(Execution execution, Entity row)
    {
        try
        {
            if (row.Id == Guid.Empty) execution.AsSystem.Create(row);
            else execution.AsSystem.Update(row);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Fault.IsDuplicateKey(fault))
        {
            execution.Trace(ExceptionText.Write(fault));
            throw new InvalidPluginExecutionException(GuardTexts.Write(execution.Language, "Colleague"), fault);
        }
    }
}
