using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Puts a row into a queue, or moves its queue item.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class AddToQueueRequest : OrganizationRequest
{
    public AddToQueueRequest()
    {
        RequestName = "AddToQueue";
        Target = default;
        DestinationQueueId = default;
    }

    public EntityReference Target
    {
        get => Parameters.Get<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public Guid SourceQueueId
    {
        get => Parameters.Get<Guid>("SourceQueueId");
        set => Parameters["SourceQueueId"] = value;
    }

    public Guid DestinationQueueId
    {
        get => Parameters.Get<Guid>("DestinationQueueId");
        set => Parameters["DestinationQueueId"] = value;
    }

    public Entity QueueItemProperties
    {
        get => Parameters.Get<Entity>("QueueItemProperties");
        set => Parameters["QueueItemProperties"] = value;
    }
}

/// <summary>The queue item.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class AddToQueueResponse : OrganizationResponse
{
    public Guid QueueItemId => Results.Get<Guid>("QueueItemId");
}
