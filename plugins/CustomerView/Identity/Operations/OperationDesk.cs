using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>What carrying out an operation needs: the organization with the system's rights, the rows of operations, and the time that is left.</summary>
internal sealed class OperationDesk
{
    /// <summary>How long one execution works before it leaves the rest to the next: well under the platform's two minutes.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(75);

    /// <summary>Beyond this depth nothing is set off any more; the platform stops executions that set each other off at depth 8.</summary>
    private const int Deepest = 5;

    private readonly Execution execution;
    private readonly DateTime until;

    public OperationDesk(Execution execution)
    {
        this.execution = execution;
        until = execution.Clock.UtcNow + Slice;
        Store = new OperationStore(execution.AsSystem);
        Changes = new RowChanges(execution.AsSystem);
        execution.Remember(Bookkeeping.Mark, true);
    }

    public IOrganizationService Service => execution.AsSystem;

    public OperationStore Store { get; }

    public RowChanges Changes { get; }

    public DateTime Now => execution.Clock.UtcNow;

    /// <summary>The tenant's own country, for records that name none.</summary>
    public string DefaultCountry => execution.Settings.Text("crmx_DefaultCountry");

    public bool IsLate => execution.Clock.UtcNow >= until;

    /// <summary>Whether rows created now may set off steps of their own.</summary>
    public bool MayFanOut => execution.Context.Depth <= Deepest;

    public void Trace(string line) => execution.Trace(line);

    public string Write(string text, params object[] facts) => OperationTexts.Write(execution.Language, text, facts);

    /// <summary>Ends an operation.</summary>
    /// <param name="said">What people should know of it.</param>
    public void End(Operation operation, int status, string? said = null)
    {
        var columns = new List<KeyValuePair<string, object>> { OperationStore.State(OperationColumns.Inactive), OperationStore.Status(status) };
        if (said is not null) columns.Add(new KeyValuePair<string, object>(OperationColumns.Reason, Joined(operation.Reason, said)));
        Store.Save(operation, [.. columns]);
        Trace(operation.Id + " ended: " + status + " " + said);
    }

    /// <summary>Divides work into rows of their own, written down in the operation first, so that none is forgotten.</summary>
    /// <param name="parts">For each part its id and what it does.</param>
    public void FanOut(Operation operation, IReadOnlyList<KeyValuePair<Guid, Func<Operation, int, Entity>>> parts)
    {
        foreach (var part in parts) operation.Journal.AddPart(part.Key);
        var saved = Store.Save(operation);
        for (var index = 0; index < parts.Count; index++) Service.Create(parts[index].Value(saved, index + 1));
    }

    private static string Joined(string reason, string said)
    {
        const int MostLetters = 2000;
        if (reason.EndsWith(said, StringComparison.Ordinal)) return reason;

        var text = reason.Length == 0 ? said : reason + "\n" + said;
        return text.Length <= MostLetters ? text : text.Substring(0, MostLetters);
    }

    /// <summary>What stayed as it was, in a sentence; null where nothing did.</summary>
    public string? SayKept(Operation operation)
    {
        var kept = operation.Journal.Kept.Where(row => row.Reason != KeptRow.Gone).ToList();
        if (kept.Count == 0) return null;

        const int MostNamed = 10;
        var rows = string.Join("; ", kept.Take(MostNamed).Select(row => row.Table + " " + row.Row + " (" + Say(row.Reason) + ")"));
        return Write("Kept", kept.Count, rows + (kept.Count > MostNamed ? " …" : ""));
    }

    private string Say(string reason) => reason switch
    {
        KeptRow.Same => Write("KeptSame"),
        KeptRow.Changed => Write("KeptChanged"),
        _ => reason,
    };
}
