using System;
using System.Globalization;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.CustomerView.Identity;

/// <summary>Who answers to a customer's id: the one rule for every place where such an id comes in.</summary>
internal static class CustomerIdentity
{
    // joins keep chains one long; a chain that is longer is one whose joining was interrupted
    private const int LongestChain = 10;

    /// <summary>The customer into whom this one was merged, however often; the same id where it was merged into nobody or is not known.</summary>
    /// <remarks>One request for a customer who was never merged, one more for each merger. Safe against circles.</remarks>
    public static Guid Resolve(IOrganizationService service, Guid customer)
    {
        var answering = customer;
        for (var length = 0; length < LongestChain; length++)
        {
            if (Find(service, answering) is not { } row || MergedInto(row) is not { } next || next == customer) return answering;

            answering = next;
        }

        return answering;
    }

    /// <summary>The customer's row with its state, name, creation and <paramref name="columns"/>; null where there is none.</summary>
    public static Entity? Find(IOrganizationService service, Guid customer, params string[] columns)
    {
        var query = new QueryExpression(Tables.Customer) { ColumnSet = new ColumnSet(CustomerStatus.Columns), TopCount = 1 };
        query.ColumnSet.AddColumns(Customer.Fields.Name, Customer.Fields.CreatedOn);
        query.ColumnSet.AddColumns(columns);
        query.Criteria.AddCondition(Customer.Fields.CustomerId, ConditionOperator.Equal, customer);
        var rows = service.RetrieveMultiple(query).Entities;
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>The customer that this row was merged into; null where it stands for itself.</summary>
    public static Guid? MergedInto(Entity customer) =>
        customer.GetAttributeValue<OptionSetValue>(Customer.Fields.StatusCode)?.Value == CustomerStatus.Merged
            ? customer.GetAttributeValue<EntityReference>(Customer.Fields.MergedIntoId)?.Id
            : null;

    public static bool IsForgotten(Entity customer) => customer.GetAttributeValue<OptionSetValue>(Customer.Fields.StatusCode)?.Value == CustomerStatus.Forgotten;

    /// <summary>Whether the first of two customers is the older one, who keeps the id when they are joined.</summary>
    public static bool IsOlder(Entity one, Entity other)
    {
        var difference = one.GetAttributeValue<DateTime>(Customer.Fields.CreatedOn).CompareTo(other.GetAttributeValue<DateTime>(Customer.Fields.CreatedOn));
        return difference != 0 ? difference < 0 : string.CompareOrdinal(one.Id.ToString("D", CultureInfo.InvariantCulture), other.Id.ToString("D", CultureInfo.InvariantCulture)) < 0;
    }
}
