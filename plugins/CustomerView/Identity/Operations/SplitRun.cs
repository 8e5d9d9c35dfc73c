using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Linking;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>
/// Records that are somebody else leave a customer, with what was heard through them; that the two sides are different is written down as a steward's
/// decision, so that no later import joins them again.
/// </summary>
internal sealed class SplitRun : MoveRun
{
    /// <summary>So many pairs are written down; a batch holds no more.</summary>
    private const int MostPairs = 1000;

    public SplitRun(OperationDesk desk)
        : base(desk)
    {
    }

    protected override Operation? Begin(Operation operation)
    {
        var customer = CustomerIdentity.Resolve(Desk.Service, operation.From);
        if (CustomerIdentity.Find(Desk.Service, customer) is not { } row) return Refuse(operation, "CustomerMissing");
        if (CustomerIdentity.IsForgotten(row)) return Refuse(operation, "CustomerForgotten");

        var all = LinksOf(customer);
        var leaving = operation.SourceLinks.Where(all.Contains).ToList();
        if (leaving.Count == 0) return Refuse(operation, "NoLinks");
        if (leaving.Count == all.Count) return Refuse(operation, "AllLinks");

        var target = SplitTarget.Of(Desk.Store, operation, customer, leaving, MergedInto);

        // before the operation names it: what is looked up must be there. Its id is the operation's, so that a repetition finds it
        if (target.IsNew) Make(operation, target.Customer, customer);
        if (MergedInto(target.Customer) == customer || target.IsNew) operation.Journal.Add(CustomerStatus.Parting(target.Customer, customer));
        return Desk.Store.Save(
            operation,
            OperationStore.Status(OperationColumns.UnderWay),
            new(OperationColumns.From, new EntityReference(Tables.Customer, customer)),
            new(OperationColumns.To, new EntityReference(Tables.Customer, target.Customer)));
    }

    private void Make(Operation operation, Guid id, Guid from)
    {
        var former = CustomerIdentity.Find(Desk.Service, from, Customer.Fields.Country, Customer.Fields.TimeZone, Customer.Fields.Kind, Customer.Fields.OwnerId);
        if (former is null) return;

        var created = new Entity(Tables.Customer, id) { [Customer.Fields.CustomerId] = id, [Customer.Fields.Name] = NameOf(operation) ?? former[Customer.Fields.Name] };
        foreach (var column in new[] { Customer.Fields.Country, Customer.Fields.TimeZone, Customer.Fields.Kind, Customer.Fields.OwnerId })
        {
            if (former.Contains(column)) created[column] = former[column];
        }

        try
        {
            Desk.Service.Create(created);
        }
        catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (Fault.IsDuplicateKey(fault))
        {
            Desk.Trace("the new customer is there already");
        }
    }

    protected override FoundMoves Find(Operation operation)
    {
        var found = new FoundMoves();
        var moves = new SplitScope(Desk.Service, operation.From, operation.To).Moves(operation.SourceLinks);
        if (Whole(operation) is { } join)
        {
            // what came with them goes back with them, unless it has gone elsewhere since
            var survivor = JournalValue.Reference(Tables.Customer, operation.From);
            var back = SplitTarget.Entries(Desk.Store, join)
                .Where(entry => entry.After == survivor && entry.Former == JournalValue.Reference(Tables.Customer, operation.To))
                .Select(entry => new JournalEntry(entry.Table, entry.Row, entry.Column, entry.After, entry.Former));
            moves = moves.Concat(StillThere(back)).Distinct().ToList();
        }

        found.Moves.AddRange(moves);
        return found;
    }

    protected override void Finish(Operation operation)
    {
        if (!operation.IsByRule) TellApart(operation);
        Desk.End(operation, OperationColumns.Done, Desk.SayKept(operation));
    }

    // the join that this split takes back as a whole: its journal tells
    private Operation? Whole(Operation operation) => Desk.Store.Of(OperationColumns.From, operation.To).FirstOrDefault(join =>
        join.Kind == OperationColumns.Join && join.Status == OperationColumns.Done && join.To == operation.From
        && SplitTarget.Entries(Desk.Store, join).Where(entry => entry.Table == IdentityTables.SourceLink).All(entry => operation.SourceLinks.Contains(entry.Row)));

