using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>
/// What one request asks of customers: their columns, consents, holds and journeys, and what is ticked on the contacts, accounts and leads they are. A
/// join repeats the customer for each of these; reading takes each row once.
/// </summary>
internal static class CustomerRows
{
    private const string Consents = "consent";
    private const string Holds = "hold";
    private const string Journeys = "journey";

    private static readonly string[] LinkedTables = [Tables.Contact, Tables.Account, Tables.Lead];

    private static readonly string[] ConsentColumns =
    [
        Model.Consent.Fields.ConsentId, Model.Consent.Fields.Kind, Model.Consent.Fields.Channel, Model.Consent.Fields.Purpose,
        Model.Consent.Fields.WindowFrom, Model.Consent.Fields.WindowTo, Model.Consent.Fields.SignedOn, Model.Consent.Fields.RequestedOn,
        Model.Consent.Fields.ContractSignedOn, Model.Consent.Fields.From, Model.Consent.Fields.Until, Model.Consent.Fields.Proof,
    ];

    private static readonly string[] HoldColumns =
    [
        Model.ContactHold.Fields.ContactHoldId, Model.ContactHold.Fields.Kind, Model.ContactHold.Fields.ObligationId, Model.ContactHold.Fields.Amount,
        Model.ContactHold.Fields.From, Model.ContactHold.Fields.Until,
    ];

    private static readonly string[] JourneyColumns =
    [
        Model.TravelNotice.Fields.TravelNoticeId, Model.TravelNotice.Fields.Countries, Model.TravelNotice.Fields.From, Model.TravelNotice.Fields.Until,
        Model.TravelNotice.Fields.PlannedSpend,
    ];

    public static readonly ColumnSet Columns = new(
        Customer.Fields.CustomerId, Customer.Fields.Country, Customer.Fields.StateOrProvince, Customer.Fields.TimeZone, Customer.Fields.EmailKind,
        Customer.Fields.PhoneKind, Customer.Fields.MergedIntoId);

    /// <summary>Asks for all that hangs on a customer.</summary>
    /// <param name="link">Adds a left join from crmx_customerid of the customer to a column of a table.</param>
    public static void Join(Func<string, string, LinkEntity> link)
    {
        Active(link(Tables.Consent, Model.Consent.Fields.CustomerId), Consents, ConsentColumns);
        Active(link(Tables.ContactHold, Model.ContactHold.Fields.CustomerId), Holds, HoldColumns);
        Active(link(Tables.TravelNotice, Model.TravelNotice.Fields.CustomerId), Journeys, JourneyColumns);
        foreach (var table in LinkedTables)
        {
            var ticked = link(table, ContactColumns.Customer);
            ticked.EntityAlias = "ticked" + table;
            ticked.Columns = new ColumnSet(OptOutFlags.Columns);
            ticked.LinkCriteria.FilterOperator = LogicalOperator.Or;
            foreach (var flag in OptOutFlags.Columns) ticked.LinkCriteria.AddCondition(flag, ConditionOperator.Equal, true);
        }
    }

    /// <param name="prefix">Of the customer's own columns: its alias with a full stop, or nothing.</param>
    public static IReadOnlyList<CustomerRecord> Read(IEnumerable<Entity> rows, string prefix)
    {
        var found = new Dictionary<Guid, Gathered>();
        foreach (var row in rows)
        {
            if (Column(row, prefix + Customer.Fields.CustomerId) is not Guid id) continue;
            if (!found.TryGetValue(id, out var customer)) found[id] = customer = new Gathered(ReadCustomer(row, id, prefix));
            customer.Take(row);
        }

        return [.. found.Values.Select(customer => customer.Whole())];
    }

    public static object? Column(Entity row, string column) =>
        row.Attributes.TryGetValue(column, out var value) ? value is AliasedValue aliased ? aliased.Value : value : null;

    public static CalendarDate? Day(Entity row, string column) => Column(row, column) is DateTime day ? CalendarDate.Of(day) : null;

    private static void Active(LinkEntity link, string alias, string[] columns)
    {
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(columns);
        link.LinkCriteria.AddCondition("statecode", ConditionOperator.Equal, 0);
    }

