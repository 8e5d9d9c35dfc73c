using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Security.Messages;
using Crm.Extensions.Embedded.Storage;
using Crm.Extensions.Embedded.Validation;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Adds a row, and with it, in the same transaction, the related rows that it brings.</summary>
internal sealed class CreateMessage : IMessageHandler
{
    // About how many columns are filled in beside those that are given: key, owner, states, times, people
    private const int SystemValues = 14;

    public string Message => "Create";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<Entity>("Target");
        var table = context.TableOf(target.LogicalName);
        if (table.LogicalName == ActivityPointers.Table) throw PlatformFaults.Unsupported($"message 'Create' on '{ActivityPointers.Table}': create the activity itself");
        if (target.KeyAttributes.Count > 0) throw PlatformFaults.NotFoundByKey(table.LogicalName);
        context.Demand(table, AccessRight.Create, null);
        var id = Addressing.IdOf(table, target);
        if (id == Guid.Empty) id = context.Organization.Database.NextId();

        RelatedRows.CreateReferenced(context, table, target);
        var draft = new Draft(context, table, id, new Dictionary<string, object>(target.Attributes.Count + SystemValues, StringComparer.Ordinal) { [table.PrimaryId] = id });
        draft.Take(target, creating: true);
        Complete(context, table, id, draft);
        var row = draft.ToRow();
        draft.DemandReferences(row);
        if (!context.Call.IsSystem)
        {
            context.Demand(table, AccessRight.Create, row);
            context.Authority.DemandCreateColumns(context.View, context.Call.UserId, table, draft.Given.Values);
        }

        if (table.IsActivity) DemandFreeActivityId(context, table, id);
        context.Transaction.Insert(row);
        draft.WriteLists();
        Reparenting.Run(context, row, before: null);
        RelatedRows.CreateReferencing(context, table, id, target);
        return new CreateResponse { Results = { ["id"] = id } };
    }

    private static void Complete(MessageContext context, Table table, Guid id, Draft draft)
    {
        var shape = TableShape.Of(table);
        var values = draft.Values;
        var user = new Reference("systemuser", context.Call.UserId);
        foreach (var column in shape.Defaults)
        {
            if (!draft.Given.ContainsKey(column.LogicalName)) values.TryAdd(column.LogicalName, column.Default!);
        }

        States.Settle(table, id, values, draft.Given.Keys);
        if (shape.HasCreation)
        {
            values["createdon"] = context.Now;
            if (values.TryGetValue("overriddencreatedon", out var overridden))
            {
                values["createdon"] = overridden;
                values["overriddencreatedon"] = context.Now;
            }
        }

        if (shape.HasChange) values["modifiedon"] = context.Now;
        if (shape.HasCreator) values["createdby"] = user;
        if (shape.HasChanger) values["modifiedby"] = user;
        if (shape.HasOwner) values.TryAdd("ownerid", user);
        if (table.IsActivity) values["activitytypecode"] = table.LogicalName;
        People.Name(table, values);
        draft.SettleOwner();
        draft.SettleMoney();
        foreach (var column in shape.Required)
        {
            if (!values.ContainsKey(column.LogicalName)) throw PlatformFaults.RequiredColumn(table, column);
        }
    }

    private static void DemandFreeActivityId(MessageContext context, Table table, Guid id)
    {
        foreach (var other in ActivityPointers.Tables(context.Catalog))
        {
            if (other != table && context.Transaction.Find(other.LogicalName, id) is not null) throw PlatformFaults.DuplicateId(table, id);
        }
    }
}
