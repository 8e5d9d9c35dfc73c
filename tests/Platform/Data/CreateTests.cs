using System;
using System.Linq;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Data;

public sealed class CreateTests : IDisposable
{
    private readonly EmbeddedDataverse organization = TestTables.Organization();
    private readonly IOrganizationService client;

    public CreateTests() => client = organization.Connect();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void A_new_row_belongs_to_its_creator_and_is_active()
    {
        var id = client.Create(new Entity(TestTables.Book) { ["t_name"] = "Emma" });

        var row = client.Retrieve(TestTables.Book, id, new ColumnSet(true));

        Assert.Equal("Emma", row["t_name"]);
        Assert.Equal(organization.AdministratorId, row.GetAttributeValue<EntityReference>("ownerid").Id);
        Assert.Equal(organization.AdministratorId, row.GetAttributeValue<EntityReference>("createdby").Id);
        Assert.Equal(organization.RootBusinessUnitId, row.GetAttributeValue<EntityReference>("owningbusinessunit").Id);
        Assert.Equal(0, row.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal(1, row.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(organization.Clock.UtcNow, row["createdon"]);
        Assert.Equal(organization.Clock.UtcNow, row["modifiedon"]);
        Assert.False(row.GetAttributeValue<bool>("t_lent"));
        Assert.Equal("Active", row.FormattedValues["statecode"]);
    }

    [Fact]
    public void A_given_id_is_kept_and_a_second_row_with_it_is_refused()
    {
        var id = Guid.NewGuid();
        Assert.Equal(id, client.Create(new Entity(TestTables.Book, id)));

        TestTables.Refused(PlatformFaults.DuplicateRecord, () => client.Create(new Entity(TestTables.Book, id)));
    }

    [Fact]
    public void Ids_that_were_not_given_come_in_sequence_and_alike_in_every_run()
    {
        using var again = TestTables.Organization();

        Assert.Equal(client.Create(new Entity(TestTables.Book)), again.Connect().Create(new Entity(TestTables.Book)));
    }

    [Fact]
    public void An_overridden_creation_date_takes_the_place_of_createdon()
    {
        var past = new DateTime(2020, 2, 29, 8, 0, 0, DateTimeKind.Utc);

        var row = Stored(new Entity(TestTables.Book) { ["overriddencreatedon"] = past });

        Assert.Equal(past, row["createdon"]);
    }

    [Fact]
    public void Money_gets_the_base_currency_and_its_amount_in_it()
    {
        var euro = client.Create(new Entity("transactioncurrency") { ["currencyname"] = "Euro", ["isocurrencycode"] = "EUR", ["currencysymbol"] = "€", ["currencyprecision"] = 2, ["exchangerate"] = 0.5m });

        var plain = Stored(new Entity(TestTables.Book) { ["t_price"] = new Money(10m) });
        var foreign = Stored(new Entity(TestTables.Book) { ["t_price"] = new Money(10m), ["transactioncurrencyid"] = new EntityReference("transactioncurrency", euro) });

        Assert.Equal(organization.BaseCurrencyId, plain.GetAttributeValue<EntityReference>("transactioncurrencyid").Id);
        Assert.Equal(10m, plain.GetAttributeValue<Money>("t_price_base").Value);
        Assert.Equal(20m, foreign.GetAttributeValue<Money>("t_price_base").Value);
    }

    [Fact]
    public void Dates_without_time_lose_it_instants_lose_fractions_and_local_time_becomes_utc()
    {
        var local = new DateTime(2026, 3, 1, 10, 30, 15, 999, DateTimeKind.Local);

        var row = Stored(new Entity(TestTables.Book) { ["t_published"] = new DateTime(2026, 3, 1, 23, 59, 0), ["t_lastread"] = local });

        Assert.Equal(new DateTime(2026, 3, 1), row["t_published"]);
        var kept = row.GetAttributeValue<DateTime>("t_lastread");
        Assert.Equal(local.ToUniversalTime().AddMilliseconds(-999), kept);
        Assert.Equal(DateTimeKind.Utc, kept.Kind);
    }

    [Fact]
    public void An_empty_text_is_no_text() => Assert.False(Stored(new Entity(TestTables.Book) { ["t_name"] = "" }).Contains("t_name"));

    [Fact]
    public void Columns_that_only_the_platform_writes_are_passed_over()
    {
        var row = Stored(new Entity(TestTables.Book) { ["createdon"] = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc) });

        Assert.Equal(organization.Clock.UtcNow, row["createdon"]);
    }

    [Fact]
    public void Children_that_a_row_brings_are_created_with_it()
    {
        var book = new Entity(TestTables.Book) { ["t_name"] = "Emma" };
        book.RelatedEntities[new Relationship("t_book_copies")] = new EntityCollection([new Entity(TestTables.Copy) { ["t_name"] = "first" }, new Entity(TestTables.Copy)]);

        var id = client.Create(book);

        Assert.Equal(2, organization.Database.Committed.Referencing(TestTables.Copy, "t_bookid", id).Count());
    }

    [Fact]
    public void A_child_that_fails_takes_the_whole_compound_with_it()
    {
        var book = new Entity(TestTables.Book, Guid.NewGuid());
        book.RelatedEntities[new Relationship("t_book_copies")] = new EntityCollection([new Entity(TestTables.Copy) { ["t_name"] = new string('x', 21) }]);

        TestTables.Refused(PlatformFaults.StringLengthExceeded, () => client.Create(book));

        TestTables.Refused(PlatformFaults.ObjectDoesNotExist, () => client.Retrieve(TestTables.Book, book.Id, new ColumnSet(false)));
    }

    [Fact]
    public void The_parties_of_an_activity_are_rows_of_activityparty()
    {
        var call = new Entity("phonecall")
        {
            ["subject"] = "Hello",
            ["to"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("systemuser", organization.AdministratorId) }]),
        };

