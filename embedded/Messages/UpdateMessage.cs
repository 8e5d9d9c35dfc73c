using System;
using System.Linq;
using Crm.Extensions.Embedded.Concurrency;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Security.Messages;
using Crm.Extensions.Embedded.Storage;
using Crm.Extensions.Embedded.Validation;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Changes the given columns of a row; a change of owner is an assignment and cascades like one.</summary>
internal sealed class UpdateMessage : IMessageHandler
{
    public string Message => "Update";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<Entity>("Target");
        var table = context.TableOf(target.LogicalName);
        if (table.LogicalName == ActivityPointers.Table) throw PlatformFaults.Unsupported($"message 'Update' on '{ActivityPointers.Table}': update the activity itself");
        if (target.RelatedEntities.Count > 0) throw PlatformFaults.Unsupported("related rows in message 'Update'");
        var id = Addressing.Find(context, table, target) ?? throw PlatformFaults.NotFoundByKey(table.LogicalName);
        context.Demand(table, AccessRight.Write, null);
        var before = context.Transaction.Lock(table.LogicalName, id) ?? throw PlatformFaults.DoesNotExist(table.LogicalName, id);
        RowVersions.Demand(request, before, target.RowVersion);
        context.Demand(table, AccessRight.Write, before);

        var draft = new Draft(context, table, id, before.Values.ToDictionary(StringComparer.Ordinal));
        draft.Take(target, creating: false);
        Complete(context, table, id, draft);
        draft.DemandReferences(before);
        if (!context.Call.IsSystem) context.Authority.DemandUpdateColumns(context.View, context.Call.UserId, before, draft.Given.Values);
        var owner = before["ownerid"] as Reference?;
        var reassigned = draft.Given.ContainsKey("ownerid") && owner != draft.Values["ownerid"] as Reference?;
        if (reassigned) context.Demand(table, AccessRight.Assign, before);
        var after = draft.ToRow();
        context.Transaction.Update(after);
        draft.WriteLists();
        Reparenting.Run(context, after, before);
        if (reassigned) AssignCascade.Run(context, before, (Reference)draft.Values["ownerid"]);
        return new UpdateResponse();
    }

    private static void Complete(MessageContext context, Table table, Guid id, Draft draft)
    {
        var shape = TableShape.Of(table);
        States.Settle(table, id, draft.Values, draft.Given.Keys);
        if (shape.HasChange) draft.Values["modifiedon"] = context.Now;
        if (shape.HasChanger) draft.Values["modifiedby"] = new Reference("systemuser", context.Call.UserId);
        People.Name(table, draft.Values);
        if (draft.Given.ContainsKey("ownerid")) draft.SettleOwner();
        if (draft.Given.Values.Any(column => column.Type == ColumnType.Money || column.LogicalName == "transactioncurrencyid")) draft.SettleMoney();
    }
}
