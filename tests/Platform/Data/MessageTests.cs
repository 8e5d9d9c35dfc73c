using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Metadata;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Data;

public sealed class MessageTests : IDisposable
{
    private readonly EmbeddedDataverse organization = TestTables.Organization();
    private readonly IOrganizationService client;

    public MessageTests() => client = organization.Connect();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void Update_touches_only_what_is_given()
    {
        var id = client.Create(new Entity(TestTables.Book) { ["t_name"] = "Emma", ["t_isbn"] = "1" });
        organization.Clock.Advance(TimeSpan.FromMinutes(1));

        client.Update(new Entity(TestTables.Book, id) { ["t_isbn"] = null });

        var row = client.Retrieve(TestTables.Book, id, new ColumnSet(true));
        Assert.Equal("Emma", row["t_name"]);
        Assert.False(row.Contains("t_isbn"));
        Assert.Equal(organization.Clock.UtcNow, row["modifiedon"]);
        Assert.Equal(organization.Clock.UtcNow.AddMinutes(-1), row["createdon"]);
    }

    [Fact]
    public void What_is_not_there_can_be_neither_read_nor_changed_nor_deleted()
    {
        var id = Guid.NewGuid();

        TestTables.Refused(PlatformFaults.ObjectDoesNotExist, () => client.Retrieve(TestTables.Book, id, new ColumnSet(false)));
        TestTables.Refused(PlatformFaults.ObjectDoesNotExist, () => client.Update(new Entity(TestTables.Book, id)));
        TestTables.Refused(PlatformFaults.ObjectDoesNotExist, () => client.Delete(TestTables.Book, id));
    }

    [Theory]
    [InlineData(Cascade.Cascade, 0, false)]
    [InlineData(Cascade.RemoveLink, 1, false)]
    [InlineData(Cascade.Restrict, 1, true)]
    public void Delete_takes_the_children_along_frees_them_or_is_forbidden(Cascade delete, int left, bool keepsLink)
    {
        using var other = TestTables.Organization(delete);
        var service = other.Connect();
        var book = service.Create(new Entity(TestTables.Book));
        service.Create(new Entity(TestTables.Copy) { ["t_bookid"] = new EntityReference(TestTables.Book, book) });

        if (delete == Cascade.Restrict) TestTables.Refused(PlatformFaults.CannotDeleteDueToAssociation, () => service.Delete(TestTables.Book, book));
        else service.Delete(TestTables.Book, book);

        var copies = other.Database.Committed.All(TestTables.Copy).ToList();
        Assert.Equal(left, copies.Count);
        Assert.Equal(keepsLink, copies.Any(copy => copy["t_bookid"] is not null));
    }

    [Theory]
    [InlineData(Cascade.NoCascade, false, false)]
    [InlineData(Cascade.Cascade, true, true)]
    [InlineData(Cascade.ActiveOnly, true, false)]
    public void A_new_owner_gets_the_children_that_the_relationship_passes_on(Cascade assign, bool activeFollows, bool inactiveFollows)
    {
        using var other = TestTables.Organization(assign: assign);
        var service = other.Connect();
        var user = service.Create(User("Ana"));
        var book = service.Create(new Entity(TestTables.Book));
        var active = service.Create(new Entity(TestTables.Copy) { ["t_bookid"] = new EntityReference(TestTables.Book, book) });
        var inactive = service.Create(new Entity(TestTables.Copy) { ["t_bookid"] = new EntityReference(TestTables.Book, book), ["statecode"] = new OptionSetValue(1) });

        service.Execute(new AssignRequest { Target = new EntityReference(TestTables.Book, book), Assignee = new EntityReference("systemuser", user) });

        Assert.Equal(user, Owner(TestTables.Book, book));
        Assert.Equal(activeFollows, Owner(TestTables.Copy, active) == user);
        Assert.Equal(inactiveFollows, Owner(TestTables.Copy, inactive) == user);

        Guid Owner(string table, Guid id) => service.Retrieve(table, id, new ColumnSet("ownerid")).GetAttributeValue<EntityReference>("ownerid").Id;
    }

