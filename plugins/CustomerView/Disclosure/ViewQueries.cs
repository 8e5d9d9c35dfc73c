using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Model;
using Crm.Extensions.Service.Goodwill;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Disclosure;

/// <summary>What the card asks of Dataverse beyond facts: each method is one request, with the system's rights; the rules then leave out what is not to be seen.</summary>
internal sealed class ViewQueries
{
    private const int MostCases = 10;
    private const int MostContacts = 5;
    private const string User = "user";
    private const string Team = "team";
    private const string Unit = "unit";
    private const string Survivor = "survivor";
    private const string Manager = "manager";

    private static readonly string[] CustomerColumns =
    [
        Customer.Fields.CustomerId, Customer.Fields.Name, Customer.Fields.PreferredName, Customer.Fields.Title, Customer.Fields.FormOfAddress, Customer.Fields.Kind,
        Customer.Fields.FamilyName, Customer.Fields.SecondFamilyName, Customer.Fields.Country, Customer.Fields.TimeZone, Customer.Fields.MergedIntoId, Customer.Fields.ValueSegment,
    ];

    private readonly IOrganizationService service;

    public ViewQueries(IOrganizationService service) => this.service = service;

    /// <summary>The customer, who looks after him, and the customer that he turned out to be; he is who is addressed.</summary>
    /// <param name="nowUtc">A manager who has left by then looks after nobody.</param>
    public CardCustomer Subject(Guid id, DateTime nowUtc)
    {
        var query = new QueryExpression(Tables.Customer) { ColumnSet = new ColumnSet(CustomerColumns), TopCount = 1 };
        query.Criteria.AddCondition(Model.Customer.Fields.CustomerId, ConditionOperator.Equal, id);
        Owner(query.AddLink(Tables.SystemUser, "owninguser", "systemuserid", JoinOperator.LeftOuter), User, "fullname");
        Owner(query.AddLink("team", "owningteam", "teamid", JoinOperator.LeftOuter), Team, "name");
        Owner(query.AddLink(Tables.Worker, Model.Customer.Fields.ManagerId, Worker.Fields.WorkerId, JoinOperator.LeftOuter), Manager, Worker.Fields.Name, Worker.Fields.Until);
        var survivor = query.AddLink(Tables.Customer, Model.Customer.Fields.MergedIntoId, Model.Customer.Fields.CustomerId, JoinOperator.LeftOuter);
        Owner(survivor, Survivor, CustomerColumns);
        Owner(survivor.AddLink(Tables.SystemUser, "owninguser", "systemuserid", JoinOperator.LeftOuter), Survivor + User, "fullname");
        Owner(survivor.AddLink("team", "owningteam", "teamid", JoinOperator.LeftOuter), Survivor + Team, "name");
        Owner(survivor.AddLink(Tables.Worker, Model.Customer.Fields.ManagerId, Worker.Fields.WorkerId, JoinOperator.LeftOuter), Survivor + Manager, Worker.Fields.Name, Worker.Fields.Until);
        var row = service.RetrieveMultiple(query).Entities[0];
        return Value(row, Survivor + "." + Model.Customer.Fields.CustomerId) is Guid other ? Read(row, Survivor + ".", Survivor, [id, other], nowUtc) : Read(row, "", "", [id], nowUtc);
    }

    /// <summary>His open cases, the oldest first.</summary>
    public IReadOnlyList<CardCase> Cases(CardCustomer customer)
    {
        var query = new QueryExpression(Tables.Incident) { ColumnSet = new ColumnSet("ticketnumber", "title", "createdon"), TopCount = MostCases };
        query.Criteria.AddCondition(ContactColumns.Customer, ConditionOperator.In, Ids(customer));
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.AddOrder("createdon", OrderType.Ascending);
        Owner(query.AddLink(Tables.SystemUser, "owninguser", "systemuserid", JoinOperator.LeftOuter), User, "fullname");
        Owner(query.AddLink("team", "owningteam", "teamid", JoinOperator.LeftOuter), Team, "name");
        return
        [
            .. service.RetrieveMultiple(query).Entities.Select(row => new CardCase(
                row.GetAttributeValue<string>("ticketnumber") ?? "",
                row.GetAttributeValue<string>("title") ?? "",
                customer.DayOf(row.GetAttributeValue<DateTime>("createdon")),
                OwnerOf(row, ""))),
        ];
    }

