using System;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Data;

public sealed class ValidationTests : IDisposable
{
    private readonly EmbeddedDataverse organization = TestTables.Organization();
    private readonly IOrganizationService client;

    public ValidationTests() => client = organization.Connect();

    public static TheoryData<string, object, int> Wrong => new()
    {
        { "t_nonsense", "x", PlatformFaults.QueryBuilderNoAttribute },
        { "t_name", 7, PlatformFaults.InvalidArgument },
        { "t_name", "a name of more than twenty letters", PlatformFaults.StringLengthExceeded },
        { "t_place", 0, PlatformFaults.ValueOutOfRange },
        { "t_place", 501, PlatformFaults.ValueOutOfRange },
        { "t_place", 5m, PlatformFaults.InvalidArgument },
        { "t_weight", 100.01m, PlatformFaults.ValueOutOfRange },
        { "t_price", 5m, PlatformFaults.InvalidArgument },
        { "t_genre", new OptionSetValue(3), PlatformFaults.OptionOutOfRange },
        { "t_genre", 1, PlatformFaults.InvalidArgument },
        { "t_lastread", new DateTime(1752, 12, 31, 0, 0, 0, DateTimeKind.Utc), PlatformFaults.InvalidDateTime },
        { "transactioncurrencyid", new EntityReference("transactioncurrency", new Guid("11111111-0000-0000-0000-000000000000")), PlatformFaults.ObjectDoesNotExist },
        { "transactioncurrencyid", new EntityReference("systemuser", new Guid("11111111-0000-0000-0000-000000000000")), PlatformFaults.InvalidArgument },
        { "statuscode", new OptionSetValue(9), PlatformFaults.OptionOutOfRange },
    };

    public void Dispose() => organization.Dispose();

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_value_that_does_not_fit_is_refused_on_create_and_update_naming_table_and_column(string column, object value, int code)
    {
        var id = client.Create(new Entity(TestTables.Book));

        var onCreate = TestTables.Refused(code, () => client.Create(new Entity(TestTables.Book) { [column] = value }));
        var onUpdate = TestTables.Refused(code, () => client.Update(new Entity(TestTables.Book, id) { [column] = value }));

        foreach (var fault in new[] { onCreate, onUpdate })
        {
            Assert.Contains(TestTables.Book, fault.Message, StringComparison.Ordinal);
            Assert.Contains(column, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_table_is_refused_by_name() =>
        Assert.Contains("t_nothing", TestTables.Refused(PlatformFaults.QueryBuilderNoEntity, () => client.Create(new Entity("t_nothing"))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_column_to_be_read_is_refused()
    {
        var id = client.Create(new Entity(TestTables.Book));

        TestTables.Refused(PlatformFaults.QueryBuilderNoAttribute, () => client.Retrieve(TestTables.Book, id, new ColumnSet("t_nonsense")));
    }

    [Fact]
    public void A_status_reason_must_belong_to_the_state()
    {
        var pair = new Entity(TestTables.Book) { ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(3) };

        TestTables.Refused(PlatformFaults.InvalidStatus, () => client.Create(pair));
    }

    [Fact]
    public void A_status_reason_alone_brings_its_state_and_a_state_alone_its_usual_reason()
    {
        var id = client.Create(new Entity(TestTables.Book));

        client.Update(new Entity(TestTables.Book, id) { ["statuscode"] = new OptionSetValue(3) });
        Assert.Equal(1, Read(id, "statecode"));
        client.Update(new Entity(TestTables.Book, id) { ["statecode"] = new OptionSetValue(0) });
        Assert.Equal(1, Read(id, "statuscode"));
    }

    [Fact]
    public void An_owner_cannot_be_taken_away()
    {
        var id = client.Create(new Entity(TestTables.Book));

        TestTables.Refused(PlatformFaults.InvalidArgument, () => client.Update(new Entity(TestTables.Book, id) { ["ownerid"] = null }));
    }

    private int Read(Guid id, string column) => client.Retrieve(TestTables.Book, id, new ColumnSet(column)).GetAttributeValue<OptionSetValue>(column).Value;
}
