using System;
using System.IO;
using System.Runtime.Serialization;
using System.Text;
using Crm.Extensions.Embedded.Messages;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Data;

public sealed class SerializationCopyTests
{
    private static readonly Guid Id = new("3e1b3a4d-0f6e-4f51-9d3c-0a8f5f1c2b3d");

    public static TheoryData<string> Samples => ["row", "reference", "references", "collection", "query", "fetch", "columns", "options", "aliased", "texts", "relationship", "settings", "requests", "byattribute", "access"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_copy_by_hand_is_what_the_serializer_makes(string name)
    {
        var sample = Sample(name);

        var byHand = SerializationCopy.Value(sample)!;

        Assert.NotSame(sample, byHand);
        Assert.Equal(Text(SerializationCopy.ThroughSerializer(sample)!), Text(byHand));
    }

    [Fact]
    public void Nothing_inside_a_copied_row_is_shared_with_the_original()
    {
        var row = (Entity)Sample("row");

        var copy = SerializationCopy.Of(row);

        foreach (var (column, value) in row.Attributes)
        {
            if (value is not (null or string or ValueType)) Assert.NotSame(value, copy[column]);
        }
    }

    [Fact]
    public void A_typed_request_arrives_as_a_plain_one_with_all_its_parameters()
    {
        var request = new UpdateRequest { Target = (Entity)Sample("row"), ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches, RequestId = Id };

        var copy = SerializationCopy.Of(request);

        Assert.Equal(typeof(OrganizationRequest), copy.GetType());
        Assert.Equal(Id, copy.RequestId);
        Assert.Equal(Text(request.Parameters), Text(copy.Parameters));
    }

    [Fact]
    public void An_early_bound_row_arrives_as_a_plain_one() => Assert.Equal(typeof(Entity), SerializationCopy.Of(new EarlyBound()).GetType());

    private static object Sample(string name)
    {
        switch (name)
        {
            case "reference": return new EntityReference("account", "number", "7") { Name = "Acme", RowVersion = "3" };
            case "references": return new EntityReferenceCollection { new EntityReference("account", Id) };
            case "collection":
                return new EntityCollection([(Entity)Sample("row")]) { EntityName = "account", MoreRecords = true, PagingCookie = "c", TotalRecordCount = 4, TotalRecordCountLimitExceeded = true, MinActiveRowVersion = "1" };
            case "fetch": return new FetchExpression("<fetch/>");
            case "columns": return new ColumnSet("a", "b");
            case "options": return new OptionSetValueCollection { new OptionSetValue(1), new OptionSetValue(2) };
            case "aliased": return new AliasedValue("account", "name", new Money(3m));
            case "settings": return new ExecuteMultipleSettings { ContinueOnError = true };
            case "requests":
                return new OrganizationRequestCollection
                {
                    new OrganizationRequest("Create") { ["Target"] = Sample("row") },
                    new OrganizationRequest("Delete") { ["Target"] = Sample("reference"), RequestId = Id },
                    new OrganizationRequest("RetrieveMultiple") { ["Query"] = Sample("query") },
                };
            case "byattribute":
                var byAttribute = new QueryByAttribute("account") { ColumnSet = new ColumnSet("name") };
                byAttribute.AddAttributeValue("name", "Acme");
                return byAttribute;
            case "access": return new PrincipalAccess { Principal = new EntityReference("team", Id), AccessMask = AccessRights.ReadAccess | AccessRights.ShareAccess };
            case "texts": return new[] { "a", "b" };
            case "relationship": return new Relationship("a_b") { PrimaryEntityRole = EntityRole.Referenced };
            case "query":
                var query = new QueryExpression("account") { ColumnSet = new ColumnSet("name"), TopCount = 3, Distinct = true, NoLock = true };
                query.Criteria.AddCondition("name", ConditionOperator.In, "a", "b");
                query.Criteria.AddFilter(LogicalOperator.Or).AddCondition("x", "createdon", ConditionOperator.On, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
                var link = query.AddLink("contact", "primarycontactid", "contactid", JoinOperator.LeftOuter);
                link.EntityAlias = "c";
                link.Columns = new ColumnSet(true);
                link.LinkCriteria.AddCondition("statecode", ConditionOperator.Equal, 0);
                query.AddOrder("name", OrderType.Descending);
                query.PageInfo = new PagingInfo { Count = 5, PageNumber = 2, PagingCookie = "c", ReturnTotalRecordCount = true };
                return query;
            default:
                var row = new Entity("account", Id) { RowVersion = "12", EntityState = EntityState.Changed };
                row["name"] = "Acme";
                row["empty"] = null;
                row["count"] = 3;
                row["big"] = 3L;
                row["rate"] = 1.5d;
                row["amount"] = 1.5m;
                row["revenue"] = new Money(12.5m);
                row["when"] = new DateTime(2026, 1, 1, 10, 0, 0, DateTimeKind.Utc);
                row["day"] = new DateTime(2026, 1, 1);
                row["yes"] = true;
                row["kind"] = new OptionSetValue(2);
                row["kinds"] = new OptionSetValueCollection { new OptionSetValue(2) };
                row["owner"] = new EntityReference("systemuser", Id) { Name = "Ana" };
                row["to"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", Id) }]);
                row["aliased"] = new AliasedValue("contact", "fullname", "Ana");
                row["other"] = Id;
                row.FormattedValues["kind"] = "Two";
                row.KeyAttributes["number"] = "7";
                row.RelatedEntities[new Relationship("account_contacts")] = new EntityCollection([new Entity("contact") { ["lastname"] = "B" }]) { EntityName = "contact" };
                return row;
        }
    }

    private static string Text(object value)
    {
        using var stream = new MemoryStream();
        new DataContractSerializer(typeof(ParameterCollection)).WriteObject(stream, value as ParameterCollection ?? new ParameterCollection { ["value"] = value });
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class EarlyBound : Entity
    {
        public EarlyBound()
            : base("account")
        {
        }
    }
}
