using System;
using System.Collections.Generic;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>What somebody wants to spend, on whom.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="CurrencyRow">The tenant's row of it.</param>
internal sealed record GoodwillWish(decimal Amount, string Currency, Guid CurrencyRow, GoodwillPlace Place)
{
    public string Say(Language language) => new CustomerFormat(language, Place.Customer.Country).Amount(Amount, Currency);

    public string Say(decimal amount, string currency, Language language) => new CustomerFormat(language, Place.Customer.Country).Amount(amount, currency);
}

/// <summary>A wish as it was judged by one holder's limit, whose pool and whose case are locked by then.</summary>
/// <param name="InLimit">The amount in the limit's currency.</param>
/// <param name="Spent">What was granted there before, by currency.</param>
internal sealed record JudgedWish(
    EmpowermentLimit Limit, ConversionRate Rate, decimal InLimit, GoodwillPool Pool, GoodwillRuling Ruling, IReadOnlyList<KeyValuePair<string, decimal>> Spent)
{
    public decimal LeftOnCaseAfter => Ruling.LeftOnCase - InLimit;

    public decimal? LeftInMonthAfter => Ruling.LeftInMonth is { } left ? Math.Max(0, left - InLimit) : null;
}
