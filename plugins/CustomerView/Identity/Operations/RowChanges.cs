using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>
/// Carries out what a journal says, or takes it back: a column is written only where it still has the value it had before, so that doing it again
/// changes nothing and a change by somebody else stands. Two requests for two hundred rows.
/// </summary>
/// <remarks>For asynchronous steps: it sends batches. Each row is written over the version that was read.</remarks>
internal sealed class RowChanges
{
    /// <summary>The rows of one batch.</summary>
    public const int MostRows = 200;

    private const int MostTries = 4;

    private readonly IOrganizationService service;

    public RowChanges(IOrganizationService service) => this.service = service;

    /// <summary>From the former values to those after the operation.</summary>
    public IReadOnlyList<KeptRow> Forward(IEnumerable<JournalEntry> entries) => Carry(entries, entry => entry.Former, entry => entry.After);

    /// <summary>Back to the former values.</summary>
    public IReadOnlyList<KeptRow> Back(IEnumerable<JournalEntry> entries) => Carry(entries, entry => entry.After, entry => entry.Former);

    private List<KeptRow> Carry(IEnumerable<JournalEntry> entries, Func<JournalEntry, string> present, Func<JournalEntry, string> wanted)
    {
        var kept = new List<KeptRow>();
        foreach (var table in entries.GroupBy(entry => entry.Table))
        {
            var rows = table.GroupBy(entry => entry.Row).Select(row => row.ToList()).ToList();
            for (var start = 0; start < rows.Count; start += MostRows) Carry(table.Key, rows.Skip(start).Take(MostRows).ToList(), present, wanted, kept);
        }

        return kept;
    }

    private void Carry(string table, List<List<JournalEntry>> rows, Func<JournalEntry, string> present, Func<JournalEntry, string> wanted, List<KeptRow> kept)
    {
        var versions = true;
        for (var tries = 1; rows.Count > 0; tries++)
        {
            var known = Read(table, rows);
            var updates = new List<UpdateRequest>();
            var pending = new List<List<JournalEntry>>();
            foreach (var row in rows)
            {
                if (!known.TryGetValue(row[0].Row, out var found)) Keep(kept, new KeptRow(table, row[0].Row, KeptRow.Gone));
                else if (Change(found, row, present, wanted, kept) is { } update)
                {
                    if (versions) update.RowVersion = found.RowVersion;
                    updates.Add(new UpdateRequest
                    {
                        Target = update,
                        ConcurrencyBehavior = string.IsNullOrEmpty(update.RowVersion) ? ConcurrencyBehavior.AlwaysOverwrite : ConcurrencyBehavior.IfRowVersionMatches,
                    });
                    pending.Add(row);
                }
            }

            if (updates.Count == 0) return;

            rows = new List<List<JournalEntry>>();
            foreach (var item in Send(updates))
            {
                if (item.Fault is not { } fault) continue;

                if (fault.ErrorCode == Fault.NoVersions) versions = false;
                if (fault.ErrorCode == Fault.NoVersions || Fault.IsPassing(fault.ErrorCode)) rows.Add(pending[item.RequestIndex]);
                else Keep(kept, new KeptRow(table, pending[item.RequestIndex][0].Row, ReasonOf(fault)));
            }

            // the job fails, and whoever runs what is due takes it up again
            if (rows.Count > 0 && tries == MostTries) throw new InvalidPluginExecutionException(OperationStatus.Retry, $"{rows.Count} rows of {table} are being changed by others.");
        }
    }

    private static Entity? Change(
        Entity found, List<JournalEntry> row, Func<JournalEntry, string> present, Func<JournalEntry, string> wanted, List<KeptRow> kept)
    {
        var update = new Entity(found.LogicalName, found.Id);
        foreach (var entry in row)
        {
            var current = JournalValue.Write(found.Contains(entry.Column) ? found[entry.Column] : null);
            if (string.Equals(current, wanted(entry), StringComparison.Ordinal)) continue;

            if (string.Equals(current, present(entry), StringComparison.Ordinal)) update[entry.Column] = JournalValue.Read(wanted(entry));
            else Keep(kept, new KeptRow(found.LogicalName, found.Id, KeptRow.Changed));
        }

        return update.Attributes.Count == 0 ? null : update;
    }

    private Dictionary<Guid, Entity> Read(string table, List<List<JournalEntry>> rows)
    {
        var primary = PrimaryKey.Of(table);
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(rows.SelectMany(row => row).Select(entry => entry.Column).Distinct().ToArray()) };
        query.Criteria.AddCondition(primary, ConditionOperator.In, rows.Select(row => (object)row[0].Row).ToArray());
        return service.RetrieveMultiple(query).Entities.ToDictionary(row => row.Id);
    }

    private IEnumerable<ExecuteMultipleResponseItem> Send(List<UpdateRequest> updates)
    {
        var batch = new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = false },
            Requests = new OrganizationRequestCollection(),
        };
        batch.Requests.AddRange(updates);
        return ((ExecuteMultipleResponse)service.Execute(batch)).Responses;
    }

    private static string ReasonOf(OrganizationServiceFault fault) => fault.ErrorCode switch
    {
        Fault.DuplicateKey => KeptRow.Same,
        Fault.NoSuchRow => KeptRow.Gone,
        _ => fault.Message,
    };

    private static void Keep(List<KeptRow> kept, KeptRow row)
    {
        if (!kept.Any(other => other.Row == row.Row)) kept.Add(row);
    }
}

/// <summary>The primary key's column of a table.</summary>
internal static class PrimaryKey
{
    private static readonly string[] Activities = ["phonecall", "email", "letter", "appointment", "task", "crmx_message"];

    public static string Of(string table) => Array.IndexOf(Activities, table) >= 0 ? "activityid" : table + "id";
}
