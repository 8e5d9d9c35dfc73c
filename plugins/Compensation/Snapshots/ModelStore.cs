using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>The one model of a period: fitted by whoever needs it first, kept on the period's row, read by everybody else.</summary>
/// <remarks>Of several slices that fit it at once one is written; the others take that one. An interruption loses a fit that nobody has used.</remarks>
internal sealed class ModelStore
{
    /// <summary>Customers whom a model is fitted to; the sample of the published worked case has 2,357.</summary>
    public const int MostCustomers = 2000;

    private const int CustomersOfRead = 250;

    private readonly IOrganizationService service;

    public ModelStore(IOrganizationService service) => this.service = service;

    /// <exception cref="MissingFigureException">An amount cannot be measured.</exception>
    public ValueModel Of(ValuePeriod period, Measurement measurement, IReadOnlyDictionary<Guid, string> currencies)
    {
        if (period.Model.Length > 0) return ValueModelJson.Read(period.Model);

        var reader = new LedgerReader(service, measurement, currencies);
        var sample = Sample(period.Eve);
        var ledgers = new List<CustomerLedger>(sample.Count);
        for (var start = 0; start < sample.Count; start += CustomersOfRead) ledgers.AddRange(reader.Read(sample.Skip(start).Take(CustomersOfRead).ToList(), period.Eve));
        var text = ValueModelJson.Write(ValueModelFit.To(ledgers, period.Eve, measurement.Currency, measurement.CutOffs));
        return ValueModelJson.Read(Keep(period, text));
    }

    /// <summary>Reads a period with its model.</summary>
    public ValuePeriod? Period(Guid id)
    {
        var query = Query();
        query.Criteria.AddCondition(CompensationPeriod.Fields.CompensationPeriodId, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.Select(row => new ValuePeriod(row.ToEntity<CompensationPeriod>())).FirstOrDefault();
    }

    /// <summary>The period that a day lies in: of several the one that began last, and of those the first by code.</summary>
    public ValuePeriod? PeriodOf(CalendarDate day)
    {
        var query = Query();
        query.Criteria.AddCondition(CompensationPeriod.Fields.From, ConditionOperator.OnOrBefore, day.Midnight);
        query.Criteria.AddCondition(CompensationPeriod.Fields.Until, ConditionOperator.OnOrAfter, day.Midnight);
        query.AddOrder(CompensationPeriod.Fields.From, OrderType.Descending);
        query.AddOrder(CompensationPeriod.Fields.Code, OrderType.Ascending);
        query.TopCount = 1;
        return service.RetrieveMultiple(query).Entities.Select(row => new ValuePeriod(row.ToEntity<CompensationPeriod>())).FirstOrDefault();
    }

    /// <summary>Customers of whom finance knows anything until a day, in the order of their ids.</summary>
    public IEnumerable<Guid> Known(CalendarDate until)
    {
        var query = new QueryExpression(Tables.Customer) { ColumnSet = new ColumnSet(Customer.Fields.CustomerId), Distinct = true };
        query.Criteria.AddCondition(Customer.Fields.StateCode, ConditionOperator.Equal, (int)Customer_StateCode.Active);
        query.AddOrder(Customer.Fields.CustomerId, OrderType.Ascending);
        var money = query.AddLink(Tables.CustomerTransaction, Customer.Fields.CustomerId, CustomerTransaction.Fields.CustomerId);
        money.LinkCriteria.AddCondition(CustomerTransaction.Fields.On, ConditionOperator.OnOrBefore, until.Midnight);
        return Pages.All(service, query).Select(row => row.Id);
    }

    private static QueryExpression Query() => new(Tables.CompensationPeriod)
    {
        ColumnSet = new ColumnSet(CompensationPeriod.Fields.Code, CompensationPeriod.Fields.From, CompensationPeriod.Fields.Until, CompensationPeriod.Fields.Length, CompensationPeriod.Fields.Model),
    };

    // by a hash of the id: which customers are looked at depends on nothing that they did
    private List<Guid> Sample(CalendarDate until)
    {
        var chosen = Known(until).Select(id => new KeyValuePair<ulong, Guid>(Hash(id), id)).OrderBy(pair => pair.Key).ThenBy(pair => pair.Value).Take(MostCustomers);
        return chosen.Select(pair => pair.Value).ToList();
    }

    // FNV-1a, 64 bits
    private static ulong Hash(Guid id)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in id.ToByteArray()) hash = unchecked((hash ^ part) * 1099511628211UL);
        return hash;
    }

    // the first who writes wins; a period that was written for another reason meanwhile is tried again
    private string Keep(ValuePeriod period, string text)
    {
        const int MostTries = 5;
        var version = period.RowVersion;
        for (var tries = 1; ; tries++)
        {
            var row = new CompensationPeriod { Id = period.Id, Model = text, RowVersion = version };
            try
            {
                service.Execute(new UpdateRequest { Target = row, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
                return text;
            }
            catch (FaultException<OrganizationServiceFault> fault) when (Fault.IsVersionMismatch(fault) && tries < MostTries)
            {
                var now = Period(period.Id);
                if (now is { Model.Length: > 0 }) return now.Model;
                version = now?.RowVersion;
            }
        }
    }
}
