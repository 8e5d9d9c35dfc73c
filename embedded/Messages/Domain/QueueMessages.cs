using System;
using System.Linq;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>Puts a row into a queue: the queue item that it has is moved, else one is made.</summary>
internal sealed class AddToQueueMessage : IMessageHandler
{
    public string Message => "AddToQueue";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<EntityReference>("Target");
        var queue = request.Required<Guid>("DestinationQueueId");
        var known = context.View.Referencing("queueitem", "objectid", target.Id).FirstOrDefault(row => row["objectid"] is Reference on && on.Table == target.LogicalName);
        Guid id;
        if (known is null)
        {
            var item = request.Optional<Entity>("QueueItemProperties") ?? new Entity("queueitem");
            item["objectid"] = target;
            item["queueid"] = new EntityReference("queue", queue);
            id = (Guid)context.Execute(new CreateRequest { Target = item }).Results["id"];
        }
        else
        {
            id = known.Id;
            context.Execute(new UpdateRequest { Target = new Entity("queueitem", id) { ["queueid"] = new EntityReference("queue", queue) } });
        }
        return new AddToQueueResponse { Results = { ["QueueItemId"] = id } };
    }
}

/// <summary>A worker takes a queue item.</summary>
internal sealed class PickFromQueueMessage : IMessageHandler
{
    public string Message => "PickFromQueue";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var item = request.Required<Guid>("QueueItemId");
        if (request.Optional<bool>("RemoveQueueItem"))
        {
            context.Execute(new DeleteRequest { Target = new EntityReference("queueitem", item) });
        }
        else
        {
            var worker = new EntityReference("systemuser", request.Required<Guid>("WorkerId"));
            context.Execute(new UpdateRequest { Target = new Entity("queueitem", item) { ["workerid"] = worker } });
        }
        return new PickFromQueueResponse();
    }
}

/// <summary>A worker puts a queue item back.</summary>
internal sealed class ReleaseToQueueMessage : IMessageHandler
{
    public string Message => "ReleaseToQueue";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        context.Execute(new UpdateRequest { Target = new Entity("queueitem", request.Required<Guid>("QueueItemId")) { ["workerid"] = null } });
        return new ReleaseToQueueResponse();
    }
}

/// <summary>Takes a row out of its queue.</summary>
internal sealed class RemoveFromQueueMessage : IMessageHandler
{
    public string Message => "RemoveFromQueue";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        context.Execute(new DeleteRequest { Target = new EntityReference("queueitem", request.Required<Guid>("QueueItemId")) });
        return new RemoveFromQueueResponse();
    }
}
