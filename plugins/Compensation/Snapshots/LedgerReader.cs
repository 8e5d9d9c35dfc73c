using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Compensation.Value;
using Crm.Extensions.Model;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>
/// Reads what is known of some customers: one request each for customers, transactions (each 5,000), the cases that they name, obligations and their
/// last instalments, whatever the number of customers up to five hundred.
/// </summary>
internal sealed class LedgerReader
{
    private readonly IOrganizationService service;
    private readonly Measurement measurement;
    private readonly IReadOnlyDictionary<Guid, string> currencies;

    public LedgerReader(IOrganizationService service, Measurement measurement, IReadOnlyDictionary<Guid, string> currencies)
    {
        this.service = service;
        this.measurement = measurement;
        this.currencies = currencies;
    }

    /// <summary>The rows of the customers that were read last, with their segments as they stand.</summary>
    public IReadOnlyDictionary<Guid, Customer> Customers { get; private set; } = new Dictionary<Guid, Customer>();

    /// <param name="until">Transactions of later days are left out.</param>
    /// <exception cref="MissingFigureException">An amount cannot be measured.</exception>
    public IReadOnlyList<CustomerLedger> Read(IReadOnlyCollection<Guid> customers, CalendarDate until)
    {
        Customers = Pages.Naming(service, customers, Customer.Fields.CustomerId, () => new QueryExpression(Tables.Customer)
        {
            ColumnSet = new ColumnSet(Customer.Fields.Name, Customer.Fields.Country, Customer.Fields.Kind, Customer.Fields.ValueSegment, Customer.Fields.PotentialSegment),
        }).Select(row => row.ToEntity<Customer>()).ToDictionary(row => row.Id);
        var money = Transactions(customers, until);
        var complaints = Complaints(money).ToDictionary(complaint => complaint.Id);
        var contracts = Contracts(customers);
        return customers.Where(Customers.ContainsKey).OrderBy(id => id).Select(id => Ledger(Customers[id], money[id], complaints, contracts[id])).ToList();
    }

    private static CustomerLedger Ledger(Customer customer, IEnumerable<KeyValuePair<Guid, LedgerLine>> money, Dictionary<Guid, Complaint> complaints, IEnumerable<KeyValuePair<Guid, ContractRow>> contracts)
    {
        var lines = money.Select(pair => pair.Value).ToList();
        var about = lines.Where(line => line.Case is not null).Select(line => line.Case!.Value).Distinct().Where(complaints.ContainsKey).Select(id => complaints[id]).ToList();
        return new CustomerLedger(customer.Id, Groups(customer), lines, about, contracts.Select(pair => pair.Value).OrderBy(contract => contract.Number, StringComparer.Ordinal).ToList());
    }

    // whom one may compare with: the same kind of customer in the country, the country, everybody
    private static IReadOnlyList<string> Groups(Customer customer)
    {
        var country = customer.Country is { Length: > 0 } known ? known : "?";
        return [country + (customer.Kind == CustomerKind.Organisation ? " organisations" : " people"), country, "*"];
    }

    private ILookup<Guid, KeyValuePair<Guid, LedgerLine>> Transactions(IEnumerable<Guid> customers, CalendarDate until) =>
        Pages.Naming(service, customers, CustomerTransaction.Fields.CustomerId, () =>
        {
            var query = new QueryExpression(Tables.CustomerTransaction)
            {
                ColumnSet = new ColumnSet(
                    CustomerTransaction.Fields.CustomerId, CustomerTransaction.Fields.Kind, CustomerTransaction.Fields.On, CustomerTransaction.Fields.Amount, CustomerTransaction.Fields.TransactionCurrencyId,
                    CustomerTransaction.Fields.Product, CustomerTransaction.Fields.Reference, CustomerTransaction.Fields.Reverses, CustomerTransaction.Fields.CaseId),
            };
            query.Criteria.AddCondition(CustomerTransaction.Fields.On, ConditionOperator.OnOrBefore, until.Midnight);
            query.Criteria.AddCondition(CustomerTransaction.Fields.StateCode, ConditionOperator.Equal, (int)CustomerTransaction_StateCode.Active);
            query.AddOrder(CustomerTransaction.Fields.CustomerTransactionId, OrderType.Ascending);
            return query;
        })
        .Select(row => row.ToEntity<CustomerTransaction>())
        .Where(row => row.On is not null && row.Kind is not null)
        .ToLookup(row => row.CustomerId!.Id, row => new KeyValuePair<Guid, LedgerLine>(row.Id, Line(row)));

    private LedgerLine Line(CustomerTransaction row)
    {
        var on = CalendarDate.Of(row.On!.Value);
        var currency = row.TransactionCurrencyId is { } known && currencies.TryGetValue(known.Id, out var iso) ? iso : measurement.Currency;
        return new LedgerLine((MoneyKind)((int)row.Kind!.Value - (int)TransactionKind.Revenue), on, measurement.Measure(row.Amount?.Value ?? 0, currency, on))
        {
            Product = row.Product ?? "",
            Reference = row.Reference ?? "",
            Reverses = row.Reverses ?? "",
            Case = row.CaseId?.Id,
        };
    }

