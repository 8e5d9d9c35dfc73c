using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>E-mails that were held back at sending: drafts whose decision is "moved" (one that was sent keeps that decision, also when the mail server failed to deliver it), with the time at which they may go out.</summary>
internal static class HeldEmails
{
    /// <summary>For so long a released e-mail belongs to the job that sends it; if it is still a draft then, it is released again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    private static readonly ColumnSet Columns =
        new(ContactColumns.State, ContactColumns.Status, ContactColumns.Decision, ContactColumns.NextAllowedAt, ContactColumns.Owner, ContactColumns.Customer, ContactColumns.Purpose);

    /// <summary>Those whose hour has come, the longest due first.</summary>
    public static IReadOnlyList<Entity> Due(IOrganizationService system, DateTime now, int most)
    {
        var query = new QueryExpression(Tables.Email) { ColumnSet = Columns, TopCount = most };
        query.Criteria.AddCondition(ContactColumns.Status, ConditionOperator.Equal, ActivityState.Draft);
        query.Criteria.AddCondition(ContactColumns.Decision, ConditionOperator.Equal, Choice.Of(Decision.Moved).Value);
        query.Criteria.AddCondition(ContactColumns.NextAllowedAt, ConditionOperator.LessEqual, now);
        query.AddOrder(ContactColumns.NextAllowedAt, OrderType.Ascending);
        return system.RetrieveMultiple(query).Entities.ToList();
    }

    /// <summary>The e-mail as it stands, or null where it was deleted.</summary>
    public static Entity? Find(IOrganizationService system, Guid email)
    {
        var query = new QueryExpression(Tables.Email) { ColumnSet = Columns, TopCount = 1 };
        query.Criteria.AddCondition(Email.Fields.ActivityId, ConditionOperator.Equal, email);
        return system.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    public static bool IsHeld(Entity email) =>
        (email.GetAttributeValue<OptionSetValue>(ContactColumns.Status)?.Value ?? ActivityState.Draft) == ActivityState.Draft
        && Choice.Read<Decision>(email.GetAttributeValue<OptionSetValue>(ContactColumns.Decision)) == Decision.Moved;

    /// <summary>The customer to whom a message of service goes; null: it is of another purpose.</summary>
    public static Guid? ServiceTo(Entity email) =>
        Choice.Read<Purpose>(email.GetAttributeValue<OptionSetValue>(ContactColumns.Purpose)) == Purpose.Service ? email.GetAttributeValue<EntityReference>(ContactColumns.Customer)?.Id : null;

    /// <summary>When a held e-mail may go out, or until when it is leased.</summary>
    public static DateTime? Until(Entity email) => email.GetAttributeValue<DateTime?>(ContactColumns.NextAllowedAt);
}
