using System;
using System.Collections.Generic;
using Crm.Extensions.Compensation.Value.Contracts;
using Crm.Extensions.Compensation.Value.Purchases;

namespace Crm.Extensions.Compensation.Value;

/// <summary>What a customer would bring in the next twelve months anyway: the baseline above which development begins.</summary>
/// <remarks>Contribution, as value is. Purchases come without contract and loans and cards with one; each has its model, and no money is counted in both.</remarks>
internal sealed class ExpectedValue
{
    /// <summary>Twelve months, in the unit of the purchase models.</summary>
    public const double Weeks = 365.25 / 7;

    private ExpectedValue(decimal purchases, decimal contracts, ExpectationModel model)
    {
        Purchases = purchases;
        Contracts = contracts;
        Model = model;
    }

    /// <summary>Of purchases without contract.</summary>
    public decimal Purchases { get; }

    /// <summary>Of contracts that run.</summary>
    public decimal Contracts { get; }

    public decimal Amount => Purchases + Contracts;

    /// <summary>Which models stand behind the amount.</summary>
    public ExpectationModel Model { get; }

    /// <param name="purchases">Null for a customer who buys under contract only, or where no model could be fitted.</param>
    /// <param name="margin">The part of a unit of revenue that is left after cost to serve; below zero where serving costs more.</param>
    /// <param name="contracts">What each running contract is expected to bring; see <see cref="ContractForecast"/>.</param>
    public static ExpectedValue Of(PurchaseExpectation? purchases, decimal margin, IReadOnlyList<decimal> contracts)
    {
        var sum = 0m;
        foreach (var contract in contracts) sum += contract;
        var model = (purchases is null ? ExpectationModel.None : ExpectationModel.Purchases) | (contracts.Count == 0 ? ExpectationModel.None : ExpectationModel.Contracts);
        return new ExpectedValue(Money(purchases?.Revenue ?? 0, margin), sum, model);
    }

    /// <summary>Where no model of purchases could be fitted: what is carried on from the past, said so.</summary>
    /// <param name="purchases">Contribution to be expected of purchases.</param>
    /// <param name="contracts">What each running contract is expected to bring.</param>
    public static ExpectedValue CarriedOn(decimal purchases, IReadOnlyList<decimal> contracts)
    {
        var modelled = Of(null, 0, contracts);
        return new ExpectedValue(Math.Round(purchases, 2, MidpointRounding.AwayFromZero), modelled.Contracts, modelled.Model | ExpectationModel.Trailing);
    }

    private static decimal Money(double revenue, decimal margin) => Math.Round((decimal)revenue * margin, 2, MidpointRounding.AwayFromZero);
}

/// <summary>The models behind an expectation.</summary>
[Flags]
internal enum ExpectationModel
{
    /// <summary>Nothing is known that one could expect by.</summary>
    None = 0,

    /// <summary>BG/NBD and gamma–gamma.</summary>
    Purchases = 1,

    /// <summary>Margin times survival.</summary>
    Contracts = 2,

    /// <summary>The last twelve months carried on, with the tenant's own retention where it could be measured.</summary>
    Trailing = 4,
}
