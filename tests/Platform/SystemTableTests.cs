using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Embedded.Metadata;
using Xunit;

namespace Crm.Extensions.Tests.Platform;

/// <summary>The descriptions of the system tables agree with themselves: nothing in them points at what is not there.</summary>
public class SystemTableTests
{
    private static readonly Catalog Catalogued = Read();

    public static TheoryData<string> Tables() => [.. Catalogued.Tables.Select(table => table.LogicalName).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_system_table_has_one_primary_id_and_knows_its_entity_set(string name)
    {
        var table = Catalogued.Find(name)!;

        Assert.Single(table.Columns.Values, column => column.Type == ColumnType.PrimaryKey);
        Assert.False(string.IsNullOrEmpty(table.EntitySetName));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_text_of_a_system_table_has_a_length_and_every_choice_has_options(string name)
    {
        Assert.All(Catalogued.Find(name)!.Columns.Values, column =>
        {
            if (column.Type is ColumnType.Text or ColumnType.Memo) Assert.True(column.MaxLength > 0, column.LogicalName);
            if (column.Type is ColumnType.Choice or ColumnType.State or ColumnType.Status or ColumnType.Boolean) Assert.NotEmpty(column.Options);
        });
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_default_status_reason_of_a_state_belongs_to_that_state(string name)
    {
        var table = Catalogued.Find(name)!;
        if (table.Find("statecode") is not { } state || table.Find("statuscode") is not { } status) return;

        Assert.All(status.Options, reason => Assert.Contains(state.Options, option => option.Value == reason.State));
        Assert.All(
            state.Options.Where(option => option.DefaultStatus is not null),
            option => Assert.Equal(option.Value, status.Options.Single(reason => reason.Value == option.DefaultStatus).State));
    }

    [Fact]
    public void Every_relationship_between_system_tables_joins_columns_that_exist()
    {
        Assert.All(Catalogued.Relationships, relationship =>
            Assert.NotNull(Catalogued.Find(relationship.ReferencingTable)!.Find(relationship.ReferencingColumn)));
        Assert.All(Catalogued.ManyToMany, relationship =>
        {
            var intersect = Catalogued.Find(relationship.IntersectTable)!;
            Assert.NotNull(intersect.Find(relationship.FirstColumn));
            Assert.NotNull(intersect.Find(relationship.SecondColumn));
        });
    }

    // Source: the tables' reference on learn.microsoft.com.
    [Theory]
    [InlineData("phonecall", 1, 2)]
    [InlineData("phonecall", 2, 3)]
    [InlineData("letter", 0, 2)]
    [InlineData("letter", 1, 4)]
    [InlineData("appointment", 1, 3)]
    [InlineData("appointment", 3, 5)]
    [InlineData("email", 0, 1)]
    [InlineData("email", 2, 5)]
    [InlineData("incident", 1, 5)]
    [InlineData("lead", 1, 3)]
    public void A_state_brings_the_status_reason_that_the_platform_documents(string table, int state, int reason) =>
        Assert.Equal(reason, Catalogued.Find(table)!.Find("statecode")!.Options.Single(option => option.Value == state).DefaultStatus);

    // Pending Send is a state of its own right: the e-mail is no longer open while it waits for the mail server.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    [InlineData(6, 1)]
    [InlineData(8, 0)]
    public void The_status_reasons_of_an_email_belong_to_the_documented_states(int reason, int state) =>
        Assert.Equal(state, Catalogued.Find("email")!.Find("statuscode")!.Options.Single(option => option.Value == reason).State);

    private static Catalog Read()
    {
        var assembly = typeof(Catalog).Assembly;
        var root = new XElement("SystemTables", Documents());
        return Catalog.Empty.With(EntityXmlReader.Read(root));

        IEnumerable<XElement> Documents()
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("SystemTables/", StringComparison.Ordinal)))
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                yield return XElement.Load(stream);
            }
        }
    }
}
