using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Takes a queue item out of its queue.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RemoveFromQueueRequest : OrganizationRequest
{
    public RemoveFromQueueRequest()
    {
        RequestName = "RemoveFromQueue";
        QueueItemId = default;
    }

    public Guid QueueItemId
    {
        get => Parameters.Get<Guid>("QueueItemId");
        set => Parameters["QueueItemId"] = value;
    }
}

/// <summary>Answers nothing.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RemoveFromQueueResponse : OrganizationResponse
{
}
