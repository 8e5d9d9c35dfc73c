using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>
/// Deletes the audit history of one row, which need not exist any more. The embedded organization has auditing switched off and keeps no history, so
/// that there is never an entry to delete: what it checks is the right to do so and that a row is named.
/// </summary>
/// <remarks>learn.microsoft.com, "Delete audit data": privilege prvDeleteRecordChangeHistory, parameter Target, response DeletedEntriesCount.</remarks>
internal sealed class DeleteRecordChangeHistoryMessage : IMessageHandler
{
    public string Message => "DeleteRecordChangeHistory";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<EntityReference>("Target");
        context.TableOf(target.LogicalName);
        if (!context.Call.IsSystem) context.Authority.DemandPrivilege(context.View, context.Call.UserId, "prvDeleteRecordChangeHistory");
        return new OrganizationResponse { ResponseName = Message, Results = { ["DeletedEntriesCount"] = 0 } };
    }
}