    private static CustomerRecord ReadCustomer(Entity row, Guid id, string prefix) => new(
        id,
        Column(row, prefix + Customer.Fields.Country) as string ?? "",
        Column(row, prefix + Customer.Fields.StateOrProvince) as string ?? "",
        Column(row, prefix + Customer.Fields.TimeZone) as int?,
        [])
    {
        EmailKind = Choice.Read<AddressKind>(Column(row, prefix + Customer.Fields.EmailKind)) ?? AddressKind.Own,
        PhoneKind = Choice.Read<AddressKind>(Column(row, prefix + Customer.Fields.PhoneKind)) ?? AddressKind.Own,
        MergedInto = (Column(row, prefix + Customer.Fields.MergedIntoId) as EntityReference)?.Id,
    };

    private static Consent? ReadConsent(Entity row)
    {
        const string at = Consents + ".";
        if (Choice.Read<ConsentKind>(Column(row, at + Model.Consent.Fields.Kind)) is not { } kind) return null;

        var hours = (Column(row, at + Model.Consent.Fields.WindowFrom) as string) + "-" + (Column(row, at + Model.Consent.Fields.WindowTo) as string);
        return new Consent(
            kind,
            Choice.Read<Channel>(Column(row, at + Model.Consent.Fields.Channel)),
            Choice.Read<Purpose>(Column(row, at + Model.Consent.Fields.Purpose)))
        {
            Window = DayWindow.TryParse(hours, out var window) ? window : null,
            SignedOn = Day(row, at + Model.Consent.Fields.RequestedOn) ?? Day(row, at + Model.Consent.Fields.SignedOn),
            ContractSignedOn = Day(row, at + Model.Consent.Fields.ContractSignedOn),
            From = Day(row, at + Model.Consent.Fields.From),
            Until = Day(row, at + Model.Consent.Fields.Until),
            Proof = Column(row, at + Model.Consent.Fields.Proof) as string ?? "",
        };
    }

    private static ContactHold? ReadHold(Entity row)
    {
        const string at = Holds + ".";
        return Choice.Read<HoldKind>(Column(row, at + Model.ContactHold.Fields.Kind)) is not { } kind ? null : new ContactHold(
            kind,
            (Column(row, at + Model.ContactHold.Fields.ObligationId) as EntityReference)?.Id is { } obligation ? Queries.Text(obligation) : null,
            (Column(row, at + Model.ContactHold.Fields.Amount) as Money)?.Value,
            Day(row, at + Model.ContactHold.Fields.From),
            Day(row, at + Model.ContactHold.Fields.Until));
    }

    private static TravelNotice? ReadJourney(Entity row)
    {
        const string at = Journeys + ".";
        if (Day(row, at + Model.TravelNotice.Fields.From) is not { } from || Day(row, at + Model.TravelNotice.Fields.Until) is not { } until) return null;

        var countries = (Column(row, at + Model.TravelNotice.Fields.Countries) as string ?? "").Split(',').Select(code => code.Trim()).Where(code => code.Length > 0);
        return new TravelNotice([.. countries], from, until, (Column(row, at + Model.TravelNotice.Fields.PlannedSpend) as Money)?.Value);
    }

    /// <summary>One customer, as the rows of the join tell of it.</summary>
    private sealed class Gathered(CustomerRecord customer)
    {
        private readonly HashSet<Guid> seen = [];
        private readonly List<Consent> consents = [];
        private readonly List<ContactHold> holds = [];
        private readonly List<TravelNotice> journeys = [];
        private readonly HashSet<string> ticked = [];

        public void Take(Entity row)
        {
            if (IsNew(row, Consents + "." + Model.Consent.Fields.ConsentId) && ReadConsent(row) is { } consent) consents.Add(consent);
            if (IsNew(row, Holds + "." + Model.ContactHold.Fields.ContactHoldId) && ReadHold(row) is { } hold) holds.Add(hold);
            if (IsNew(row, Journeys + "." + Model.TravelNotice.Fields.TravelNoticeId) && ReadJourney(row) is { } journey) journeys.Add(journey);
            foreach (var table in LinkedTables)
            {
                ticked.UnionWith(OptOutFlags.Columns.Where(flag => Column(row, "ticked" + table + "." + flag) is true));
            }
        }

        public CustomerRecord Whole() => customer with
        {
            Consents = [.. consents, .. ticked.OrderBy(flag => flag, StringComparer.Ordinal).SelectMany(OptOutFlags.Of)],
            Holds = holds,
            Journeys = journeys,
        };

        private bool IsNew(Entity row, string key) => Column(row, key) is Guid id && seen.Add(id);
    }
}
