using System;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Requests that a statement costs: reading does not grow with the number of customers, or of workers calculated together.</summary>
public sealed class StatementBudgetStories
{
    [Fact]
    public void A_statement_keeps_to_its_budget_whatever_the_number_of_customers()
    {
        using var house = StatementStories.Kept();
        for (var customer = 0; customer < 20; customer++) house.AddCustomer("Customer " + customer, house.Worker, 1000m, 1000m);
        house.Calculate(house.Worker);

        // unchanged and warm: two rows as the caller, the period, and one request to each kind of row
        Assert.Equal(28, Count(house, () => house.Calculate(house.Worker)));

        // the settings and the privilege that makes an owner are read anew
        house.Settle();
        Assert.InRange(Count(house, () => house.Calculate(house.Worker)), 28, 31);
    }

    [Fact]
    public void Reading_a_statement_costs_four_requests()
    {
        using var house = StatementStories.Kept();
        var statement = house.Calculate(house.Worker);
        house.Approve(statement, house.HrUser);
        house.Seen(statement, house.WorkerUser);

        Assert.Equal(4, Count(house, () => house.Seen(statement, house.WorkerUser)));
    }

    private static int Count(PayHouse house, Action act)
    {
        house.Tenant.Dataverse.Requests.Clear();
        act();
        return house.Tenant.Dataverse.Requests.OfSteps;
    }
}
