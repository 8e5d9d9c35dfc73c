using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;
using Xunit;

namespace Crm.Extensions.Tests.Sdk;

public class EntityTests
{
    [Fact]
    public void The_indexer_throws_for_a_column_that_is_not_there() =>
        Assert.Throws<KeyNotFoundException>(() => new Entity("account")["name"]);

    [Fact]
    public void A_typed_getter_gives_the_default_for_a_column_that_is_absent_or_empty()
    {
        var row = new Entity("account") { ["name"] = null, ["numberofemployees"] = null };

        Assert.Null(row.GetAttributeValue<string>("name"));
        Assert.Equal(0, row.GetAttributeValue<int>("numberofemployees"));
        Assert.Null(row.GetAttributeValue<int?>("numberofemployees"));
        Assert.Equal(DateTime.MinValue, row.GetAttributeValue<DateTime>("createdon"));
    }

    [Fact]
    public void A_typed_getter_refuses_a_value_of_another_type() =>
        Assert.Throws<InvalidCastException>(() => new Entity("account") { ["statecode"] = new OptionSetValue(0) }.GetAttributeValue<int>("statecode"));

    [Fact]
    public void Trying_for_a_value_says_whether_it_is_there()
    {
        var row = new Entity("account") { ["revenue"] = new Money(5m) };

        Assert.True(row.TryGetAttributeValue<Money>("revenue", out var revenue));
        Assert.Equal(5m, revenue.Value);
        Assert.False(row.TryGetAttributeValue<Money>("creditlimit", out var limit));
        Assert.Null(limit);
    }

    [Fact]
    public void Adding_a_column_twice_is_refused_and_setting_it_is_not()
    {
        var row = new Entity("account");
        row.Attributes.Add("name", "first");
        row.Attributes["name"] = "second";

        Assert.Throws<ArgumentException>(() => row.Attributes.Add("name", "third"));
        Assert.Equal("second", row["name"]);
    }

    [Fact]
    public void An_alternate_key_travels_in_key_attributes_and_leaves_the_id_empty()
    {
        var row = new Entity("crmx_obligation", "crmx_number", "4111");

        Assert.Equal(Guid.Empty, row.Id);
        Assert.Equal("4111", row.KeyAttributes["crmx_number"]);
        Assert.Empty(row.Attributes);
    }

    [Fact]
    public void A_reference_to_a_row_carries_id_and_version()
    {
        var id = Guid.NewGuid();
        var reference = new Entity("account", id) { RowVersion = "7" }.ToEntityReference();

        Assert.Equal("account", reference.LogicalName);
        Assert.Equal(id, reference.Id);
        Assert.Equal("7", reference.RowVersion);
    }

    [Fact]
    public void The_early_bound_row_shares_its_columns_with_the_row_it_was_made_of()
    {
        var row = new Entity("test_thing", Guid.NewGuid()) { ["test_name"] = "before" };
        var thing = row.ToEntity<Thing>();

        thing.Name = "after";

        Assert.Equal(row.Id, thing.Id);
        Assert.Equal("after", row["test_name"]);
        Assert.False(row.Contains("test_thingid"));
    }

    [Fact]
    public void A_row_does_not_become_the_class_of_another_table() =>
        Assert.Throws<NotSupportedException>(() => new Entity("account").ToEntity<Thing>());

    [Fact]
    public void Related_rows_come_back_as_their_class()
    {
        var parent = new Thing { Children = [new Thing { Name = "child" }] };

        var child = Assert.Single(parent.Children!);
        Assert.Equal("child", child.Name);
        Assert.True(parent.RelatedEntities.Contains(new Relationship("test_thing_thing") { PrimaryEntityRole = EntityRole.Referenced }));
    }

    [EntityLogicalName("test_thing")]
    private sealed class Thing : Entity
    {
        public Thing()
            : base("test_thing")
        {
        }

        public override Guid Id
        {
            get => base.Id;
            set
            {
                base.Id = value;
                SetAttributeValue("test_thingid", value);
            }
        }

        public string? Name
        {
            get => GetAttributeValue<string>("test_name");
            set => SetAttributeValue("test_name", value);
        }

        public IEnumerable<Thing>? Children
        {
            get => GetRelatedEntities<Thing>("test_thing_thing", EntityRole.Referenced);
            set => SetRelatedEntities("test_thing_thing", EntityRole.Referenced, value);
        }
    }
}
