using System;
using System.Linq;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Collections;

/// <summary>Tells the customer the same day that a card was blocked, why, and how it comes free again: by e-mail, or where there is no address by phone.</summary>
internal static class BlockNotice
{
    private static readonly string[] Recipients = [Tables.Contact, Tables.Account, Tables.Lead];

    /// <summary>The e-mail or call, not yet saved; null where nobody is known who could be told.</summary>
    /// <param name="reasonText">What the customer is told; empty: what our texts say of the reason.</param>
    public static Entity? Of(IOrganizationService system, CardVerdict verdict, BlockReason reason, string? reasonText, DateTime now, Guid sender)
    {
        if (verdict.Card.Debtor is not { } customer) return null;

        var language = LanguageCode.Read(customer.Language ?? (int)Language.Spanish);
        var words = string.IsNullOrWhiteSpace(reasonText) ? LimitTexts.Write(language, "Notice.Reason." + reason) : reasonText!.Trim();
        var body = LimitTexts.Write(language, "Notice.Body", customer.Name, verdict.Card.MaskedNumber, LimitTexts.Day(verdict.Today, language), words);

        // at home or at work nobody else reads of a debt
        var mayWrite = customer.EmailKind == AddressKind.Own || reason is BlockReason.Fraud or BlockReason.Lost;
        var recipient = mayWrite ? RecipientOf(system, customer.CustomerId) : null;
        var notice = new Entity(recipient is null ? Tables.PhoneCall : Tables.Email)
        {
            [ContactColumns.Customer] = new EntityReference(Tables.Customer, customer.CustomerId),
            [ContactColumns.Obligation] = new EntityReference(Tables.Obligation, verdict.Card.Id),
            [ContactColumns.Purpose] = Choice.Of(reason is BlockReason.Fraud or BlockReason.Lost ? Purpose.FraudAlert : Purpose.Notice),
            [ContactColumns.Direction] = true,
            [ContactColumns.Owner] = new EntityReference(Tables.SystemUser, sender),
            [Email.Fields.Subject] = LimitTexts.Write(language, recipient is null ? "Notice.Task" : "Notice.Subject", verdict.Card.MaskedNumber),
            [Email.Fields.Description] = recipient is null ? body : Html(body),
        };
        if (recipient is null)
        {
            notice[ContactColumns.ScheduledEnd] = now;
            return notice;
        }

        notice[ContactColumns.To] = Party(recipient);
        notice[Email.Fields.From] = Party(new EntityReference(Tables.SystemUser, sender));
        return notice;
    }

    /// <summary>Saves it. An e-mail is left as one that was held and whose hour has come: crmx_RunDue sends it, in a job that may fail and is repeated.</summary>
    public static void Send(IOrganizationService system, Entity notice, DateTime now, Language language)
    {
        var id = system.Create(notice);
        if (notice.LogicalName != Tables.Email) return;

        system.Update(new Entity(Tables.Email, id)
        {
            [ContactColumns.Decision] = Choice.Of(Decision.Moved),
            [ContactColumns.NextAllowedAt] = now,
            [ContactColumns.Explanation] = LimitTexts.Write(language, "Notice.Because"),
        });
    }

    private static EntityReference? RecipientOf(IOrganizationService system, Guid customer)
    {
        foreach (var table in Recipients)
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
            query.Criteria.AddCondition(ContactColumns.Customer, ConditionOperator.Equal, customer);
            query.Criteria.AddCondition("emailaddress1", ConditionOperator.NotNull);
            query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
            query.AddOrder("createdon", OrderType.Ascending);
            if (system.RetrieveMultiple(query).Entities.FirstOrDefault() is { } row) return row.ToEntityReference();
        }

        return null;
    }

    private static EntityCollection Party(EntityReference who) =>
        new([new Entity(Tables.ActivityParty) { [ActivityParty.Fields.PartyId] = who }]) { EntityName = Tables.ActivityParty };

    private static string Html(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\r", "").Replace("\n", "<br>");
}
