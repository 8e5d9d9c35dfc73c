using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>
/// The law at the customer's residence and the law of the contract at once: a contact must suit both, each value with its own country's holidays.
/// Clocks, state and the holidays that people keep are the residence's; bank days and due dates the contract's.
/// </summary>
internal static class PackIntersection
{
    public static CountryPack Of(CountryPack residence, CountryPack contract) => ReferenceEquals(residence, contract) || residence.Version == contract.Version ? residence : new CountryPack
    {
        Country = residence.Country,
        State = residence.State,
        States = residence.States,
        StateByName = residence.StateByName,
        EnglishName = residence.EnglishName,
        SpanishName = residence.SpanishName,
        Version = residence.Version + "+" + contract.Version,
        Clocks = residence.Clocks,
        Exemptions = [.. residence.Exemptions.Where(exemption => contract.ExemptionOf(exemption.Purpose) is not null)],
        Hours = [.. Both(residence.Hours, contract.Hours)],
        Caps = [.. Both(residence.Caps, contract.Caps)],
        Rests = [.. Both(residence.Rests, contract.Rests)],
        ForbiddenChannels = [.. Both(residence.ForbiddenChannels, contract.ForbiddenChannels)],
        HoursWaiver = contract.HoursWaiver is null ? null : residence.HoursWaiver,
        OptOut = Law(residence.OptOut, contract.OptOut),
        CustomerWindow = Law(residence.CustomerWindow, contract.CustomerWindow),
        ChannelAuthorisation = Law(residence.ChannelAuthorisation, contract.ChannelAuthorisation),
        NoOffersInService = residence.NoOffersInService is null || contract.NoOffersInService is null
            ? residence.NoOffersInService ?? contract.NoOffersInService
            : Law(residence.NoOffersInService, contract.NoOffersInService),
        AllowedRoles = [.. residence.AllowedRoles.Where(role => contract.AllowedRoles.Any(other => other.Role == role.Role))],
        Settlement = residence.Settlement.And(contract.Settlement),
        Materialities = [.. Both(residence.Materialities, contract.Materialities).GroupBy(value => value.Currency).Select(group => group.OrderByDescending(value => value.Amount).First())],
        LimitDecreases = Pairs(residence.LimitDecreases, contract.LimitDecreases, value => value.Validity, (a, b, validity) => a.And(b) with { Validity = validity }),
        LimitIncreases = Pairs(residence.LimitIncreases, contract.LimitIncreases, value => value.Validity, (a, b, validity) => a.And(b) with { Validity = validity }),
        Blocks = Pairs(residence.Blocks, contract.Blocks, value => value.Validity, (a, b, validity) => a.And(b) with { Validity = validity }),
        Retentions = [.. Both(residence.Retentions, contract.Retentions).GroupBy(value => value.What).Select(group => group.OrderByDescending(value => value.Months).First())],
        PublicHolidays = residence.PublicHolidays,
        PublicHolidaySource = residence.PublicHolidaySource,
        BankHolidays = contract.BankHolidays,
        BankHolidaySource = contract.BankHolidaySource,
        DueDates = contract.DueDates,
        HistoryDays = Math.Max(residence.HistoryDays, contract.HistoryDays),
    };

    private static IEnumerable<T> Both<T>(IReadOnlyList<T> residence, IReadOnlyList<T> contract) => residence.Concat(contract);

    private static RuleSource Law(RuleSource residence, RuleSource contract) => residence.IsLaw || !contract.IsLaw ? residence : contract;

    /// <summary>Each term of one with each of the other that it shares days with.</summary>
    private static IReadOnlyList<T> Pairs<T>(IReadOnlyList<T> residence, IReadOnlyList<T> contract, Func<T, Validity> validity, Func<T, T, Validity, T> both) =>
    [
        .. residence.SelectMany(_ => contract, (a, b) => new { a, b, days = validity(a).And(validity(b)) })
            .Where(pair => pair.days is not null)
            .Select(pair => both(pair.a, pair.b, pair.days!)),
    ];
}