        var id = client.Create(call);

        var party = Assert.Single(organization.Database.Committed.Referencing("activityparty", "activityid", id));
        Assert.Equal(2, party["participationtypemask"]);
        var to = client.Retrieve("phonecall", id, new ColumnSet("to")).GetAttributeValue<EntityCollection>("to");
        Assert.Equal(organization.AdministratorId, Assert.Single(to.Entities).GetAttributeValue<EntityReference>("partyid").Id);
    }

    [Fact]
    public void An_activity_is_also_read_as_activitypointer()
    {
        var id = client.Create(new Entity("phonecall") { ["subject"] = "Hello" });

        var pointer = client.Retrieve("activitypointer", id, new ColumnSet("subject", "activitytypecode"));

        Assert.Equal("Hello", pointer["subject"]);
        Assert.Equal("phonecall", pointer["activitytypecode"]);
    }

    [Fact]
    public void Two_activities_of_different_tables_never_share_an_id()
    {
        var id = client.Create(new Entity("phonecall"));

        TestTables.Refused(PlatformFaults.DuplicateRecord, () => client.Create(new Entity("task", id)));
    }

    [Fact]
    public void A_message_that_is_not_there_is_refused_by_name()
    {
        var fault = TestTables.Refused(PlatformFaults.InvalidArgument, () => client.Execute(new OrganizationRequest("BookFlight")));

        Assert.Contains("BookFlight", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_are_counted_by_who_asks()
    {
        organization.Requests.Clear();

        client.Create(new Entity(TestTables.Book));
        client.Execute(new RetrieveRequest { Target = new EntityReference("systemuser", organization.AdministratorId), ColumnSet = new ColumnSet(false) });

        Assert.Equal(2, organization.Requests.OfClients);
        Assert.Equal(0, organization.Requests.OfSteps);
        Assert.Equal(1, organization.Requests.Counts[new LoggedRequest(null, "Create", TestTables.Book)]);
    }

    private Entity Stored(Entity entity) => client.Retrieve(entity.LogicalName, client.Create(entity), new ColumnSet(true));
}
