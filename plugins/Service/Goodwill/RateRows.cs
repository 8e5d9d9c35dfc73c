using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Fields = Crm.Extensions.Model.ExchangeRate.Fields;
using Tables = Crm.Extensions.Model.Tables;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>Rates of exchange as rows have them. Configuration: at most a minute old.</summary>
internal sealed class RateRows
{
    private const string Currency = "transactioncurrency";
    private const int MostRates = 5000;
    private const int Inactive = 1;

    private RateRows(ExchangeRates rates) => Rates = rates;

    public ExchangeRates Rates { get; }

    public static ExchangeRates Of(Execution execution) => execution.Configuration(Read).Rates;

    private static RateRows Read(IOrganizationService system) => new(new ExchangeRates(Recorded(system), Currencies(system)));

    // the latest of each pair are all that a grant of today needs
    private static List<RecordedRate> Recorded(IOrganizationService system)
    {
        var query = new QueryExpression(Tables.ExchangeRate)
        {
            ColumnSet = new ColumnSet(Fields.FromCurrency, Fields.ToCurrency, Fields.On, Fields.Rate),
            TopCount = MostRates,
        };
        query.AddOrder(Fields.On, OrderType.Descending);
        return
        [
            .. system.RetrieveMultiple(query).Entities.Where(row => row.Contains(Fields.On)).Select(row => new RecordedRate(
                Code(row.GetAttributeValue<string>(Fields.FromCurrency)),
                Code(row.GetAttributeValue<string>(Fields.ToCurrency)),
                CustomerRows.Day(row, Fields.On)!.Value,
                row.GetAttributeValue<decimal?>(Fields.Rate) ?? 0)),
        ];
    }

    private static List<TenantCurrency> Currencies(IOrganizationService system)
    {
        var query = new QueryExpression(Currency) { ColumnSet = new ColumnSet("isocurrencycode", "exchangerate", "modifiedon", "statecode") };
        return
        [
            .. system.RetrieveMultiple(query).Entities.Where(row => row.GetAttributeValue<OptionSetValue>("statecode")?.Value != Inactive).Select(row => new TenantCurrency(
                row.Id,
                Code(row.GetAttributeValue<string>("isocurrencycode")),
                row.GetAttributeValue<decimal?>("exchangerate") ?? 0,
                CalendarDate.Of(row.GetAttributeValue<DateTime>("modifiedon")))),
        ];
    }

    private static string Code(string? code) => (code ?? "").Trim().ToUpperInvariant();
}
