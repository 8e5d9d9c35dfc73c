using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Option = Crm.Extensions.Embedded.Metadata.Option;
using Relationship = Crm.Extensions.Embedded.Metadata.Relationship;

namespace Crm.Extensions.Tests.Platform.Query;

/// <summary>A small organization for tests of queries and rights: customers, their orders, and tags on orders. Rows are laid straight into the database.</summary>
internal sealed class Shop : IDisposable
{
    public const string Customer = "test_customer";
    public const string Order = "test_order";
    public const string Setting = "test_setting";

    private static readonly Catalog Tables = new(
        [
            new Table(Customer, "test_Customer", Ownership.User, false,
                [Key(Customer), Text("test_name") with { IsPrimaryName = true }, Text("test_city"), .. Owned()], []),
            new Table(Order, "test_Order", Ownership.User, false,
                [
                    Key(Order),
                    Text("test_name") with { IsPrimaryName = true },
                    Of("test_customerid", ColumnType.Lookup) with { Targets = [Customer] },
                    Of("test_number", ColumnType.Integer),
                    Of("test_other", ColumnType.Integer),
                    Of("test_amount", ColumnType.Money) with { Precision = 2 },
                    Of("test_rate", ColumnType.Decimal) with { Precision = 4 },
                    Of("test_paid", ColumnType.Boolean),
                    Of("test_placedon", ColumnType.DateTime),
                    Of("test_due", ColumnType.DateTime) with { DateBehavior = DateBehavior.DateOnly },
                    Of("test_kind", ColumnType.Choice) with { Options = [Labelled(1, "Zebra", "Cebra"), Labelled(2, "Ape", "Mono")] },
                    Of("test_colors", ColumnType.MultiChoice) with { Options = [Labelled(1, "Red", "Rojo"), Labelled(2, "Blue", "Azul"), Labelled(3, "Green", "Verde")] },
                    Text("test_receipt"),
                    Text("test_secret") with { Secured = true },
                    Of("transactioncurrencyid", ColumnType.Lookup) with { Targets = ["transactioncurrency"] },
                    .. Owned(),
                ],
                [new AlternateKey("test_receiptkey", ["test_receipt", "test_number"])]),
            new Table("test_tag", "test_Tag", Ownership.Organization, false, [Key("test_tag"), Text("test_name") with { IsPrimaryName = true }], []),
            new Table(Setting, "test_Setting", Ownership.Organization, false, [Key(Setting), Text("test_name") with { IsPrimaryName = true }], []),
        ],
        [new Relationship("test_customer_order", Customer, Order, "test_customerid") { Share = Cascade.Cascade, Unshare = Cascade.Cascade }],
        [new ManyToManyRelationship("test_order_tag", Order, "test_tag", "test_order_test_tag")]);

    public Shop()
    {
        Organization = new EmbeddedDataverse(new EmbeddedOptions { Tables = Tables, Start = new DateTime(2026, 11, 18, 15, 0, 0, DateTimeKind.Utc) });
        Service = Organization.Connect();
    }

    public EmbeddedDataverse Organization { get; }

    public IOrganizationService Service { get; }

    public Guid Add(string table, params (string Column, object Value)[] values)
    {
        using var transaction = Organization.Database.Begin();
        var id = Add(transaction, table, values);
        transaction.Commit();
        return id;
    }

    public Guid Add(Transaction transaction, string table, params (string Column, object Value)[] values)
    {
        var known = Organization.Catalog.Find(table)!;
        var id = Organization.Database.NextId();
        var kept = values.ToDictionary(value => value.Column, value => value.Value, StringComparer.Ordinal);
        kept[known.PrimaryId] = id;
        transaction.Insert(new Row(known, id, Organization.Database.NextVersion(), kept));
        return id;
    }

    public void Remove(string table, Guid id)
    {
        using var transaction = Organization.Database.Begin();
        transaction.Delete(Organization.Catalog.Find(table)!, id);
        transaction.Commit();
    }

    public Guid AddCustomer(string name, params (string Column, object Value)[] values) => Add(Customer, [("test_name", name), .. values]);

    public Guid AddOrder(string name, Guid? customer, params (string Column, object Value)[] values) =>
        Add(Order, [("test_name", name), .. customer is { } id ? new (string, object)[] { ("test_customerid", new Reference(Customer, id)) } : [], .. values]);

    /// <summary>A user with his own role; null privileges for none.</summary>
    public Guid AddUser(Guid? unit = null, params (string Privilege, PrivilegeDepth Depth)[] privileges)
    {
        var user = Add("systemuser", ("fullname", "User"), ("businessunitid", new Reference("businessunit", unit ?? Organization.RootBusinessUnitId)), ("isdisabled", false));
        if (privileges.Length > 0) Link("systemuserroles", ("systemuserid", user), ("roleid", AddRole(privileges)));
        return user;
    }

    public Guid AddRole(params (string Privilege, PrivilegeDepth Depth)[] privileges)
    {
        var role = Add("role", ("name", "Role"), ("businessunitid", new Reference("businessunit", Organization.RootBusinessUnitId)));
        Organization.Security.AddRole(role, "Role", privileges.Select(privilege => KeyValuePair.Create(privilege.Privilege, privilege.Depth)));
        return role;
    }

    public Guid AddUnit(Guid above) => Add("businessunit", ("name", "Unit"), ("parentbusinessunitid", new Reference("businessunit", above)));

    public Guid Link(string table, (string Column, Guid Id) one, (string Column, Guid Id) other) => Add(table, (one.Column, one.Id), (other.Column, other.Id));

    /// <summary>The two columns that say whose a row is.</summary>
    public (string Column, object Value)[] OwnedBy(Guid user, string kind = "systemuser") =>
    [
        ("ownerid", new Reference(kind, user)),
        ("owningbusinessunit", new Reference("businessunit", Organization.BusinessUnitOf(new Reference(kind, user), Organization.Database.Committed))),
    ];

    /// <summary>Names of the orders that satisfy a condition, in alphabetical order, joined by blanks.</summary>
    public string Orders(ConditionExpression condition, Guid? user = null)
    {
        var query = new QueryExpression(Order) { ColumnSet = new ColumnSet("test_name") };
        query.Criteria.AddCondition(condition);
        return Names(query, user);
    }

    public string Names(QueryBase query, Guid? user = null, bool sorted = true)
    {
        var names = Organization.Connect(user).RetrieveMultiple(query).Entities.Select(entity => entity.GetAttributeValue<string>("test_name") ?? "-");
        return string.Join(' ', sorted ? names.Order(StringComparer.Ordinal) : names);
    }

    public EntityCollection Fetch(string fetchXml, Guid? user = null) => Organization.Connect(user).RetrieveMultiple(new FetchExpression(fetchXml));

    public void Dispose() => Organization.Dispose();

    private static Column Key(string table) => Of(table + "id", ColumnType.PrimaryKey);

    private static Column Text(string name) => Of(name, ColumnType.Text) with { MaxLength = 200 };

    private static Column Of(string name, ColumnType type) => new() { LogicalName = name, SchemaName = name, Type = type };

    private static Option Labelled(int value, string english, string spanish) => new(value, new Dictionary<int, string> { [1033] = english, [3082] = spanish });

    private static Column[] Owned() =>
    [
        Of("ownerid", ColumnType.Owner) with { Targets = ["systemuser", "team"] },
        Of("owningbusinessunit", ColumnType.Lookup) with { Targets = ["businessunit"] },
    ];
}
