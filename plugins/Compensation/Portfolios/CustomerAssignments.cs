using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>Who answers for one customer.</summary>
internal sealed class CustomerAssignments
{
    private const int MostRows = 500;

    private readonly IOrganizationService service;
    private readonly Guid customer;

    public CustomerAssignments(IOrganizationService service, Guid customer)
    {
        this.service = service;
        this.customer = customer;
    }

    /// <summary>
    /// Keeps everybody else from changing this customer's assignments until the transaction ends, by writing the customer's row, and reads what is committed by then.
    /// Two requests.
    /// </summary>
    /// <remarks>Without it two who assign the same customer at once would each see the other's row too late.</remarks>
    /// <returns>The manager that stands on the customer's row.</returns>
    public EntityReference? Lock()
    {
        var present = service.Retrieve(Tables.Customer, customer, new ColumnSet(Customer.Fields.ManagerId)).GetAttributeValue<EntityReference>(Customer.Fields.ManagerId);
        service.Update(new Entity(Tables.Customer, customer) { [Customer.Fields.ManagerId] = present });
        return present;
    }

    /// <summary>One request.</summary>
    /// <param name="inactive">Also those that were taken back.</param>
    public IReadOnlyList<Assignment> Read(bool inactive = false)
    {
        var query = new QueryExpression(Tables.CreditAssignment) { ColumnSet = new ColumnSet(Assignment.Columns), TopCount = MostRows };
        query.Criteria.AddCondition(CreditAssignment.Fields.CustomerId, ConditionOperator.Equal, customer);
        if (!inactive) query.Criteria.AddCondition(CreditAssignment.Fields.StateCode, ConditionOperator.Equal, 0);
        query.AddOrder(CreditAssignment.Fields.From, OrderType.Ascending);
        return [.. service.RetrieveMultiple(query).Entities.Select(Assignment.Read).OfType<Assignment>()];
    }

    /// <summary>Puts the manager on the customer's row where another stands there.</summary>
    public void Show(Guid? manager, EntityReference? present)
    {
        if (manager == present?.Id) return;
        service.Update(new Entity(Tables.Customer, customer) { [Customer.Fields.ManagerId] = manager is { } id ? new EntityReference(Tables.Worker, id) : null });
    }
}