    [Fact]
    public void Multiple_messages_do_all_or_nothing()
    {
        var good = Rows(new Entity(TestTables.Book) { ["t_name"] = "a" }, new Entity(TestTables.Book) { ["t_name"] = "b" });
        var ids = ((CreateMultipleResponse)client.Execute(new CreateMultipleRequest { Targets = good })).Ids;
        client.Execute(new UpdateMultipleRequest { Targets = Rows([.. ids.Select(id => new Entity(TestTables.Book, id) { ["t_shelf"] = "S" })]) });
        var results = ((UpsertMultipleResponse)client.Execute(new UpsertMultipleRequest { Targets = Rows(new Entity(TestTables.Book, ids[0]), new Entity(TestTables.Book, "t_isbn", "7")) })).Results;

        Assert.All(ids, id => Assert.Equal("S", client.Retrieve(TestTables.Book, id, new ColumnSet("t_shelf"))["t_shelf"]));
        Assert.Equal([false, true], results.Select(result => result.RecordCreated));
        var bad = Rows(new Entity(TestTables.Book), new Entity(TestTables.Book) { ["t_isbn"] = "7" });
        TestTables.Refused(PlatformFaults.DuplicateRecordEntityKey, () => client.Execute(new CreateMultipleRequest { Targets = bad }));
        Assert.Equal(3, organization.Database.Committed.All(TestTables.Book).Count());
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void ExecuteMultiple_commits_each_request_by_itself_and_goes_on_if_told_so(bool goesOn, int rows)
    {
        var response = (ExecuteMultipleResponse)client.Execute(new ExecuteMultipleRequest
        {
            Requests = Requests(new Entity(TestTables.Book), new Entity(TestTables.Book) { ["t_place"] = 0 }, new Entity(TestTables.Book)),
            Settings = new ExecuteMultipleSettings { ContinueOnError = goesOn, ReturnResponses = true },
        });

        Assert.True(response.IsFaulted);
        Assert.Equal(1, response.Responses.Single(item => item.Fault is not null).RequestIndex);
        Assert.Equal(rows, organization.Database.Committed.All(TestTables.Book).Count());
    }

    [Fact]
    public void A_batch_holds_at_most_a_thousand_requests()
    {
        var requests = Requests([.. Enumerable.Range(0, 1001).Select(_ => new Entity(TestTables.Book))]);

        TestTables.Refused(PlatformFaults.InvalidArgument, () => client.Execute(new ExecuteMultipleRequest { Requests = requests, Settings = new ExecuteMultipleSettings() }));
    }

    [Fact]
    public void ExecuteTransaction_does_all_or_nothing_and_says_which_request_failed()
    {
        var requests = Requests(new Entity(TestTables.Book), new Entity(TestTables.Book) { ["t_place"] = 0 });

        var fault = TestTables.Refused(PlatformFaults.ValueOutOfRange, () => client.Execute(new ExecuteTransactionRequest { Requests = requests }));

        Assert.Equal(1, Assert.IsType<ExecuteTransactionFault>(fault.Detail).FaultedRequestIndex);
        Assert.Empty(organization.Database.Committed.All(TestTables.Book));
    }

    [Fact]
    public void Links_many_to_many_are_made_once_and_taken_away()
    {
        var book = client.Create(new Entity(TestTables.Book));
        var readers = new EntityReferenceCollection { new EntityReference("systemuser", organization.AdministratorId) };
        var relationship = new Microsoft.Xrm.Sdk.Relationship("t_book_readers");
        client.Associate(TestTables.Book, book, relationship, readers);
        Assert.Single(organization.Database.Committed.Referencing("t_book_reader", "t_bookid", book));

        TestTables.Refused(PlatformFaults.DuplicateRecord, () => client.Associate(TestTables.Book, book, relationship, readers));
        client.Disassociate(TestTables.Book, book, relationship, readers);

        Assert.Empty(organization.Database.Committed.Referencing("t_book_reader", "t_bookid", book));
    }

    [Fact]
    public void Links_one_to_many_are_the_look_up_of_the_many()
    {
        var book = client.Create(new Entity(TestTables.Book));
        var copy = client.Create(new Entity(TestTables.Copy));
        var copies = new EntityReferenceCollection { new EntityReference(TestTables.Copy, copy) };

        client.Associate(TestTables.Book, book, new Microsoft.Xrm.Sdk.Relationship("t_book_copies"), copies);
        Assert.Equal(book, client.Retrieve(TestTables.Copy, copy, new ColumnSet("t_bookid")).GetAttributeValue<EntityReference>("t_bookid").Id);
        client.Disassociate(TestTables.Book, book, new Microsoft.Xrm.Sdk.Relationship("t_book_copies"), copies);

        Assert.False(client.Retrieve(TestTables.Copy, copy, new ColumnSet("t_bookid")).Contains("t_bookid"));
    }

    [Fact]
    public void SetState_changes_state_and_status_reason()
    {
        var id = client.Create(new Entity(TestTables.Book));

        client.Execute(new SetStateRequest { EntityMoniker = new EntityReference(TestTables.Book, id), State = new OptionSetValue(1), Status = new OptionSetValue(3) });

        Assert.Equal(3, client.Retrieve(TestTables.Book, id, new ColumnSet("statuscode")).GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    [Fact]
    public void WhoAmI_names_user_unit_and_organization()
    {
        var user = client.Create(User("Ana"));

        var answer = (WhoAmIResponse)organization.Connect(user).Execute(new WhoAmIRequest());

        Assert.Equal(user, answer.UserId);
        Assert.Equal(organization.RootBusinessUnitId, answer.BusinessUnitId);
        Assert.Equal(organization.OrganizationId, answer.OrganizationId);
    }

    [Fact]
    public void What_a_client_changes_in_its_objects_afterwards_changes_no_row()
    {
        var target = new Entity(TestTables.Book) { ["t_genre"] = new OptionSetValue(1) };
        var id = client.Create(target);
        target.GetAttributeValue<OptionSetValue>("t_genre").Value = 2;
        var read = client.Retrieve(TestTables.Book, id, new ColumnSet("t_genre"));
        read.GetAttributeValue<OptionSetValue>("t_genre").Value = 2;

        Assert.Equal(1, client.Retrieve(TestTables.Book, id, new ColumnSet("t_genre")).GetAttributeValue<OptionSetValue>("t_genre").Value);
    }

    private static EntityCollection Rows(params Entity[] rows) => new([.. rows]) { EntityName = TestTables.Book };

    private static OrganizationRequestCollection Requests(params Entity[] rows)
    {
        var requests = new OrganizationRequestCollection();
        requests.AddRange(rows.Select(row => new CreateRequest { Target = row }));
        return requests;
    }

    private Entity User(string name) => new("systemuser")
    {
        ["firstname"] = name,
        ["lastname"] = "Test",
        ["domainname"] = name,
        ["businessunitid"] = new EntityReference("businessunit", organization.RootBusinessUnitId),
    };
}
