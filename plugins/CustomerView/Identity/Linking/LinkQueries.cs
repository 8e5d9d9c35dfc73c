using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity.Linking;

/// <summary>What linking asks: by primary keys and look-ups only, which are indexed.</summary>
internal static class LinkQueries
{
    /// <summary>Aliases of the two links of a review.</summary>
    public const string LeftAlias = "left";
    public const string RightAlias = "right";

    private static readonly string[] LinkColumns =
    [
        SourceLink.Fields.Name, SourceLink.Fields.CustomerId, SourceLink.Fields.SourceId, SourceLink.Fields.RecordTable, SourceLink.Fields.RecordId, SourceLink.Fields.GroupId,
        SourceLink.Fields.Identity, SourceLink.Fields.Score, SourceLink.Fields.Explanation, SourceLink.Fields.Stage, SourceLink.Fields.StatusCode, SourceLink.Fields.StateCode,
    ];

    private static readonly string[] ReviewColumns =
    [
        ClericalReview.Fields.LeftLinkId, ClericalReview.Fields.RightLinkId, ClericalReview.Fields.Decision, ClericalReview.Fields.StatusCode, ClericalReview.Fields.Score,
    ];

    /// <summary>A department's row, as it is now.</summary>
    public static QueryExpression Record(string table, Guid id)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(RecordColumns.Read(table)) };
        query.Criteria.AddCondition(table + "id", ConditionOperator.Equal, id);
        return query;
    }

    /// <summary>The link of a record, with its customer.</summary>
    public static QueryExpression LinkOf(string table, Guid record)
    {
        var query = Links();
        query.Criteria.AddCondition(SourceLink.Fields.RecordTable, ConditionOperator.Equal, table);
        query.Criteria.AddCondition(SourceLink.Fields.RecordId, ConditionOperator.Equal, DerivedIds.Text(record));
        return query;
    }

    /// <summary>A link as it is now.</summary>
    public static QueryExpression Link(Guid id)
    {
        var query = Links();
        query.Criteria.AddCondition(SourceLink.Fields.SourceLinkId, ConditionOperator.Equal, id);
        return query;
    }

    /// <summary>Links as they are now.</summary>
    public static QueryExpression Links(IReadOnlyList<Guid> ids)
    {
        var query = Links();
        query.Criteria.AddCondition(SourceLink.Fields.SourceLinkId, ConditionOperator.In, Values(ids));
        return query;
    }

    /// <summary>The two links of a review.</summary>
    public static QueryExpression EndsOf(Guid review)
    {
        var query = Links();
        var left = query.AddLink(Tables.ClericalReview, SourceLink.Fields.SourceLinkId, ClericalReview.Fields.LeftLinkId, JoinOperator.LeftOuter);
        left.EntityAlias = LeftAlias;
        left.LinkCriteria.AddCondition(ClericalReview.Fields.ClericalReviewId, ConditionOperator.Equal, review);
        var right = query.AddLink(Tables.ClericalReview, SourceLink.Fields.SourceLinkId, ClericalReview.Fields.RightLinkId, JoinOperator.LeftOuter);
        right.EntityAlias = RightAlias;
        right.LinkCriteria.AddCondition(ClericalReview.Fields.ClericalReviewId, ConditionOperator.Equal, review);
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition(LeftAlias, ClericalReview.Fields.ClericalReviewId, ConditionOperator.Equal, review);
        either.AddCondition(RightAlias, ClericalReview.Fields.ClericalReviewId, ConditionOperator.Equal, review);
        return query;
    }

    /// <summary>The blocking keys that a record's link has.</summary>
    public static QueryExpression KeysOf(string table, Guid record)
    {
        var query = new QueryExpression(Tables.IdentityKey) { ColumnSet = new ColumnSet(IdentityKey.Fields.BlockId) };
        var link = query.AddLink(Tables.SourceLink, IdentityKey.Fields.SourceLinkId, SourceLink.Fields.SourceLinkId);
        link.LinkCriteria.AddCondition(SourceLink.Fields.RecordTable, ConditionOperator.Equal, table);
        link.LinkCriteria.AddCondition(SourceLink.Fields.RecordId, ConditionOperator.Equal, DerivedIds.Text(record));
        return query;
    }

    /// <summary>The live links that share a block which says something.</summary>
    public static QueryExpression? Sharing(IReadOnlyList<Guid> blocks)
    {
        if (blocks.Count == 0) return null;

        var query = Links();
        query.Distinct = true;
        query.ColumnSet.AddColumn(SourceLink.Fields.SourceLinkId);
        query.Criteria.AddCondition(SourceLink.Fields.StateCode, ConditionOperator.Equal, (int)SourceLink_StateCode.Active);
        var key = query.AddLink(Tables.IdentityKey, SourceLink.Fields.SourceLinkId, IdentityKey.Fields.SourceLinkId);
        key.LinkCriteria.AddCondition(IdentityKey.Fields.BlockId, ConditionOperator.In, Values(blocks));
        var block = key.AddLink(Tables.IdentityBlock, IdentityKey.Fields.BlockId, IdentityBlock.Fields.IdentityBlockId);
        block.LinkCriteria.AddCondition(IdentityBlock.Fields.Suppressed, ConditionOperator.Equal, false);
        return query;
    }

    /// <summary>Of these blocks those that say nothing.</summary>
    public static QueryExpression? Suppressed(IReadOnlyList<Guid> blocks)
    {
        if (blocks.Count == 0) return null;

        var query = SuppressedBlocks();
        query.Criteria.AddCondition(IdentityBlock.Fields.IdentityBlockId, ConditionOperator.In, Values(blocks));
        return query;
    }

    /// <summary>The blocks of the groups' links that say nothing.</summary>
    public static QueryExpression SuppressedIn(IReadOnlyList<Guid> groups)
    {
        var query = SuppressedBlocks();
        query.Distinct = true;
        var link = query.AddLink(Tables.IdentityKey, IdentityBlock.Fields.IdentityBlockId, IdentityKey.Fields.BlockId)
            .AddLink(Tables.SourceLink, IdentityKey.Fields.SourceLinkId, SourceLink.Fields.SourceLinkId);
        AddGroups(link.LinkCriteria, groups);
        return query;
    }

    /// <summary>The joins and splits that are asked for and not done yet, of the customers of the groups' links.</summary>
    public static QueryExpression PendingIn(IReadOnlyList<Guid> groups)
    {
        var query = new QueryExpression(Tables.IdentityOperation)
        {
            Distinct = true,
            ColumnSet = new ColumnSet(OperationColumns.Id, OperationColumns.Kind, OperationColumns.From, OperationColumns.To, OperationColumns.Links),
        };
        query.Criteria.AddCondition(OperationColumns.State, ConditionOperator.Equal, OperationColumns.Active);
        AddGroups(query.AddLink(Tables.SourceLink, OperationColumns.From, SourceLink.Fields.CustomerId).LinkCriteria, groups);
        return query;
    }

    /// <summary>Which of the hashes belong to people who were forgotten.</summary>
    public static QueryExpression? Forgotten(IReadOnlyList<string> hashes)
    {
        if (hashes.Count == 0) return null;

        var query = new QueryExpression(Tables.Suppression) { ColumnSet = new ColumnSet(Suppression.Fields.Hash, Suppression.Fields.OptOuts) };
        query.Criteria.AddCondition(Suppression.Fields.Hash, ConditionOperator.In, hashes.Select(hash => (object)hash).ToArray());
        return query;
    }

    /// <summary>The live links of the customer that a record is linked to so far.</summary>
    public static QueryExpression MatesOf(string table, Guid record)
    {
        var query = Links();
        query.Criteria.AddCondition(SourceLink.Fields.StateCode, ConditionOperator.Equal, (int)SourceLink_StateCode.Active);
        var own = query.AddLink(Tables.SourceLink, SourceLink.Fields.CustomerId, SourceLink.Fields.CustomerId);
        own.LinkCriteria.AddCondition(SourceLink.Fields.RecordTable, ConditionOperator.Equal, table);
        own.LinkCriteria.AddCondition(SourceLink.Fields.RecordId, ConditionOperator.Equal, DerivedIds.Text(record));
        return query;
    }

    /// <summary>The live links of customers.</summary>
    public static QueryExpression? OfCustomers(IReadOnlyList<Guid> customers)
    {
        if (customers.Count == 0) return null;

        var query = Links();
        query.Criteria.AddCondition(SourceLink.Fields.StateCode, ConditionOperator.Equal, (int)SourceLink_StateCode.Active);
        query.Criteria.AddCondition(SourceLink.Fields.CustomerId, ConditionOperator.In, Values(customers));
        return query;
    }

    /// <summary>The live links of groups, each group named by its smallest link.</summary>
    public static QueryExpression Members(IReadOnlyList<Guid> groups)
    {
        var query = Links();
        query.Criteria.AddCondition(SourceLink.Fields.StateCode, ConditionOperator.Equal, (int)SourceLink_StateCode.Active);
        AddGroups(query.Criteria, groups);
        return query;
    }

    /// <summary>The reviews of one link, with the group of the other.</summary>
    public static QueryExpression ReviewsOf(Guid link)
    {
        var query = Reviews();
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition(ClericalReview.Fields.LeftLinkId, ConditionOperator.Equal, link);
        either.AddCondition(ClericalReview.Fields.RightLinkId, ConditionOperator.Equal, link);
        AddEnd(query, ClericalReview.Fields.LeftLinkId, LeftAlias);
        AddEnd(query, ClericalReview.Fields.RightLinkId, RightAlias);
        return query;
    }

    /// <summary>The reviews whose left link is in one of the groups: of a pair inside them, whichever way round.</summary>
    public static QueryExpression ReviewsIn(IReadOnlyList<Guid> groups)
    {
        var query = Reviews();
        AddGroups(AddEnd(query, ClericalReview.Fields.LeftLinkId, LeftAlias, JoinOperator.Inner).LinkCriteria, groups);
        AddEnd(query, ClericalReview.Fields.RightLinkId, RightAlias);
        return query;
    }

    private static QueryExpression SuppressedBlocks()
    {
        var query = new QueryExpression(Tables.IdentityBlock) { ColumnSet = new ColumnSet(IdentityBlock.Fields.IdentityBlockId, IdentityBlock.Fields.Hash) };
        query.Criteria.AddCondition(IdentityBlock.Fields.Suppressed, ConditionOperator.Equal, true);
        return query;
    }

    // a link that is in no group yet is one by itself
    private static void AddGroups(FilterExpression filter, IReadOnlyList<Guid> groups)
    {
        var either = filter.AddFilter(LogicalOperator.Or);
        either.AddCondition(SourceLink.Fields.SourceLinkId, ConditionOperator.In, Values(groups));
        either.AddCondition(SourceLink.Fields.GroupId, ConditionOperator.In, Values(groups));
    }

    private static QueryExpression Reviews() => new(Tables.ClericalReview) { ColumnSet = new ColumnSet(ReviewColumns) };

    private static LinkEntity AddEnd(QueryExpression query, string column, string alias, JoinOperator join = JoinOperator.LeftOuter)
    {
        var end = query.AddLink(Tables.SourceLink, column, SourceLink.Fields.SourceLinkId, join);
        end.EntityAlias = alias;
        end.Columns = new ColumnSet(SourceLink.Fields.GroupId, SourceLink.Fields.StateCode);
        return end;
    }

    private static QueryExpression Links()
    {
        var query = new QueryExpression(Tables.SourceLink) { ColumnSet = new ColumnSet(LinkColumns) };
        var customer = query.AddLink(Tables.Customer, SourceLink.Fields.CustomerId, Customer.Fields.CustomerId, JoinOperator.LeftOuter);
        customer.EntityAlias = LinkedCustomer.Alias;
        customer.Columns = new ColumnSet(Customer.Fields.CreatedOn, Customer.Fields.StateCode, Customer.Fields.Stage, Customer.Fields.MergedIntoId);
        var source = query.AddLink(Tables.CustomerSource, SourceLink.Fields.SourceId, CustomerSource.Fields.SourceId, JoinOperator.LeftOuter);
        source.EntityAlias = KnownLink.SourceAlias;
        source.Columns = new ColumnSet(CustomerSource.Fields.Code, CustomerSource.Fields.Clean);
        return query;
    }

    private static object[] Values(IEnumerable<Guid> ids) => ids.Select(id => (object)id).ToArray();
}
