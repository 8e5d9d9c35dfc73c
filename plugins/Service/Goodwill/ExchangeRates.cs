using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>A rate that was recorded for a day: one unit of a currency in units of another.</summary>
internal sealed record RecordedRate(string From, string To, CalendarDate On, decimal Rate);

/// <summary>A currency as the tenant keeps it.</summary>
/// <param name="PerBase">Units of it for one unit of the tenant's base currency.</param>
/// <param name="On">When that was last written.</param>
internal sealed record TenantCurrency(Guid Id, string Code, decimal PerBase, CalendarDate On);

/// <summary>The rate at which an amount was converted, and the day it is of: both are kept with the grant.</summary>
internal sealed record ConversionRate(decimal Rate, CalendarDate On)
{
    private const decimal Cents = 100m;

    /// <summary>The amount in the other currency, to the cent; what is left over counts as a cent, so that rounding never lets a hard limit be passed.</summary>
    /// <exception cref="OverflowException">It is more than any amount can be.</exception>
    public decimal Convert(decimal amount) => Math.Ceiling(amount * Rate * Cents) / Cents;
}

/// <summary>Recorded rates of exchange: crmx_exchangerate first, the tenant's own currencies where it has none.</summary>
internal sealed class ExchangeRates
{
    private const int Decimals = 10;

    private readonly IReadOnlyList<RecordedRate> recorded;
    private readonly IReadOnlyDictionary<string, TenantCurrency> currencies;

    public ExchangeRates(IEnumerable<RecordedRate> recorded, IEnumerable<TenantCurrency> currencies)
    {
        this.recorded = [.. recorded.Where(rate => rate.Rate > 0)];
        this.currencies = currencies.GroupBy(currency => currency.Code, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    /// <summary>The tenant's row of a currency; null where it has none.</summary>
    public TenantCurrency? Currency(string code) => currencies.TryGetValue(code, out var currency) ? currency : null;

    /// <summary>The code of one of the tenant's currencies; null where it has no such row.</summary>
    public string? CodeOf(Guid row) => currencies.Values.FirstOrDefault(currency => currency.Id == row)?.Code;

    /// <summary>
    /// The latest rate recorded on or before that day, in this direction or turned round; else what the tenant's currencies say, as of the older of the
    /// two. Null where nothing is recorded.
    /// </summary>
    public ConversionRate? Find(string from, string to, CalendarDate on)
    {
        if (from == to) return new ConversionRate(1, on);

        var known = recorded
            .Where(rate => rate.On <= on && ((rate.From == from && rate.To == to) || (rate.From == to && rate.To == from)))
            .OrderByDescending(rate => rate.On).ThenByDescending(rate => rate.From == from)
            .FirstOrDefault();
        if (known is not null) return Rate(known.From == from ? known.Rate : 1 / known.Rate, known.On);

        return Currency(from) is { PerBase: > 0 } source && Currency(to) is { PerBase: > 0 } target
            ? Rate(target.PerBase / source.PerBase, source.On <= target.On ? source.On : target.On)
            : null;
    }

    // a rate so small that its column would keep it as nothing would make any amount free
    private static ConversionRate? Rate(decimal rate, CalendarDate on) => Math.Round(rate, Decimals) is > 0 and var kept ? new ConversionRate(kept, on) : null;
}
