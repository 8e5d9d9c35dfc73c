using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>What the guard, before the transaction, leaves for <see cref="RecordAttempt"/>, which writes it inside.</summary>
internal static class ContactNotes
{
    private const string Rows = "crmx_courtesy_attempts";
    private const string Cancel = "crmx_courtesy_cancel";

    /// <summary>Set by <see cref="RecordAttempt"/> while it cancels an activity, so that the guard lets that pass.</summary>
    public const string Cancelling = "crmx_courtesy_cancelling";

    public static void Leave(Execution execution, IEnumerable<Entity> rows, bool cancel = false)
    {
        var list = rows.ToList();
        if (list.Count > 0) execution.Remember(Rows, new EntityCollection(list) { EntityName = Tables.ContactAttempt });
        if (cancel) execution.Remember(Cancel, true);
    }

    public static IReadOnlyList<Entity> RowsOf(Execution execution) =>
        execution.Recall(Rows) is EntityCollection rows ? rows.Entities : Array.Empty<Entity>();

    public static bool IsToCancel(Execution execution) => execution.Recall(Cancel) is true;
}
