using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>Messages of the applications (mail, cases, leads, calendar, queues) and of solutions.</summary>
internal static class DomainMessages
{
    public static IReadOnlyList<IMessageHandler> All =>
    [
        new SendEmailMessage(), new CloseIncidentMessage(), new QualifyLeadMessage(), new MergeMessage(), new DeleteRecordChangeHistoryMessage(),
        new CalendarMessage("Book"), new CalendarMessage("Reschedule"),
        new AddToQueueMessage(), new PickFromQueueMessage(), new ReleaseToQueueMessage(), new RemoveFromQueueMessage(),
        new ImportSolutionMessage(), new StageAndUpgradeMessage(), new PublishAllXmlMessage(),
    ];

    /// <summary>A part of a message that the platform carries out itself: with its steps, but whatever the user may do.</summary>
    public static Microsoft.Xrm.Sdk.OrganizationResponse ExecuteAsPlatform(this MessageContext context, Microsoft.Xrm.Sdk.OrganizationRequest request) =>
        context.Organization.Executor.Execute(request, context.Call with { IsSystem = true });

    /// <summary>The row, which the user must be allowed to write.</summary>
    public static Storage.Row Writable(this MessageContext context, string table, System.Guid id)
    {
        var known = context.TableOf(table);
        var row = context.Transaction.Lock(table, id) ?? throw PlatformFaults.DoesNotExist(table, id);
        context.Demand(known, Security.AccessRight.Write, row);
        return row;
    }
}
