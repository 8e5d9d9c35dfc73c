using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>
/// Direct debits that are drawn on another day than the contract's due date: each debtor is told once, some days before, by e-mail, or by a call for who has
/// no e-mail address on a linked contact.
/// </summary>
/// <remarks>The announcement is a reminder like any other: it is judged when it is sent, and an e-mail waits for its hour.</remarks>
internal static class DueAnnouncements
{
    private const int DaysBefore = 7;
    private const string InstallmentAlias = "installment";
    private const string PartyAlias = "party";
    private const string CustomerAlias = "customer";
    private const string ContactAlias = "contact";

    /// <summary>Announces so many instalments at most. One request, and two or more for each.</summary>
    /// <returns>How many were announced.</returns>
    public static int Make(IOrganizationService system, ContactComposer composer, DateTime now, int most)
    {
        var made = 0;
        foreach (var installment in Read(system, now).GroupBy(row => (Guid)Of(row, Installment.Fields.InstallmentId)!).Take(most))
        {
            foreach (var party in installment.GroupBy(row => CustomerRows.Column(row, CustomerAlias + "." + Customer.Fields.CustomerId)).Select(rows => rows.First()))
            {
                system.Create(Announcement(party, composer, now));
            }

            system.Update(new Entity(Tables.Installment, installment.Key) { [Installment.Fields.AnnouncedOn] = now.Date });
            made++;
        }

        return made;
    }

    private static IEnumerable<Entity> Read(IOrganizationService system, DateTime now)
    {
        // obligations with a mandate are few beside all instalments, so the search begins with them
        var query = new QueryExpression(Tables.Obligation)
        {
            ColumnSet = new ColumnSet(Obligation.Fields.ObligationId, Obligation.Fields.Number, Obligation.Fields.OwnerId),
            PageInfo = new PagingInfo { PageNumber = 1, Count = 5000 },
        };
        query.Criteria.AddCondition(Obligation.Fields.DirectDebitMandate, ConditionOperator.NotNull);
        query.Criteria.AddCondition(Obligation.Fields.StateCode, ConditionOperator.Equal, 0);
        var installment = query.AddLink(Tables.Installment, Obligation.Fields.ObligationId, Installment.Fields.ObligationId);
        installment.EntityAlias = InstallmentAlias;
        installment.Columns = new ColumnSet(
            Installment.Fields.InstallmentId, Installment.Fields.DueDate, Installment.Fields.EffectiveDueDate, Installment.Fields.DebitDate, Installment.Fields.Amount);
        installment.LinkCriteria.AddCondition(Installment.Fields.DebitDate, ConditionOperator.GreaterThan, now.Date);
        installment.LinkCriteria.AddCondition(Installment.Fields.DueDate, ConditionOperator.LessEqual, now.Date.AddDays(DaysBefore));
        installment.LinkCriteria.AddCondition(
            new ConditionExpression(Installment.Fields.DebitDate, ConditionOperator.NotEqual, true, Installment.Fields.DueDate));
        installment.LinkCriteria.AddCondition(Installment.Fields.AnnouncedOn, ConditionOperator.Null);
        installment.LinkCriteria.AddCondition(Installment.Fields.StateCode, ConditionOperator.Equal, 0);
        installment.Orders.Add(new OrderExpression(Installment.Fields.DueDate, OrderType.Ascending));
        var party = query.AddLink(Tables.ObligationParty, Obligation.Fields.ObligationId, ObligationParty.Fields.ObligationId);
        party.EntityAlias = PartyAlias;
        party.LinkCriteria.AddCondition(ObligationParty.Fields.Role, ConditionOperator.In, Choice.Of(PartyRole.Debtor).Value, Choice.Of(PartyRole.CoDebtor).Value);
        party.LinkCriteria.AddCondition(ObligationParty.Fields.StateCode, ConditionOperator.Equal, 0);
        var customer = party.AddLink(Tables.Customer, ObligationParty.Fields.CustomerId, Customer.Fields.CustomerId);
        customer.EntityAlias = CustomerAlias;
        customer.Columns = new ColumnSet(Customer.Fields.CustomerId, Customer.Fields.Language);
        var contact = customer.AddLink(Tables.Contact, Customer.Fields.CustomerId, ContactColumns.Customer, JoinOperator.LeftOuter);
        contact.EntityAlias = ContactAlias;
        contact.Columns = new ColumnSet("contactid");
        contact.LinkCriteria.AddCondition("emailaddress1", ConditionOperator.NotNull);

        return system.RetrieveMultiple(query).Entities;
    }