    private IEnumerable<Complaint> Complaints(ILookup<Guid, KeyValuePair<Guid, LedgerLine>> money) =>
        Pages.Naming(service, money.SelectMany(lines => lines).Select(pair => pair.Value.Case).OfType<Guid>(), Incident.Fields.IncidentId, () =>
        {
            var query = new QueryExpression(Tables.Incident) { ColumnSet = new ColumnSet(Incident.Fields.FinalResponseBy, Incident.Fields.FinalResponseOn) };
            query.Criteria.AddCondition(Incident.Fields.Nature, ConditionOperator.In, (int)CaseNature.Complaint, (int)CaseNature.Claim);
            query.Criteria.AddCondition(Incident.Fields.FinalResponseBy, ConditionOperator.NotNull);
            return query;
        })
        .Select(row => row.ToEntity<Incident>())
        .Select(row => new Complaint(row.Id, CalendarDate.Of(row.FinalResponseBy!.Value), row.FinalResponseOn is { } on ? CalendarDate.Of(on) : null));

    private ILookup<Guid, KeyValuePair<Guid, ContractRow>> Contracts(IEnumerable<Guid> customers)
    {
        const string Alias = "contract";
        var rows = Pages.Naming(service, customers, ObligationParty.Fields.CustomerId, () =>
        {
            var query = new QueryExpression(Tables.ObligationParty) { ColumnSet = new ColumnSet(ObligationParty.Fields.CustomerId, ObligationParty.Fields.ObligationId) };
            query.Criteria.AddCondition(ObligationParty.Fields.Role, ConditionOperator.Equal, (int)PartyRole.Debtor);
            var link = query.AddLink(Tables.Obligation, ObligationParty.Fields.ObligationId, Obligation.Fields.ObligationId);
            link.EntityAlias = Alias;
            link.Columns = new ColumnSet(Obligation.Fields.Number, Obligation.Fields.Product, Obligation.Fields.ContractSignedOn, Obligation.Fields.CreatedOn, Obligation.Fields.StateCode, Obligation.Fields.LedgerAsOf, Obligation.Fields.ModifiedOn);
            return query;
        });
        var maturities = Maturities(rows.Select(row => row.GetAttributeValue<EntityReference>(ObligationParty.Fields.ObligationId).Id).Distinct().ToList());
        return rows.ToLookup(
            row => row.GetAttributeValue<EntityReference>(ObligationParty.Fields.CustomerId).Id,
            row =>
            {
                var id = row.GetAttributeValue<EntityReference>(ObligationParty.Fields.ObligationId).Id;
                return new KeyValuePair<Guid, ContractRow>(id, Contract(column => row.GetAttributeValue<AliasedValue>(Alias + "." + column)?.Value, maturities.TryGetValue(id, out var last) ? last : null));
            });
    }

    // when it ended, nobody writes down: the last day that the ledger told of it
    private static ContractRow Contract(Func<string, object?> column, CalendarDate? maturity)
    {
        var isOver = column(Obligation.Fields.StateCode) is OptionSetValue { Value: (int)Obligation_StateCode.Inactive };
        var start = (DateTime)(column(Obligation.Fields.ContractSignedOn) ?? column(Obligation.Fields.CreatedOn) ?? default(DateTime));
        return new ContractRow(column(Obligation.Fields.Number) as string ?? "", column(Obligation.Fields.Product) as string ?? "", CalendarDate.Of(start))
        {
            End = isOver ? CalendarDate.Of((DateTime)(column(Obligation.Fields.LedgerAsOf) ?? column(Obligation.Fields.ModifiedOn) ?? default(DateTime))) : null,
            Maturity = maturity,
        };
    }

    private Dictionary<Guid, CalendarDate?> Maturities(IReadOnlyList<Guid> obligations)
    {
        const int MostIds = 400;
        var last = new Dictionary<Guid, CalendarDate?>();
        for (var start = 0; start < obligations.Count; start += MostIds)
        {
            var values = string.Concat(obligations.Skip(start).Take(MostIds).Select(id => "<value>" + id.ToString("D", CultureInfo.InvariantCulture) + "</value>"));
            var fetch = $@"<fetch aggregate='true'><entity name='{Tables.Installment}'>
                <attribute name='{Installment.Fields.ObligationId}' alias='obligation' groupby='true' />
                <attribute name='{Installment.Fields.DueDate}' alias='last' aggregate='max' />
                <filter><condition attribute='{Installment.Fields.ObligationId}' operator='in'>{values}</condition></filter></entity></fetch>";
            foreach (var row in service.RetrieveMultiple(new FetchExpression(fetch)).Entities)
            {
                if (row.GetAttributeValue<AliasedValue>("obligation")?.Value is EntityReference obligation && row.GetAttributeValue<AliasedValue>("last")?.Value is DateTime day) last[obligation.Id] = CalendarDate.Of(day);
            }
        }

        return last;
    }
}
