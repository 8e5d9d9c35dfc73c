using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>The obligations that a team looks after and on which something is unpaid, with those who are bound by them, page by page.</summary>
/// <param name="Rows">One for each obligation and customer.</param>
/// <param name="More">There is another page.</param>
internal sealed record TeamList(IReadOnlyList<TeamRow> Rows, bool More)
{
    private const string PartyAlias = "party";
    private const string CustomerAlias = "customer";

    /// <summary>What falls due within so many days is looked at: a reminder may be in place.</summary>
    private const int AheadDays = 14;

    /// <summary>Costs one request. What the caller may not see is not listed.</summary>
    /// <param name="team">The owner team, or one whose members own the obligations; null: what is the caller's own or his teams'.</param>
    /// <param name="page">1 for the first; the most overdue come first.</param>
    public static TeamList Read(IOrganizationService caller, Guid? team, DateTime now, int page, int pageSize)
    {
        var query = new QueryExpression(Tables.Obligation)
        {
            // a distinct query answers no id that is not asked for
            ColumnSet = new ColumnSet(Obligation.Fields.ObligationId, Obligation.Fields.Number, Obligation.Fields.Overdue),
            Distinct = true,
            PageInfo = new PagingInfo { PageNumber = page, Count = pageSize },
        };
        query.Criteria.AddCondition(Obligation.Fields.StateCode, ConditionOperator.Equal, 0);
        if (team is { } owner)
        {
            var members = query.AddLink("teammembership", Obligation.Fields.OwnerId, "systemuserid", JoinOperator.LeftOuter);
            members.EntityAlias = "member";
            members.LinkCriteria.AddCondition("teamid", ConditionOperator.Equal, owner);
            var either = query.Criteria.AddFilter(LogicalOperator.Or);
            either.AddCondition(Obligation.Fields.OwnerId, ConditionOperator.Equal, owner);
            either.AddCondition("member", "teamid", ConditionOperator.Equal, owner);
        }
        else
        {
            query.Criteria.AddCondition(new ConditionExpression(Obligation.Fields.OwnerId, ConditionOperator.EqualUserOrUserTeams));
        }

        query.AddOrder(Obligation.Fields.Overdue, OrderType.Descending);
        query.AddOrder(Obligation.Fields.Number, OrderType.Ascending);
        var open = query.AddLink(Tables.Installment, Obligation.Fields.ObligationId, Installment.Fields.ObligationId);
        open.LinkCriteria.AddCondition(Installment.Fields.StateCode, ConditionOperator.Equal, 0);
        open.LinkCriteria.AddCondition(Installment.Fields.DueDate, ConditionOperator.LessEqual, now.Date.AddDays(AheadDays));
        var party = query.AddLink(Tables.ObligationParty, Obligation.Fields.ObligationId, ObligationParty.Fields.ObligationId);
        party.EntityAlias = PartyAlias;
        party.Columns = new ColumnSet(ObligationParty.Fields.CustomerId);
        party.LinkCriteria.AddCondition(ObligationParty.Fields.StateCode, ConditionOperator.Equal, 0);
        var customer = party.AddLink(Tables.Customer, ObligationParty.Fields.CustomerId, Customer.Fields.CustomerId);
        customer.EntityAlias = CustomerAlias;
        customer.Columns = new ColumnSet(Customer.Fields.CustomerId, Customer.Fields.Name);

        var found = caller.RetrieveMultiple(query);
        return new TeamList([.. found.Entities.Select(Read)], found.MoreRecords);
    }

    private static TeamRow Read(Entity row) => new(
        row.GetAttributeValue<Guid>(Obligation.Fields.ObligationId),
        row.GetAttributeValue<string>(Obligation.Fields.Number) ?? "",
        (Guid)row.GetAttributeValue<AliasedValue>(CustomerAlias + "." + Customer.Fields.CustomerId).Value,
        row.GetAttributeValue<AliasedValue>(CustomerAlias + "." + Customer.Fields.Name)?.Value as string ?? "");
}

/// <summary>A customer who is bound by an obligation.</summary>
internal sealed record TeamRow(Guid Obligation, string Number, Guid Customer, string Name);
