using System;
using System.Collections.Generic;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>What the plans of a period measure customers in, with the rates and prices that were found.</summary>
internal sealed class Measurement
{
    private readonly MeasurementUnit unit;
    private readonly IReadOnlyDictionary<string, decimal> rates;
    private readonly HashSet<int> months;

    /// <param name="rates">By ISO code, of <paramref name="rateDate"/>.</param>
    /// <param name="index">The price index's code; empty: as the money was worth on its day.</param>
    /// <param name="levels">Of the index.</param>
    /// <exception cref="MissingFigureException">The index has no figure for the month of the rate date.</exception>
    public Measurement(string currency, CalendarDate rateDate, IReadOnlyDictionary<string, decimal> rates, string index, IReadOnlyDictionary<CalendarDate, decimal> levels, CutOffText? cutOffs)
    {
        Currency = currency;
        RateDate = rateDate;
        Index = index;
        CutOffs = cutOffs;
        this.rates = rates;
        months = [];
        foreach (var day in levels.Keys) months.Add(Month(day));
        if (index.Length > 0) DemandMonth(rateDate);
        unit = new MeasurementUnit(currency, rates, rateDate, index.Length == 0 ? null : new PriceIndex(index, levels, rateDate));
    }

    public string Currency { get; }

    public CalendarDate RateDate { get; }

    public string Index { get; }

    /// <summary>HR's; null where the plans name none.</summary>
    public CutOffText? CutOffs { get; }

    /// <exception cref="MissingFigureException">There is no rate of the currency, or no figure of the index for the month.</exception>
    public decimal Measure(decimal amount, string currency, CalendarDate on)
    {
        if (!string.Equals(currency, Currency, StringComparison.OrdinalIgnoreCase) && !rates.ContainsKey(currency)) throw new MissingFigureException("NoRate", currency, Currency, RateDate);
        if (Index.Length > 0) DemandMonth(on);
        return unit.Measure(amount, currency, on);
    }

    private void DemandMonth(CalendarDate on)
    {
        if (!months.Contains(Month(on))) throw new MissingFigureException("NoPrices", Index, FormattableString.Invariant($"{on.Year}-{on.Month:00}"));
    }

    private static int Month(CalendarDate day) => (day.Year * 12) + day.Month;
}