    /// <summary>The last contacts of all departments that were made, the latest first.</summary>
    public IReadOnlyList<CardContact> Contacts(CardCustomer customer, DateTime nowUtc)
    {
        var query = new QueryExpression(Tables.ContactAttempt)
        {
            ColumnSet = new ColumnSet(
                Model.ContactAttempt.Fields.At, Model.ContactAttempt.Fields.Channel, Model.ContactAttempt.Fields.Purpose, Model.ContactAttempt.Fields.Outgoing,
                Model.ContactAttempt.Fields.Conversation),
            TopCount = MostContacts,
        };
        query.Criteria.AddCondition(Model.ContactAttempt.Fields.CustomerId, ConditionOperator.In, Ids(customer));
        query.Criteria.AddCondition(Model.ContactAttempt.Fields.At, ConditionOperator.LessEqual, nowUtc);
        query.Criteria.AddCondition(Model.ContactAttempt.Fields.Attempted, ConditionOperator.Equal, true);
        query.AddOrder(Model.ContactAttempt.Fields.At, OrderType.Descending);
        var user = query.AddLink(Tables.SystemUser, Model.ContactAttempt.Fields.ById, "systemuserid", JoinOperator.LeftOuter);
        Owner(user.AddLink("businessunit", "businessunitid", "businessunitid", JoinOperator.LeftOuter), Unit, "name");
        return
        [
            .. service.RetrieveMultiple(query).Entities.Select(row => new CardContact(
                customer.DayOf(row.GetAttributeValue<DateTime>(Model.ContactAttempt.Fields.At)),
                Choice.Read<Channel>(row.GetAttributeValue<OptionSetValue>(Model.ContactAttempt.Fields.Channel)) ?? Channel.PhoneCall,
                row.GetAttributeValue<bool?>(Model.ContactAttempt.Fields.Outgoing) ?? true,
                row.GetAttributeValue<bool?>(Model.ContactAttempt.Fields.Conversation) ?? false,
                Choice.Read<Purpose>(row.GetAttributeValue<OptionSetValue>(Model.ContactAttempt.Fields.Purpose)),
                Value(row, Unit + ".name") as string ?? "")),
        ];
    }

    private static CardCustomer Read(Entity row, string prefix, string owner, IReadOnlyList<Guid> ids, DateTime nowUtc)
    {
        string Text(string column) => (Value(row, prefix + column) as string ?? "").Trim();
        var country = Text(Model.Customer.Fields.Country);
        return new CardCustomer(
            ids,
            new Addressing(
                Text(Model.Customer.Fields.Name),
                Text(Model.Customer.Fields.PreferredName),
                Text(Model.Customer.Fields.Title),
                Choice.Read<Kind>(Value(row, prefix + Model.Customer.Fields.Kind)) == Kind.Organisation,
                Choice.Read<AddressForm>(Value(row, prefix + Model.Customer.Fields.FormOfAddress)) ?? AddressForm.Usted),
            (Text(Model.Customer.Fields.FamilyName) + " " + Text(Model.Customer.Fields.SecondFamilyName)).Trim(),
            country,
            ManagerOf(row, owner, nowUtc) ?? OwnerOf(row, owner),
            CustomerCalendar.Of(Value(row, prefix + Model.Customer.Fields.TimeZone) as int?, country.Split('-')[0]),
            CountryPacks.Find(country),
            Choice.Read<ValueSegment>(Value(row, prefix + Model.Customer.Fields.ValueSegment)) ?? ValueSegments.Lowest);
    }

    private static string OwnerOf(Entity row, string prefix) => Value(row, prefix + User + ".fullname") as string ?? Value(row, prefix + Team + ".name") as string ?? "";

    // who answers for him as HR has it goes before whoever owns the row
    private static string? ManagerOf(Entity row, string prefix, DateTime nowUtc) =>
        Value(row, prefix + Manager + "." + Worker.Fields.Until) is DateTime until && until.Date < nowUtc.Date ? null : Value(row, prefix + Manager + "." + Worker.Fields.Name) as string;

    private static void Owner(LinkEntity link, string alias, params string[] columns)
    {
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(columns);
    }

    private static object[] Ids(CardCustomer customer) => [.. customer.Ids.Cast<object>()];

    private static object? Value(Entity row, string column) => CustomerRows.Column(row, column);

    /// <summary>The words of crmx_customerkind, by number.</summary>
    private enum Kind
    {
        Person = 0,
        Organisation = 1,
        PersonInBusiness = 2,
    }
}

/// <summary>Whom the card is about.</summary>
/// <param name="Ids">All ids that he goes by, his present one last.</param>
/// <param name="Clock">The clock on his wall.</param>
/// <param name="Pack">The law of his country; null where there is none here.</param>
/// <param name="Segment">By which it is reckoned what may be granted him; it is not shown.</param>
internal sealed record CardCustomer(
    IReadOnlyList<Guid> Ids, Addressing Person, string Surnames, string Country, string Owner, LocalClock Clock, CountryPack? Pack, ValueSegment Segment)
{
    public Guid Id => Ids[Ids.Count - 1];

    public CalendarDate DayOf(DateTime utc) => Clock.DateAt(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
