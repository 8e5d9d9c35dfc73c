using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>A customer's opt-outs and the boxes of the contacts, accounts and leads that the customer is, as they stand. One request.</summary>
internal sealed class OptOutState
{
    private const string ConsentAlias = "consent";

    private static readonly string[] LinkedTables = [Tables.Contact, Tables.Account, Tables.Lead];

    private readonly Guid customer;
    private readonly Dictionary<Guid, Consent> optOuts = [];
    private readonly Dictionary<Guid, Entity> rows = [];

    private OptOutState(Guid customer) => this.customer = customer;

    public static OptOutState Read(IOrganizationService system, Guid customer, CalendarDate today)
    {
        var query = new QueryExpression(Tables.Customer) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(Customer.Fields.CustomerId, ConditionOperator.Equal, customer);
        var consents = query.AddLink(Tables.Consent, Customer.Fields.CustomerId, Model.Consent.Fields.CustomerId, JoinOperator.LeftOuter);
        consents.EntityAlias = ConsentAlias;
        consents.Columns = new ColumnSet(
            Model.Consent.Fields.ConsentId, Model.Consent.Fields.Channel, Model.Consent.Fields.Purpose, Model.Consent.Fields.From, Model.Consent.Fields.Until);
        consents.LinkCriteria.AddCondition(Model.Consent.Fields.StateCode, ConditionOperator.Equal, 0);
        consents.LinkCriteria.AddCondition(Model.Consent.Fields.Kind, ConditionOperator.Equal, Choice.Of(ConsentKind.OptOut).Value);
        foreach (var table in LinkedTables)
        {
            var link = query.AddLink(table, Customer.Fields.CustomerId, ContactColumns.Customer, JoinOperator.LeftOuter);
            link.EntityAlias = table;
            link.Columns = new ColumnSet([table + "id", .. OptOutFlags.Columns]);
        }

        var state = new OptOutState(customer);
        foreach (var row in system.RetrieveMultiple(query).Entities) state.Take(row, today);
        return state;
    }

    /// <summary>The id of the opt-out that a ticked box makes; the same however often it is made.</summary>
    public static Guid ConsentId(Guid customer, string flag, Purpose? purpose) =>
        ComponentId.Of(Tables.Consent, Queries.Text(customer) + "|" + flag + (purpose is { } only ? "|" + only : ""));

    /// <summary>Whether the opt-outs on record are what the box says.</summary>
    public bool Wants(string flag) => OptOutFlags.IsWanted(flag, optOuts.Values);

    /// <summary>The opt-outs that a ticked box still lacks, ready to be written.</summary>
    public IEnumerable<Entity> Missing(string flag, string proof) => Wants(flag) ? [] : OptOutFlags.Of(flag)
        .Where(consent => !optOuts.ContainsKey(ConsentId(customer, flag, consent.Purpose)))
        .Select(consent => new Entity(Tables.Consent, ConsentId(customer, flag, consent.Purpose))
        {
            [Model.Consent.Fields.Name] = flag,
            [Model.Consent.Fields.CustomerId] = new EntityReference(Tables.Customer, customer),
            [Model.Consent.Fields.Kind] = Choice.Of(consent.Kind),
            [Model.Consent.Fields.Channel] = consent.Channel is { } channel ? Choice.Of(channel) : null,
            [Model.Consent.Fields.Purpose] = consent.Purpose is { } purpose ? Choice.Of(purpose) : null,
            [Model.Consent.Fields.Proof] = proof,
            [Model.Consent.Fields.Until] = null,
            [Model.Consent.Fields.StateCode] = new OptionSetValue(0),
            [Model.Consent.Fields.StatusCode] = new OptionSetValue(1),
        });

    /// <summary>The opt-outs that this box made and that stand.</summary>
    public IEnumerable<Guid> MadeBy(string flag) =>
        OptOutFlags.Of(flag).Select(consent => ConsentId(customer, flag, consent.Purpose)).Where(optOuts.ContainsKey);

    /// <summary>The rows whose boxes differ from what is wanted, with what is to be written into them.</summary>
    /// <param name="cleared">Boxes that may be unticked; others are only ever ticked.</param>
    public IEnumerable<Entity> Differing(IReadOnlyCollection<string> cleared)
    {
        foreach (var row in rows.Values)
        {
            var change = new Entity(row.LogicalName, row.Id);
            foreach (var flag in OptOutFlags.Columns)
            {
                var wanted = Wants(flag);
                if (row.GetAttributeValue<bool>(flag) != wanted && (wanted || cleared.Contains(flag))) change[flag] = wanted;
            }

            if (change.Attributes.Count > 0) yield return change;
        }
    }

    private void Take(Entity row, CalendarDate today)
    {
        if (CustomerRows.Column(row, ConsentAlias + "." + Model.Consent.Fields.ConsentId) is Guid id)
        {
            var consent = new Consent(
                ConsentKind.OptOut,
                Choice.Read<Channel>(CustomerRows.Column(row, ConsentAlias + "." + Model.Consent.Fields.Channel)),
                Choice.Read<Purpose>(CustomerRows.Column(row, ConsentAlias + "." + Model.Consent.Fields.Purpose)));
            var from = CustomerRows.Day(row, ConsentAlias + "." + Model.Consent.Fields.From);
            var until = CustomerRows.Day(row, ConsentAlias + "." + Model.Consent.Fields.Until);
            if ((from is null || from.Value <= today) && (until is null || today <= until.Value)) optOuts[id] = consent;
        }

        foreach (var table in LinkedTables)
        {
            if (CustomerRows.Column(row, table + "." + table + "id") is not Guid linked || rows.ContainsKey(linked)) continue;

            var known = new Entity(table, linked);
            foreach (var flag in OptOutFlags.Columns) known[flag] = CustomerRows.Column(row, table + "." + flag) is true;
            rows.Add(linked, known);
        }
    }
}
