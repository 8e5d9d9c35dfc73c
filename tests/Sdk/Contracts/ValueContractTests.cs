using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Sdk.Contracts;

/// <summary>Everything that a column or a query may hold survives the copy between plug-in and platform.</summary>
public class ValueContractTests
{
    public static TheoryData<object> Values => new()
    {
        true, 7, 7L, 1.25d, 12.3400m, "text", new byte[] { 1, 2 }, Guid.NewGuid(), new DateTime(2026, 11, 22, 10, 0, 0, DateTimeKind.Utc),
        new EntityReference("account", Guid.NewGuid()) { Name = "A" }, new EntityReference("account", "accountnumber", "1"), new Money(3.10m),
        new OptionSetValue(574840001), new OptionSetValueCollection([new OptionSetValue(1), new OptionSetValue(2)]),
        new AliasedValue("contact", "fullname", "Ana"), new AliasedValue("account", "revenue", new Money(2m)), new BooleanManagedProperty(true),
        new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", Guid.NewGuid()) }]) { EntityName = "activityparty" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_column_arrives_as_it_was_sent(object value)
    {
        var row = new Entity("account", Guid.NewGuid()) { ["column"] = value };

        var copy = SerializationCopy.Of(row);

        Assert.NotSame(row["column"], copy["column"]);
        Assert.IsType(value.GetType(), copy["column"]);
        Assert.Equal(SerializationCopy.Xml(typeof(Entity), row), SerializationCopy.Xml(typeof(Entity), copy));
    }

    [Fact]
    public void An_empty_column_arrives_empty_and_an_absent_one_does_not_arrive()
    {
        var copy = SerializationCopy.Of(new Entity("account") { ["name"] = null });

        Assert.True(copy.Contains("name"));
        Assert.Null(copy["name"]);
        Assert.Single(copy.Attributes);
    }

    [Fact]
    public void Keys_version_state_and_related_rows_arrive()
    {
        var row = new Entity("account", "accountnumber", "1") { RowVersion = "12", EntityState = EntityState.Changed };
        row.FormattedValues["revenue"] = "$ 1";
        row.RelatedEntities[new Relationship("account_contacts")] = new EntityCollection([new Entity("contact") { ["lastname"] = "Ruiz" }]);

        var copy = SerializationCopy.Of(row);

        Assert.Equal("1", copy.KeyAttributes["accountnumber"]);
        Assert.Equal("12", copy.RowVersion);
        Assert.Equal(EntityState.Changed, copy.EntityState);
        Assert.Equal("$ 1", copy.FormattedValues["revenue"]);
        Assert.Equal("Ruiz", copy.RelatedEntities[new Relationship("account_contacts")][0]["lastname"]);
    }

    [Fact]
    public void A_query_arrives_with_its_filters_links_orders_and_aggregates()
    {
        var query = new QueryExpression("account") { Distinct = true, TopCount = 5, ColumnSet = new ColumnSet("name") };
        query.ColumnSet.AttributeExpressions.Add(new XrmAttributeExpression("revenue", XrmAggregateType.Sum, "total"));
        query.Criteria.AddCondition("createdon", ConditionOperator.Between, new DateTime(2026, 1, 1), new DateTime(2026, 2, 1));
        query.Criteria.AddFilter(LogicalOperator.Or).AddCondition("accountid", ConditionOperator.In, Guid.NewGuid(), Guid.NewGuid());
        query.AddOrder("name", OrderType.Descending);
        var link = query.AddLink("contact", "primarycontactid", "contactid", JoinOperator.LeftOuter);
        link.EntityAlias = "c";
        link.LinkCriteria.AddCondition("statecode", ConditionOperator.Equal, 0);

        var copy = (QueryExpression)SerializationCopy.Of<QueryBase>(query);

        Assert.Equal("account", copy.LinkEntities[0].LinkFromEntityName);
        Assert.Equal(2, copy.Criteria.Filters[0].Conditions[0].Values.Count);
        Assert.Equal(XrmAggregateType.Sum, copy.ColumnSet.AttributeExpressions[0].AggregateType);
        Assert.Equal(SerializationCopy.Xml(typeof(QueryBase), query), SerializationCopy.Xml(typeof(QueryBase), copy));
    }

    [Fact]
    public void A_condition_takes_a_list_value_by_value()
    {
        var ids = new[] { Guid.NewGuid(), Guid.NewGuid() };

        Assert.Equal(2, new ConditionExpression("accountid", ConditionOperator.In, ids).Values.Count);
        Assert.Single(new ConditionExpression("name", ConditionOperator.Equal, "A").Values);
        Assert.Equal("c", new ConditionExpression("c", "name", ConditionOperator.Equal, "A").EntityName);
        Assert.True(new ConditionExpression("scheduledstart", ConditionOperator.LessThan, true, "scheduledend").CompareColumns);
    }

    [Fact]
    public void A_fault_arrives_with_its_code_and_what_lies_beneath()
    {
        var fault = new OrganizationServiceFault { ErrorCode = -2147015902, Message = "wait", InnerFault = new OrganizationServiceFault { Message = "inner" } };
        fault.ErrorDetails["Retry-After"] = TimeSpan.FromSeconds(30);

        var copy = SerializationCopy.Of(fault);

        Assert.Equal(-2147015902, copy.ErrorCode);
        Assert.Equal("inner", copy.InnerFault.Message);
        Assert.Equal(TimeSpan.FromSeconds(30), copy.ErrorDetails["Retry-After"]);
    }
}