    private IEnumerable<JournalEntry> StillThere(IEnumerable<JournalEntry> entries)
    {
        foreach (var group in entries.GroupBy(entry => entry.Table + "|" + entry.Column))
        {
            var list = group.ToList();
            for (var start = 0; start < list.Count; start += RowChanges.MostRows)
            {
                var chunk = list.Skip(start).Take(RowChanges.MostRows).ToList();
                var query = new QueryExpression(chunk[0].Table) { ColumnSet = new ColumnSet(chunk[0].Column) };
                query.Criteria.AddCondition(PrimaryKey.Of(chunk[0].Table), ConditionOperator.In, chunk.Select(entry => (object)entry.Row).ToArray());
                var present = Desk.Service.RetrieveMultiple(query).Entities.ToDictionary(row => row.Id);
                foreach (var entry in chunk)
                {
                    if (present.TryGetValue(entry.Row, out var row) && JournalValue.Write(row.Contains(entry.Column) ? row[entry.Column] : null) == entry.Former) yield return entry;
                }
            }
        }
    }

    // each pair across the two sides; a pair that nobody has judged yet gets a row, which being undone makes a superseded one
    private void TellApart(Operation operation)
    {
        var pairs = (from leaving in operation.SourceLinks from staying in LinksOf(operation.From) select new[] { leaving, staying })
            .OrderBy(pair => DerivedIds.Text(pair[0]) + DerivedIds.Text(pair[1]), StringComparer.Ordinal).Take(MostPairs).ToDictionary(pair => DerivedIds.Review(pair[0], pair[1]));
        if (pairs.Count == 0) return;

        var known = Known(pairs.Keys);
        var changes = new List<JournalEntry>();
        var missing = new List<OrganizationRequest>();
        foreach (var pair in pairs)
        {
            if (known.TryGetValue(pair.Key, out var review))
            {
                Add(changes, review, IdentityTables.Decision, JournalValue.Option(IdentityTables.Different));
                Add(changes, review, OperationColumns.State, JournalValue.Option(OperationColumns.Inactive));
                Add(changes, review, OperationColumns.Status, JournalValue.Option(IdentityTables.Decided));
                continue;
            }

            changes.Add(new JournalEntry(IdentityTables.Review, pair.Key, IdentityTables.Decision, JournalValue.Option(IdentityTables.Undecided), JournalValue.Option(IdentityTables.Different)));
            changes.Add(new JournalEntry(IdentityTables.Review, pair.Key, OperationColumns.Status, JournalValue.Option(IdentityTables.Superseded), JournalValue.Option(IdentityTables.Decided)));
            missing.Add(new CreateRequest { Target = Review(operation, pair.Key, pair.Value) });
        }

        // written down before the rows are made, as everything is
        if (operation.Journal.Add(changes))
        {
            Desk.Store.Write(new Entity(OperationColumns.Table, operation.Id) { RowVersion = operation.Row.RowVersion, [OperationColumns.Journal] = JournalText.Write(operation.Journal) });
            operation.Row.RowVersion = Desk.Store.Find(operation.Id)?.Row.RowVersion;
        }

        if (missing.Count > 0)
        {
            var batch = new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings { ContinueOnError = true }, Requests = new OrganizationRequestCollection() };
            batch.Requests.AddRange(missing);
            Desk.Service.Execute(batch);
        }

