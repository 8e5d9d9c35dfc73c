using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Wording;
using Crm.Extensions.Model;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Compensation.Portfolios;

/// <summary>The message that tells a customer who looks after him.</summary>
internal sealed class HandoverNotice
{
    private const string WorkerAlias = "worker";
    private const int MorningHour = 9;

    private readonly Entity row;

    private HandoverNotice(Entity row) => this.row = row;

    private Guid Customer => row.GetAttributeValue<EntityReference>(CreditAssignment.Fields.CustomerId).Id;

    private CalendarDate From => CalendarDate.Of(row.GetAttributeValue<DateTime>(CreditAssignment.Fields.From));

    /// <summary>Null: there is nobody to be told of it (any more). One request.</summary>
    public static HandoverNotice? Read(IOrganizationService service, Guid assignment)
    {
        var query = new QueryExpression(Tables.CreditAssignment)
        {
            ColumnSet = new ColumnSet(CreditAssignment.Fields.CustomerId, CreditAssignment.Fields.From, CreditAssignment.Fields.OwnerId),
            TopCount = 1,
        };
        query.Criteria.AddCondition(CreditAssignment.Fields.CreditAssignmentId, ConditionOperator.Equal, assignment);
        query.Criteria.AddCondition(CreditAssignment.Fields.StateCode, ConditionOperator.Equal, 0);
        query.Criteria.AddCondition(CreditAssignment.Fields.Accountable, ConditionOperator.Equal, true);
        query.Criteria.AddCondition(CreditAssignment.Fields.CustomerToldOn, ConditionOperator.Null);
        query.Criteria.AddCondition(CreditAssignment.Fields.CustomerId, ConditionOperator.NotNull);
        var worker = query.AddLink(Tables.Worker, CreditAssignment.Fields.WorkerId, Worker.Fields.WorkerId);
        worker.EntityAlias = WorkerAlias;
        worker.Columns = new ColumnSet(Worker.Fields.Name, Worker.Fields.Email);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault() is { } found ? new HandoverNotice(found) : null;
    }

    /// <summary>Marks the assignment that an e-mail was about, once it is sent. No request for other e-mails than those of service to a customer, two for these.</summary>
    public static void Sent(IOrganizationService service, Guid email, Guid customer, DateTime now)
    {
        var query = new QueryExpression(Tables.CreditAssignment) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(CreditAssignment.Fields.CustomerId, ConditionOperator.Equal, customer);
        query.Criteria.AddCondition(CreditAssignment.Fields.Accountable, ConditionOperator.Equal, true);
        query.Criteria.AddCondition(CreditAssignment.Fields.CustomerToldOn, ConditionOperator.Null);
        foreach (var assignment in service.RetrieveMultiple(query).Entities.Where(assignment => IdOf(assignment.Id, Tables.Email) == email))
        {
            service.Update(new Entity(Tables.CreditAssignment, assignment.Id) { [CreditAssignment.Fields.CustomerToldOn] = now });
        }
    }

    /// <summary>Writes it, once.</summary>
    /// <exception cref="InvalidPluginExecutionException">The customer may not be contacted, or there is no text.</exception>
    public void Write(Execution execution)
    {
        var system = execution.AsSystem;
        var customer = new ComposeQueries(system).Customer(Customer).ToEntity<Customer>();
        var isOwnAddress = (Choice.Read<Collections.AddressKind>(customer.GetAttributeValue<OptionSetValue>(Model.Customer.Fields.EmailKind)) ?? Collections.AddressKind.Own) == Collections.AddressKind.Own;
        var recipient = isOwnAddress ? new RepairQueries(system).Recipient(Customer, customer.Email) : null;
        var table = recipient is null ? Tables.PhoneCall : Tables.Email;
        var id = IdOf(row.Id, table);
        if (IsWritten(system, table, id)) return;

        var text = Compose(execution, customer, recipient is null ? Channel.PhoneCall : Channel.Email);
        var message = new Entity(table, id)
        {
            ["subject"] = text.Subject,
            ["description"] = recipient is null ? text.Body : EmailBody.Of(text.Body),
            [ContactColumns.Direction] = true,
            [ContactColumns.Purpose] = Choice.Of(Purpose.Service),
            [ContactColumns.Customer] = new EntityReference(Tables.Customer, Customer),
            [ContactColumns.Owner] = row.GetAttributeValue<EntityReference>(CreditAssignment.Fields.OwnerId),
        };
        var morning = Morning(execution, customer);
        if (recipient is null)
        {
            message[ContactColumns.ScheduledEnd] = Later(CallHour.Of(execution, Customer, null) ?? execution.Clock.UtcNow, morning);
            system.Create(message);
            return;
        }

        message[ContactColumns.To] = new EntityCollection([recipient]) { EntityName = Tables.ActivityParty };
        system.Create(message);

        // after it is saved: the guard tells a new draft what it thinks of this very hour and would write over it
        system.Update(new Entity(Tables.Email, id)
        {
            [ContactColumns.Decision] = Choice.Of(Decision.Moved),
            [ContactColumns.NextAllowedAt] = Later(execution.Clock.UtcNow, morning),
        });
    }

    private WrittenContact Compose(Execution execution, Customer customer, Channel channel)
    {
        var country = (customer.Country ?? "").Split('-')[0].Trim();
        var language = customer.Language is { } code ? LanguageCode.Read(code) : country is "US" or "GB" ? Language.English : Language.Spanish;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["manager"] = CustomerRows.Column(row, WorkerAlias + "." + Worker.Fields.Name) as string ?? "",
            ["managerEmail"] = CustomerRows.Column(row, WorkerAlias + "." + Worker.Fields.Email) as string ?? "",
            ["handoverDate"] = new CustomerFormat(language, country).Day(From),
        };
        return new ContactComposer(execution, execution.Language).Compose(
            new ComposeWish(Customer, Purpose.Service, Occasion.Handover, channel, Guid.Empty, (int)language) { Values = values }).Text;
    }

    // of a handover that is still to come he hears on the morning on which it takes effect
    private DateTime Morning(Execution execution, Customer customer)
    {
        var clock = CustomerCalendar.Of(customer.TimeZone, customer.Country ?? "");
        return clock.DateAt(execution.Clock.UtcNow) >= From ? execution.Clock.UtcNow : clock.ToUtc(From.Midnight.AddHours(MorningHour));
    }

    private static bool IsWritten(IOrganizationService system, string table, Guid id)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition("activityid", ConditionOperator.Equal, id);
        return system.RetrieveMultiple(query).Entities.Count > 0;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static Guid IdOf(Guid assignment, string table) => ComponentId.Of(table, "handover|" + assignment.ToString("D"));
}
