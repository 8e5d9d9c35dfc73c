using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>Reads what the plans of a period measure in: three requests, four with a price index; a fifth where no plan says a currency.</summary>
internal sealed class MeasurementReader
{
    private readonly IOrganizationService service;

    public MeasurementReader(IOrganizationService service) => this.service = service;

    /// <summary>ISO code by currency row.</summary>
    public IReadOnlyDictionary<Guid, string> Currencies { get; private set; } = new Dictionary<Guid, string>();

    /// <exception cref="MissingFigureException">Plans of the period measure differently, or a figure that they name is missing.</exception>
    public Measurement Read(ValuePeriod period)
    {
        Currencies = service.RetrieveMultiple(new QueryExpression("transactioncurrency") { ColumnSet = new ColumnSet("isocurrencycode") }).Entities
            .ToDictionary(row => row.Id, row => row.GetAttributeValue<string>("isocurrencycode") ?? "");
        var all = Plans(period);

        // a plan that says nothing of it measures nobody, or as the others do
        var plans = all.Where(one => one.MeasurementCurrencyId is not null).ToList();
        var plan = plans.Count > 0 ? plans[0] : all.FirstOrDefault();
        foreach (var other in plans.Skip(1))
        {
            if (!SameMeasure(plan!, other)) throw new MissingFigureException("PlansDiffer", Name(plan!), Name(other));
        }

        var currency = plan is null ? Base() : Iso(plan.MeasurementCurrencyId ?? plan.PayCurrencyId);
        var rateDate = plan?.RateDate is { } day ? CalendarDate.Of(day) : period.From;
        var index = plan?.PriceIndex ?? "";
        return new Measurement(currency, rateDate, Rates(currency, rateDate), index, index.Length == 0 ? new Dictionary<CalendarDate, decimal>() : Levels(index), CutOffs(plan));
    }

    private List<CompensationPlan> Plans(ValuePeriod period)
    {
        var query = new QueryExpression(Tables.CompensationPlan)
        {
            ColumnSet = new ColumnSet(
                CompensationPlan.Fields.Code, CompensationPlan.Fields.Version, CompensationPlan.Fields.MeasurementCurrencyId, CompensationPlan.Fields.PayCurrencyId, CompensationPlan.Fields.RateDate,
                CompensationPlan.Fields.PriceIndex, CompensationPlan.Fields.SegmentCutOffs),
        };
        query.Criteria.AddCondition(CompensationPlan.Fields.StatusCode, ConditionOperator.NotEqual, (int)CompensationPlan_StatusCode.Draft);
        if (period.Length is { } length) query.Criteria.AddCondition(CompensationPlan.Fields.PeriodLength, ConditionOperator.Equal, (int)length);
        query.Criteria.AddCondition(CompensationPlan.Fields.From, ConditionOperator.OnOrBefore, period.Until.Midnight);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(CompensationPlan.Fields.Until, ConditionOperator.Null);
        open.AddCondition(CompensationPlan.Fields.Until, ConditionOperator.OnOrAfter, period.From.Midnight);
        query.AddOrder(CompensationPlan.Fields.Code, OrderType.Ascending);
        query.AddOrder(CompensationPlan.Fields.Version, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<CompensationPlan>()).ToList();
    }

    private static bool SameMeasure(CompensationPlan plan, CompensationPlan other) =>
        (plan.MeasurementCurrencyId ?? plan.PayCurrencyId)?.Id == (other.MeasurementCurrencyId ?? other.PayCurrencyId)?.Id
        && plan.RateDate == other.RateDate
        && string.Equals(plan.PriceIndex ?? "", other.PriceIndex ?? "", StringComparison.OrdinalIgnoreCase)
        && string.Equals(plan.SegmentCutOffs ?? "", other.SegmentCutOffs ?? "", StringComparison.Ordinal);

    private static string Name(CompensationPlan plan) => FormattableString.Invariant($"{plan.Code} {plan.Version}");

    private static CutOffText? CutOffs(CompensationPlan? plan)
    {
        if (plan?.SegmentCutOffs is not { Length: > 0 } text) return null;
        return CutOffText.Read(text) ?? throw new MissingFigureException("BadCutOffs", Name(plan), text);
    }

    private string Iso(EntityReference? currency) => currency is { } known && Currencies.TryGetValue(known.Id, out var iso) ? iso : Base();

    private string Base()
    {
        var organization = service.RetrieveMultiple(new QueryExpression("organization") { ColumnSet = new ColumnSet("basecurrencyid") }).Entities.First();
        return Currencies[organization.GetAttributeValue<EntityReference>("basecurrencyid").Id];
    }

    private Dictionary<string, decimal> Rates(string currency, CalendarDate on)
    {
        var query = new QueryExpression(Tables.ExchangeRate) { ColumnSet = new ColumnSet(ExchangeRate.Fields.FromCurrency, ExchangeRate.Fields.Rate) };
        query.Criteria.AddCondition(ExchangeRate.Fields.ToCurrency, ConditionOperator.Equal, currency);
        query.Criteria.AddCondition(ExchangeRate.Fields.On, ConditionOperator.On, on.Midnight);
        query.Criteria.AddCondition(ExchangeRate.Fields.StateCode, ConditionOperator.Equal, (int)ExchangeRate_StateCode.Active);
        var rates = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Pages.All(service, query).Select(row => row.ToEntity<ExchangeRate>()))
        {
            if (row.FromCurrency is { Length: > 0 } from && row.Rate is > 0) rates[from] = row.Rate.Value;
        }

        return rates;
    }

    private Dictionary<CalendarDate, decimal> Levels(string index)
    {
        var query = new QueryExpression(Tables.PriceIndex) { ColumnSet = new ColumnSet(Model.PriceIndex.Fields.Month, Model.PriceIndex.Fields.Value) };
        query.Criteria.AddCondition(Model.PriceIndex.Fields.Code, ConditionOperator.Equal, index);
        query.Criteria.AddCondition(Model.PriceIndex.Fields.StateCode, ConditionOperator.Equal, (int)PriceIndex_StateCode.Active);
        var levels = new Dictionary<CalendarDate, decimal>();
        foreach (var row in Pages.All(service, query).Select(row => row.ToEntity<Model.PriceIndex>()))
        {
            if (row.Month is { } month && row.Value is > 0) levels[CalendarDate.Of(month)] = row.Value.Value;
        }

        return levels;
    }
}