        Desk.Changes.Forward(changes);
    }

    private Dictionary<Guid, Entity> Known(IEnumerable<Guid> reviews)
    {
        const int MostValues = 500;
        var known = new Dictionary<Guid, Entity>();
        var ids = reviews.Cast<object>().ToArray();
        for (var start = 0; start < ids.Length; start += MostValues)
        {
            var query = new QueryExpression(IdentityTables.Review) { ColumnSet = new ColumnSet(IdentityTables.Decision, OperationColumns.State, OperationColumns.Status) };
            query.Criteria.AddCondition("crmx_clericalreviewid", ConditionOperator.In, ids.Skip(start).Take(MostValues).ToArray());
            foreach (var row in Desk.Service.RetrieveMultiple(query).Entities) known[row.Id] = row;
        }

        return known;
    }

    private Entity Review(Operation operation, Guid id, Guid[] pair)
    {
        var smallerFirst = string.CompareOrdinal(DerivedIds.Text(pair[0]), DerivedIds.Text(pair[1])) <= 0;
        return new Entity(IdentityTables.Review, id)
        {
            ["crmx_clericalreviewid"] = id,
            [OperationColumns.Name] = Desk.Write("ReviewName"),
            [IdentityTables.LeftLink] = new EntityReference(IdentityTables.SourceLink, pair[smallerFirst ? 0 : 1]),
            [IdentityTables.RightLink] = new EntityReference(IdentityTables.SourceLink, pair[smallerFirst ? 1 : 0]),
            [IdentityTables.Decision] = new OptionSetValue(IdentityTables.Different),
            [IdentityTables.DecidedBy] = operation.Row.GetAttributeValue<EntityReference>("createdby"),
            [IdentityTables.DecidedOn] = Desk.Now,
            [IdentityTables.Reason] = operation.Reason,
            [OperationColumns.State] = new OptionSetValue(OperationColumns.Inactive),
            [OperationColumns.Status] = new OptionSetValue(IdentityTables.Decided),
        };
    }

    private static void Add(List<JournalEntry> changes, Entity row, string column, string after)
    {
        var former = JournalValue.Write(row.Contains(column) ? row[column] : null);
        if (former != after) changes.Add(new JournalEntry(row.LogicalName, row.Id, column, former, after));
    }

    private List<Guid> LinksOf(Guid customer)
    {
        var query = new QueryExpression(IdentityTables.SourceLink) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(IdentityTables.Customer, ConditionOperator.Equal, customer);
        query.Criteria.AddCondition(OperationColumns.State, ConditionOperator.Equal, OperationColumns.Active);
        return Desk.Service.RetrieveMultiple(query).Entities.Select(row => row.Id).ToList();
    }

    private Guid? MergedInto(Guid customer) => CustomerIdentity.Find(Desk.Service, customer) is { } row ? CustomerIdentity.MergedInto(row) : null;

    // as one of the records that leave is called
    private string? NameOf(Operation operation)
    {
        var query = new QueryExpression(IdentityTables.SourceLink) { ColumnSet = new ColumnSet(IdentityTables.RecordTable, IdentityTables.RecordId) };
        query.Criteria.AddCondition("crmx_sourcelinkid", ConditionOperator.In, operation.SourceLinks.Cast<object>().ToArray());
        foreach (var link in Desk.Service.RetrieveMultiple(query).Entities.OrderBy(row => DerivedIds.Text(row.Id), StringComparer.Ordinal))
        {
            var table = link.GetAttributeValue<string>(IdentityTables.RecordTable) ?? "";
            var column = table switch { "account" => "name", "contact" or "lead" => "fullname", IdentityTables.ExternalRecord => "crmx_fullname", _ => null };
            if (column is null || !Guid.TryParse(link.GetAttributeValue<string>(IdentityTables.RecordId), out var record)) continue;

            var named = new QueryExpression(table) { ColumnSet = new ColumnSet(column), TopCount = 1 };
            named.Criteria.AddCondition(table + "id", ConditionOperator.Equal, record);
            var name = Desk.Service.RetrieveMultiple(named).Entities.Select(row => row.GetAttributeValue<string>(column)).FirstOrDefault();
            if (!string.IsNullOrWhiteSpace(name)) return name!.Length <= 200 ? name : name.Substring(0, 200);
        }

        return null;
    }

    private Operation? Refuse(Operation operation, string why)
    {
        Desk.End(operation, OperationColumns.Failed, Desk.Write(why));
        return null;
    }
}
