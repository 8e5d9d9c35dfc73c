using System;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Data;

public sealed class KeyTests : IDisposable
{
    private readonly EmbeddedDataverse organization = TestTables.Organization();
    private readonly IOrganizationService client;

    public KeyTests() => client = organization.Connect();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void A_second_row_with_the_same_key_is_refused_whatever_its_case_accents_and_trailing_blanks()
    {
        client.Create(new Entity(TestTables.Book) { ["t_isbn"] = "Añejo" });

        var fault = TestTables.Refused(PlatformFaults.DuplicateRecordEntityKey, () => client.Create(new Entity(TestTables.Book) { ["t_isbn"] = "ANEJO " }));

        Assert.Contains("t_isbn", fault.Message, StringComparison.Ordinal);
        Assert.Contains(TestTables.Book, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_an_empty_key_column_is_not_checked()
    {
        client.Create(new Entity(TestTables.Book) { ["t_shelf"] = "A" });
        client.Create(new Entity(TestTables.Book) { ["t_shelf"] = "A" });
        client.Create(new Entity(TestTables.Book) { ["t_shelf"] = "A", ["t_place"] = 1 });

        TestTables.Refused(PlatformFaults.DuplicateRecordEntityKey, () => client.Create(new Entity(TestTables.Book) { ["t_shelf"] = "A", ["t_place"] = 1 }));
    }

    [Fact]
    public void A_key_given_up_may_be_taken_again()
    {
        var id = client.Create(new Entity(TestTables.Book) { ["t_isbn"] = "1" });
        client.Update(new Entity(TestTables.Book, id) { ["t_isbn"] = "2" });
        var second = client.Create(new Entity(TestTables.Book) { ["t_isbn"] = "1" });
        client.Delete(TestTables.Book, second);
        client.Create(new Entity(TestTables.Book) { ["t_isbn"] = "1" });

        TestTables.Refused(PlatformFaults.DuplicateRecordEntityKey, () => client.Update(new Entity(TestTables.Book, id) { ["t_isbn"] = "1" }));
    }

    [Fact]
    public void A_row_can_be_addressed_by_its_key()
    {
        var id = client.Create(new Entity(TestTables.Book) { ["t_isbn"] = "1" });
        client.Update(new Entity(TestTables.Book, "t_isbn", "1") { ["t_name"] = "Emma" });

        var found = ((RetrieveResponse)client.Execute(new RetrieveRequest { Target = new EntityReference(TestTables.Book, "t_isbn", "1"), ColumnSet = new ColumnSet("t_name") })).Entity;

        Assert.Equal(id, found.Id);
        Assert.Equal("Emma", found["t_name"]);
    }

    [Fact]
    public void A_key_that_nobody_has_finds_nothing() =>
        TestTables.Refused(PlatformFaults.RecordNotFoundByEntityKey, () => client.Update(new Entity(TestTables.Book, "t_isbn", "9")));

    [Fact]
    public void Columns_that_are_no_key_address_nothing() =>
        TestTables.Refused(PlatformFaults.InvalidEntityKeyOperation, () => client.Update(new Entity(TestTables.Book, "t_name", "Emma")));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a<b")]
    [InlineData("a%b")]
    [InlineData("a&b")]
    [InlineData("a:b")]
    [InlineData("a?b")]
    [InlineData("a+b")]
    public void A_value_with_a_forbidden_character_cannot_address_a_row(string value)
    {
        client.Create(new Entity(TestTables.Book) { ["t_isbn"] = value });

        TestTables.Refused(PlatformFaults.InvalidArgument, () => client.Update(new Entity(TestTables.Book, "t_isbn", value)));
    }

    [Fact]
    public void Upsert_creates_by_key_once_and_updates_after_that()
    {
        var first = Upsert("1", "Emma");
        var second = Upsert("1", "Persuasion");

        Assert.True(first.RecordCreated);
        Assert.False(second.RecordCreated);
        Assert.Equal(first.Target.Id, second.Target.Id);
        var row = client.Retrieve(TestTables.Book, first.Target.Id, new ColumnSet("t_name", "t_isbn"));
        Assert.Equal("Persuasion", row["t_name"]);
        Assert.Equal("1", row["t_isbn"]);
    }

    [Fact]
    public void Upsert_creates_by_id_once_and_updates_after_that()
    {
        var id = Guid.NewGuid();

        var first = (UpsertResponse)client.Execute(new UpsertRequest { Target = new Entity(TestTables.Book, id) });
        var second = (UpsertResponse)client.Execute(new UpsertRequest { Target = new Entity(TestTables.Book, id) });

        Assert.True(first.RecordCreated);
        Assert.Equal(id, first.Target.Id);
        Assert.False(second.RecordCreated);
    }

    private UpsertResponse Upsert(string isbn, string name) =>
        (UpsertResponse)client.Execute(new UpsertRequest { Target = new Entity(TestTables.Book, "t_isbn", isbn) { ["t_name"] = name } });
}
