using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value;

/// <summary>What a plan measures in: one currency at the rates of one stated day, and, where it names a price index, money of one month.</summary>
/// <remarks>
/// Rates of one day, so that a manager is not paid for the peso's fall; a price index, so that a book which grew by as much as prices has not grown.
/// Prices first, in the currency they rose in, then the rate.
/// </remarks>
internal sealed class MeasurementUnit
{
    private readonly IReadOnlyDictionary<string, decimal> rates;
    private readonly PriceIndex? prices;

    /// <param name="currency">ISO code of what is measured in.</param>
    /// <param name="rates">By ISO code: so much of the measurement currency for one unit. The measurement currency itself need not be there.</param>
    /// <param name="rateDate">The day whose rates they are.</param>
    /// <param name="prices">Null: as the money was worth on its day.</param>
    public MeasurementUnit(string currency, IReadOnlyDictionary<string, decimal> rates, CalendarDate rateDate, PriceIndex? prices = null)
    {
        Currency = currency;
        RateDate = rateDate;
        this.rates = rates;
        this.prices = prices;
    }

    public string Currency { get; }

    public CalendarDate RateDate { get; }

    /// <summary>An amount of another currency and day, measured; not rounded, so that parts add up.</summary>
    /// <exception cref="KeyNotFoundException">The currency has no rate, or the index no figure for the month.</exception>
    public decimal Measure(decimal amount, string currency, CalendarDate on)
    {
        var real = prices is null ? amount : prices.Deflate(amount, on);
        if (string.Equals(currency, Currency, StringComparison.OrdinalIgnoreCase)) return real;
        return rates.TryGetValue(currency, out var rate)
            ? real * rate
            : throw new KeyNotFoundException($"There is no rate of {RateDate} from {currency} to {Currency}.");
    }
}
