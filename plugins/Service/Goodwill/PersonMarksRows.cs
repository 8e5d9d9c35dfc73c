using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.Customer.Fields;
using PartyFields = Crm.Extensions.Model.ObligationParty.Fields;
using Tables = Crm.Extensions.Model.Tables;
using TieFields = Crm.Extensions.Model.CustomerRelationship.Fields;
using WorkerFields = Crm.Extensions.Model.Worker.Fields;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>By what workers and the customers they granted to may be found to be the same person, or near: read in lots, with the system's rights.</summary>
/// <remarks>A worker is found among the customers by his e-mail addresses, as HR and his user have them; their telephone, address, ties and accounts are his.</remarks>
internal sealed class PersonMarksRows
{
    // a condition takes so many values without trouble
    private const int Lot = 400;
    private const string User = "user";

    private static readonly HashSet<Guid> Nobody = [];

    private readonly IOrganizationService system;
    private readonly Dictionary<Guid, Entity> workers;
    private readonly Dictionary<Guid, Entity> customers;
    private readonly ILookup<string, Guid> byEmail;
    private readonly ILookup<Guid, Guid> ties;
    private readonly ILookup<Guid, Guid> accounts;

    public PersonMarksRows(IOrganizationService system, IEnumerable<Guid> workers, IReadOnlyList<GrantFact> grants)
    {
        this.system = system;
        this.workers = Read(WorkerQuery, WorkerFields.WorkerId, workers).ToDictionary(row => row.Id);
        var emails = this.workers.Values.SelectMany(EmailsOf).Distinct().ToList();
        customers = Read(CustomerQuery, Fields.CustomerId, grants.Select(grant => grant.Customer).Distinct())
            .Concat(Read(CustomerQuery, Fields.Email, emails))
            .GroupBy(row => row.Id).ToDictionary(same => same.Key, same => same.First());
        byEmail = customers.Values.ToLookup(row => PersonText.Fold(row.GetAttributeValue<string>(Fields.Email)), row => row.Id);
        var own = customers.Keys.ToList();
        ties = Read(TieQuery, TieFields.FromId, own).Concat(Read(TieQuery, TieFields.ToId, own))
            .SelectMany(row => Both(row.GetAttributeValue<EntityReference>(TieFields.FromId)?.Id, row.GetAttributeValue<EntityReference>(TieFields.ToId)?.Id))
            .ToLookup(tie => tie.Key, tie => tie.Value);
        accounts = Read(PartyQuery, PartyFields.CustomerId, own)
            .Where(row => row.Contains(PartyFields.CustomerId) && row.Contains(PartyFields.ObligationId))
            .ToLookup(row => row.GetAttributeValue<EntityReference>(PartyFields.CustomerId).Id, row => row.GetAttributeValue<EntityReference>(PartyFields.ObligationId).Id);
    }

    public PersonMarks OfCustomer(Guid id) => customers.TryGetValue(id, out var row) ? Marks(row.GetAttributeValue<string>(Fields.Name), [], [row]) : Marks("", [], []);

    public PersonMarks OfWorker(Guid id)
    {
        if (!workers.TryGetValue(id, out var row)) return Marks("", [], []);

        var emails = EmailsOf(row).ToList();
        return Marks(row.GetAttributeValue<string>(WorkerFields.Name), emails, [.. emails.SelectMany(email => byEmail[PersonText.Fold(email)]).Distinct().Select(customer => customers[customer])]);
    }

    private PersonMarks Marks(string? name, IEnumerable<string> emails, IReadOnlyList<Entity> rows) => new(
        PersonText.Fold(name),
        Set(emails.Concat(rows.Select(row => row.GetAttributeValue<string>(Fields.Email) ?? ""))),
        Set(rows.Select(row => row.GetAttributeValue<string>(Fields.Phone) ?? "")),
        Set(rows.Select(row => row.GetAttributeValue<string>(Fields.Street) is { Length: > 0 } street ? street + "|" + row.GetAttributeValue<string>(Fields.City) : "")),
        new HashSet<Guid>(rows.Select(row => row.Id)),
        rows.Count == 0 ? Nobody : new HashSet<Guid>(rows.SelectMany(row => ties[row.Id])),
        rows.Count == 0 ? Nobody : new HashSet<Guid>(rows.SelectMany(row => accounts[row.Id])));

    private static HashSet<string> Set(IEnumerable<string> texts) => new(texts.Select(PersonText.Fold).Where(text => text.Length > 0), StringComparer.Ordinal);

    private static IEnumerable<string> EmailsOf(Entity worker) =>
        new[] { worker.GetAttributeValue<string>(WorkerFields.Email), CustomerRows.Column(worker, User + ".internalemailaddress") as string }.OfType<string>().Where(email => email.Trim().Length > 0);

    private static IEnumerable<KeyValuePair<Guid, Guid>> Both(Guid? from, Guid? to) =>
        from is { } one && to is { } other ? [new KeyValuePair<Guid, Guid>(one, other), new KeyValuePair<Guid, Guid>(other, one)] : [];

    private List<Entity> Read<T>(Func<QueryExpression> query, string column, IEnumerable<T> values)
    {
        var all = values.Cast<object>().ToList();
        var rows = new List<Entity>();
        for (var start = 0; start < all.Count; start += Lot)
        {
            var lot = query();
            lot.Criteria.AddCondition(column, ConditionOperator.In, [.. all.Skip(start).Take(Lot)]);
            rows.AddRange(system.RetrieveMultiple(lot).Entities);
        }

        return rows;
    }

    private static QueryExpression WorkerQuery()
    {
        var query = new QueryExpression(Tables.Worker) { ColumnSet = new ColumnSet(WorkerFields.Name, WorkerFields.Email) };
        var user = query.AddLink(Tables.SystemUser, WorkerFields.UserId, "systemuserid", JoinOperator.LeftOuter);
        user.EntityAlias = User;
        user.Columns = new ColumnSet("internalemailaddress");
        return query;
    }

    private static QueryExpression CustomerQuery() => new(Tables.Customer) { ColumnSet = new ColumnSet(Fields.Name, Fields.Email, Fields.Phone, Fields.Street, Fields.City) };

    private static QueryExpression TieQuery() => new(Tables.CustomerRelationship) { ColumnSet = new ColumnSet(TieFields.FromId, TieFields.ToId) };

    private static QueryExpression PartyQuery() => new(Tables.ObligationParty) { ColumnSet = new ColumnSet(PartyFields.CustomerId, PartyFields.ObligationId) };
}
