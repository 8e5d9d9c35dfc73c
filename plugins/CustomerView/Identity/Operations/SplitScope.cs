using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Linking;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>
/// What belongs to records that leave a customer: their links and they themselves, the activities and cases that are about them, the attempts that those
/// were, and the facts that were heard in them.
/// </summary>
internal sealed class SplitScope
{
    private const int MostValues = 500;

    private readonly IOrganizationService service;
    private readonly Guid customer;
    private readonly string former;
    private readonly string after;

    public SplitScope(IOrganizationService service, Guid customer, Guid to)
    {
        this.service = service;
        this.customer = customer;
        former = JournalValue.Reference(Model.Tables.Customer, customer);
        after = JournalValue.Reference(Model.Tables.Customer, to);
    }

    /// <summary>All that still names the customer.</summary>
    public IReadOnlyList<JournalEntry> Moves(IReadOnlyList<Guid> links)
    {
        var moves = new List<JournalEntry>();
        var rows = Rows(IdentityTables.SourceLink, "crmx_sourcelinkid", links.Cast<object>(), IdentityTables.RecordTable, IdentityTables.RecordId, IdentityTables.Customer);
        moves.AddRange(rows.Where(IsOurs).Select(row => Move(row)));
        var records = rows
            .Select(row => new KeyValuePair<string, Guid>(row.GetAttributeValue<string>(IdentityTables.RecordTable) ?? "", Id(row.GetAttributeValue<string>(IdentityTables.RecordId))))
            .Where(record => record.Value != Guid.Empty)
            .ToList();
        foreach (var table in records.Where(record => CustomerReferences.Records.ContainsKey(record.Key)).GroupBy(record => record.Key))
        {
            moves.AddRange(Ours(table.Key, table.Key + "id", table.Select(record => (object)record.Value)));
        }

        var ids = records.Select(record => record.Value).Distinct().ToList();
        var heardIn = new HashSet<Guid>(ids);
        var cases = Rows("incident", "customerid", ids.Cast<object>(), IdentityTables.Customer);
        moves.AddRange(cases.Where(IsOurs).Select(row => Move(row)));
        heardIn.UnionWith(cases.Select(row => row.Id));

        var activities = Activities([.. ids, .. cases.Select(row => row.Id)]);
        foreach (var row in activities.Where(IsOurs)) moves.Add(Move(row));
        heardIn.UnionWith(activities.Select(row => row.Id));

        var heard = heardIn.Select(id => (object)DerivedIds.Text(id)).ToList();
        moves.AddRange(Ours(Model.Tables.ContactAttempt, Model.ContactAttempt.Fields.ActivityId, activities.Select(row => (object)DerivedIds.Text(row.Id))));
        moves.AddRange(Ours(IdentityTables.Fact, IdentityTables.HeardInId, heard));
        return moves;
    }

    // by what they are about, and by who took part in them
    private List<Entity> Activities(IReadOnlyList<Guid> records)
    {
        var parties = Rows("activityparty", "partyid", records.Cast<object>(), "activityid")
            .Select(row => row.GetAttributeValue<EntityReference>("activityid")?.Id ?? Guid.Empty)
            .Where(id => id != Guid.Empty)
            .ToList();
        var found = new Dictionary<Guid, Entity>();
        foreach (var table in CustomerReferences.Activities)
        {
            foreach (var row in Rows(table, "regardingobjectid", records.Cast<object>(), IdentityTables.Customer)) found[row.Id] = row;
            foreach (var row in Rows(table, "activityid", parties.Cast<object>(), IdentityTables.Customer)) found[row.Id] = row;
        }

        return [.. found.Values];
    }

    private IEnumerable<JournalEntry> Ours(string table, string column, IEnumerable<object> values) =>
        Rows(table, column, values, IdentityTables.Customer).Where(IsOurs).Select(Move);

    private bool IsOurs(Entity row) => row.GetAttributeValue<EntityReference>(IdentityTables.Customer)?.Id == customer;

    private JournalEntry Move(Entity row) => new(row.LogicalName, row.Id, IdentityTables.Customer, former, after);

    private List<Entity> Rows(string table, string column, IEnumerable<object> values, params string[] columns)
    {
        var rows = new List<Entity>();
        var all = values.Distinct().ToList();
        for (var start = 0; start < all.Count; start += MostValues)
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns), PageInfo = new PagingInfo { PageNumber = 1, Count = 5000 } };
            query.Criteria.AddCondition(column, ConditionOperator.In, all.Skip(start).Take(MostValues).ToArray());
            while (true)
            {
                var page = service.RetrieveMultiple(query);
                rows.AddRange(page.Entities);
                if (!page.MoreRecords) break;

                query.PageInfo.PageNumber++;
                query.PageInfo.PagingCookie = page.PagingCookie;
            }
        }

        return rows;
    }

    private static Guid Id(string? text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;
}