    /// <summary>A column of the instalment.</summary>
    private static object? Of(Entity row, string column) => CustomerRows.Column(row, InstallmentAlias + "." + column);

    private static Entity Announcement(Entity row, ContactComposer composer, DateTime now)
    {
        var customer = (Guid)CustomerRows.Column(row, CustomerAlias + "." + Customer.Fields.CustomerId)!;
        var obligation = new EntityReference(Tables.Obligation, row.Id);
        var contact = CustomerRows.Column(row, ContactAlias + ".contactid") as Guid?;
        var text = Written(row, composer, new ComposeWish(
            customer, Purpose.Reminder, Occasion.MovedDebit, contact is null ? Channel.PhoneCall : Channel.Email, obligation.Id, 0));
        var announcement = new Entity(contact is null ? Tables.PhoneCall : Tables.Email)
        {
            [ContactColumns.Subject] = text.Key,
            [ContactColumns.Description] = contact is null ? text.Value : EmailBody.Of(text.Value),
            [ContactColumns.Direction] = true,
            [ContactColumns.Customer] = new EntityReference(Tables.Customer, customer),
            [ContactColumns.Obligation] = obligation,
            [ContactColumns.Purpose] = Choice.Of(Purpose.Reminder),
        };
        if (row.GetAttributeValue<EntityReference>(Obligation.Fields.OwnerId) is { } owner) announcement[ContactColumns.Owner] = owner;
        if (contact is not { } to)
        {
            announcement[ContactColumns.ScheduledEnd] = now;
            return announcement;
        }

        // as an e-mail that was held back and whose hour has come: the next slice sends it, and the guard judges it then
        announcement[ContactColumns.To] = new EntityCollection([new Entity(Tables.ActivityParty) { [ActivityParty.Fields.PartyId] = new EntityReference(Tables.Contact, to) }]) { EntityName = Tables.ActivityParty };
        announcement[ContactColumns.Decision] = Choice.Of(Decision.Moved);
        announcement[ContactColumns.NextAllowedAt] = now;
        return announcement;
    }

    // the house's template speaks of a closed day; where there is none, or the template lacks a value that it needs, a plain sentence
    private static KeyValuePair<string, string> Written(Entity row, ContactComposer composer, ComposeWish wish)
    {
        try
        {
            if (Of(row, Installment.Fields.EffectiveDueDate) is { } due && !Equals(due, Of(row, Installment.Fields.DueDate)))
            {
                var text = composer.Compose(wish).Text;
                return new KeyValuePair<string, string>(text.Subject, text.Body);
            }

            return Plain(row);
        }
        catch (InvalidPluginExecutionException)
        {
            return Plain(row);
        }
    }

    private static KeyValuePair<string, string> Plain(Entity row)
    {
        var language = LanguageCode.Read(CustomerRows.Column(row, CustomerAlias + "." + Customer.Fields.Language) as int? ?? 0);
        var number = row.GetAttributeValue<string>(Obligation.Fields.Number) ?? "";
        var debit = Text(Of(row, Installment.Fields.DebitDate));
        return new KeyValuePair<string, string>(
            GuardTexts.Write(language, "DebitMovedSubject", debit),
            GuardTexts.Write(language, "DebitMoved", number, Text(Of(row, Installment.Fields.DueDate)), debit));
    }

    private static string Text(object? day) => ((DateTime)day!).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
