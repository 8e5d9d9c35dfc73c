using System;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Query.Results;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Updates the row that has the id or the key's values, or creates it: through the ordinary messages, with their steps.</summary>
internal sealed class UpsertMessage : IMessageHandler
{
    public string Message => "Upsert";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<Entity>("Target");
        var table = context.TableOf(target.LogicalName);
        var keyed = target.KeyAttributes.Count > 0 && !(target.KeyAttributes.Count == 1 && target.KeyAttributes.ContainsKey(table.PrimaryId));
        var id = keyed || Addressing.IdOf(table, target) != Guid.Empty || target.KeyAttributes.Count > 0 ? Addressing.Find(context, table, target) : null;
        var exists = id is { } one && context.Transaction.Find(table.LogicalName, one) is not null;
        if (exists)
        {
            Update(context, target, id!.Value);
        }
        else
        {
            if (keyed) TakeKey(context, table, target);
            id = Create(context, table, target, keyed ? null : id);
        }

        return new UpsertResponse { Results = { ["RecordCreated"] = !exists, ["Target"] = new EntityReference(table.LogicalName, id!.Value) } };
    }

    private static void Update(MessageContext context, Entity target, Guid id)
    {
        target.KeyAttributes.Clear();
        target.Id = id;
        context.Execute(new UpdateRequest { Target = target });
    }

    private static Guid Create(MessageContext context, Table table, Entity target, Guid? id)
    {
        target.KeyAttributes.Clear();
        if (id is { } given)
        {
            target.Id = given;
            target[table.PrimaryId] = given;
        }

        return (Guid)context.Execute(new CreateRequest { Target = target }).Results["id"];
    }

    private static void TakeKey(MessageContext context, Table table, Entity target)
    {
        var values = Addressing.KeyValues(context, table, target.KeyAttributes, out _);
        var labels = context.Queries.Labels(context.View, context.Call);
        foreach (var (name, kept) in values) target[name] = SdkValues.Of(table.Find(name)!, kept, labels);
    }
}
