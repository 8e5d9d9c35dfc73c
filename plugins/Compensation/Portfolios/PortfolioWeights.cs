using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>
/// How much of a manager's work a customer is: half for being one customer among all, half for his part of all potential. A book of many small
/// customers and one of few large ones can so be equally heavy.
/// </summary>
/// <remarks>Whole numbers (parts of a billion), so that sums do not depend on the order in which they are made.</remarks>
internal static class PortfolioWeights
{
    private const decimal Half = 500_000_000m;

    public static IReadOnlyDictionary<Guid, long> Of(IReadOnlyCollection<PortfolioCustomer> customers)
    {
        // amounts of different currencies are not added up: each currency's customers share its part of the potential by their number
        var totals = customers.GroupBy(customer => customer.Currency, StringComparer.Ordinal).ToDictionary(
            group => group.Key, group => new { Total = group.Sum(Positive), Part = Half * group.Count() / customers.Count, Count = group.Count() }, StringComparer.Ordinal);
        return customers.ToDictionary(customer => customer.Id, customer =>
        {
            var currency = totals[customer.Currency];
            var potential = currency.Total == 0 ? currency.Part / currency.Count : currency.Part * (Positive(customer) / currency.Total);
            return (long)Math.Round((Half / customers.Count) + potential, MidpointRounding.AwayFromZero);
        });
    }

    private static decimal Positive(PortfolioCustomer customer) => Math.Max(0, customer.Potential);
}
