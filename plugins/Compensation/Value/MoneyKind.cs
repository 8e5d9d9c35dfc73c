namespace Crm.Extensions.Compensation.Value;

/// <summary>What money between a customer and the house is, as finance has it.</summary>
internal enum MoneyKind
{
    Revenue,

    /// <summary>What serving this customer cost: goods, funds, visits, calls.</summary>
    CostToServe,

    /// <summary>Charged for what is no product: a late fee, an inactive account.</summary>
    Fee,

    /// <summary>Charged as a punishment.</summary>
    Penalty,

    /// <summary>Given back because the purchase was undone.</summary>
    Refund,

    /// <summary>Given back because it was wrongly taken.</summary>
    Redress,

    /// <summary>Given as an apology.</summary>
    Goodwill,
}
