using System;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Platform;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>Whether a row was written by linking itself or by an operation on identities, and so says nothing that a person has decided.</summary>
internal static class OwnDoing
{
    private const string ApiPrefix = "crmx_";

    /// <summary>Whether a call of that message caused it.</summary>
    public static bool IsCausedByMessage(Execution execution, string message)
    {
        for (var context = execution.Context.ParentContext; context is not null; context = context.ParentContext)
        {
            if (string.Equals(context.MessageName, message, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    public static bool Caused(Execution execution)
    {
        if (execution.IsCausedByRememberer(Linker.Mark)) return true;

        for (var context = execution.Context.ParentContext; context is not null; context = context.ParentContext)
        {
            if (context.Depth >= execution.Context.Depth) continue;
            if (string.Equals(context.PrimaryEntityName, OperationColumns.Table, StringComparison.Ordinal)) return true;
            if (context.MessageName.StartsWith(ApiPrefix, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
