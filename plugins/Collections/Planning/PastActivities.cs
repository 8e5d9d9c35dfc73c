using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>Reads a tenant's outgoing activities of the past, one row for each person they were addressed to, page by page.</summary>
internal sealed class PastActivities
{
    private const int PageSize = 5000;
    private const string PartyAlias = "party";
    private const string UnitAlias = "unit";

    /// <summary>Addressed to: to, required attendee. Copies are left out: whoever reads along is not who was called.</summary>
    private static readonly object[] Addressed = [2, 5];

    private static readonly string[] Persons = [Tables.Contact, Tables.Account, Tables.Lead];

    private readonly IOrganizationService service;
    private readonly Purpose assumed;
    private readonly string assumedCountry;

    /// <param name="assumed">The purpose of those that name none.</param>
    /// <param name="assumedCountry">ISO code, where neither the customer nor the address has a country that is known here.</param>
    public PastActivities(IOrganizationService service, Purpose assumed, string assumedCountry)
    {
        this.service = service;
        this.assumed = assumed;
        this.assumedCountry = assumedCountry;
    }

    /// <summary>The contacts of one table since an instant (UTC). What came in from customers is left out.</summary>
    public IEnumerable<PastContact> Of(string table, DateTime sinceUtc)
    {
        var query = Query(table, sinceUtc);
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            foreach (var row in page.Entities) yield return Read(table, row);
            if (!page.MoreRecords) yield break;

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    private static QueryExpression Query(string table, DateTime sinceUtc)
    {
        var direction = table switch
        {
            Tables.Appointment => null,
            Tables.TextMessage => ContactColumns.Outgoing,
            _ => ContactColumns.Direction,
        };
        var query = new QueryExpression(table)
        {
            ColumnSet = new ColumnSet(ContactColumns.Purpose, ContactColumns.Customer, ContactColumns.ScheduledStart, ContactColumns.ScheduledEnd, ContactColumns.ActualStart, ContactColumns.ActualEnd, ContactColumns.State, "createdon"),
            PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 },
        };
        if (table == Tables.TextMessage) query.ColumnSet.AddColumn(ContactColumns.Channel);
        if (direction is not null) query.Criteria.AddCondition(direction, ConditionOperator.Equal, true);
        query.Criteria.AddCondition("createdon", ConditionOperator.GreaterEqual, sinceUtc);
        query.Criteria.AddCondition(ContactColumns.State, ConditionOperator.NotEqual, ActivityState.Canceled);
        query.AddOrder("createdon", OrderType.Ascending);

        var unit = query.AddLink("businessunit", "owningbusinessunit", "businessunitid", JoinOperator.LeftOuter);
        unit.EntityAlias = UnitAlias;
        unit.Columns = new ColumnSet("name");
        var customer = query.AddLink(Tables.Customer, ContactColumns.Customer, Customer.Fields.CustomerId, JoinOperator.LeftOuter);
        customer.EntityAlias = Tables.Customer;
        customer.Columns = new ColumnSet(Customer.Fields.Country);
        var party = query.AddLink(Tables.ActivityParty, ActivityParty.Fields.ActivityId, ActivityParty.Fields.ActivityId, JoinOperator.LeftOuter);
        party.EntityAlias = PartyAlias;
        party.Columns = new ColumnSet(ActivityParty.Fields.PartyId);
        party.LinkCriteria.AddCondition(ActivityParty.Fields.ParticipationTypeMask, ConditionOperator.In, Addressed);
        foreach (var person in Persons)
        {
            var link = party.AddLink(person, ActivityParty.Fields.PartyId, person + "id", JoinOperator.LeftOuter);
            link.EntityAlias = person;
            link.Columns = new ColumnSet("address1_country", ContactColumns.Customer);
            var unified = link.AddLink(Tables.Customer, ContactColumns.Customer, Customer.Fields.CustomerId, JoinOperator.LeftOuter);
            unified.EntityAlias = Tables.Customer + person;
            unified.Columns = new ColumnSet(Customer.Fields.Country);
        }

        return query;
    }

    private PastContact Read(string table, Entity row)
    {
        var customer = row.GetAttributeValue<EntityReference>(ContactColumns.Customer)?.Id
            ?? Persons.Select(person => (Value(row, person, ContactColumns.Customer) as EntityReference)?.Id).FirstOrDefault(id => id is not null);
        var party = (Value(row, PartyAlias, ActivityParty.Fields.PartyId) as EntityReference)?.Id;
        return new PastContact(
            Queries.Text(row.Id),
            ChannelOf(table, row),
            Choice.Read<Purpose>(row.GetAttributeValue<OptionSetValue>(ContactColumns.Purpose)) ?? assumed,
            AtOf(table, row),
            Queries.Text(customer ?? party ?? row.Id),
            CountryOf(row),
            Value(row, UnitAlias, "name") as string ?? "")
        {
            WasMade = row.GetAttributeValue<OptionSetValue>(ContactColumns.State)?.Value == ActivityState.Completed,
        };
    }

    private string CountryOf(Entity row)
    {
        var unified = Persons.Select(person => Value(row, Tables.Customer + person, Customer.Fields.Country) as string);
        var addresses = Persons.Select(person => Value(row, person, "address1_country") as string);
        foreach (var text in new[] { Value(row, Tables.Customer, Customer.Fields.Country) as string }.Concat(unified).Concat(addresses))
        {
            if (CountryPacks.Recognise(text) is { } pack) return pack.Country;
        }

        return assumedCountry;
    }

    private static Channel ChannelOf(string table, Entity row) => table switch
    {
        Tables.PhoneCall => Channel.PhoneCall,
        Tables.Email => Channel.Email,
        Tables.Letter => Channel.Letter,
        Tables.Appointment => Channel.Visit,
        _ => Choice.Read<Channel>(row.GetAttributeValue<OptionSetValue>(ContactColumns.Channel)) ?? Channel.Sms,
    };

    private static DateTime AtOf(string table, Entity row) =>
        row.GetAttributeValue<DateTime?>(ContactColumns.ActualStart)
        ?? row.GetAttributeValue<DateTime?>(ContactColumns.ActualEnd)
        ?? row.GetAttributeValue<DateTime?>(table == Tables.Appointment ? ContactColumns.ScheduledStart : ContactColumns.ScheduledEnd)
        ?? row.GetAttributeValue<DateTime?>(ContactColumns.ScheduledStart)
        ?? row.GetAttributeValue<DateTime>("createdon");

    private static object? Value(Entity row, string alias, string column) => row.GetAttributeValue<AliasedValue>(alias + "." + column)?.Value;
}
