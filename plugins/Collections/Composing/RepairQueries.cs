using System;
using System.Linq;
using Crm.Extensions.Model;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>What a repair asks of Dataverse. Each method is one request.</summary>
internal sealed class RepairQueries
{
    private readonly IOrganizationService service;

    public RepairQueries(IOrganizationService service) => this.service = service;

    public Model.ContactAttempt Attempt(Guid id) => service.Retrieve(Tables.ContactAttempt, id, new ColumnSet(
        Model.ContactAttempt.Fields.Name, Model.ContactAttempt.Fields.Explanation, Model.ContactAttempt.Fields.At, Model.ContactAttempt.Fields.CustomerId, Model.ContactAttempt.Fields.ObligationId)).ToEntity<Model.ContactAttempt>();

    public ContactRepair? Repair(Guid id)
    {
        var query = new QueryExpression(Tables.ContactRepair) { ColumnSet = new ColumnSet(ContactRepair.Fields.ApologyId), TopCount = 1 };
        query.Criteria.AddCondition(ContactRepair.Fields.ContactRepairId, ConditionOperator.Equal, id);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ContactRepair>();
    }

    public Installment Fee(Guid id) => service.Retrieve(Tables.Installment, id, new ColumnSet(
        Installment.Fields.Kind, Installment.Fields.Amount, Installment.Fields.ObligationId, Installment.Fields.TransactionCurrencyId)).ToEntity<Installment>();

    public string CurrencyOf(Installment fee) => fee.TransactionCurrencyId is { } currency
        ? service.Retrieve("transactioncurrency", currency.Id, new ColumnSet("isocurrencycode")).GetAttributeValue<string>("isocurrencycode") ?? ""
        : "";

    /// <summary>
    /// The party to whom an e-mail for the customer goes: a contact who is that customer and has an address, else the address of the customer's own
    /// row; null where there is neither.
    /// </summary>
    public Entity? Recipient(Guid customer, string? address)
    {
        var query = new QueryExpression(Tables.Contact) { ColumnSet = new ColumnSet("emailaddress1"), TopCount = 1 };
        query.Criteria.AddCondition(ContactColumns.Customer, ConditionOperator.Equal, customer);
        query.Criteria.AddCondition("emailaddress1", ConditionOperator.NotNull);
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        query.AddOrder("createdon", OrderType.Ascending);
        if (service.RetrieveMultiple(query).Entities.FirstOrDefault() is { } contact)
            return new Entity(Tables.ActivityParty) { [ActivityParty.Fields.PartyId] = contact.ToEntityReference() };

        return string.IsNullOrWhiteSpace(address) ? null : new Entity(Tables.ActivityParty) { [ActivityParty.Fields.AddressUsed] = address!.Trim() };
    }
}
