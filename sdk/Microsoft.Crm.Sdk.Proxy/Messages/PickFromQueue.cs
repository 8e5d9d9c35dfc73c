using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Gives a queue item to a worker.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class PickFromQueueRequest : OrganizationRequest
{
    public PickFromQueueRequest()
    {
        RequestName = "PickFromQueue";
        QueueItemId = default;
        WorkerId = default;
    }

    public Guid QueueItemId
    {
        get => Parameters.Get<Guid>("QueueItemId");
        set => Parameters["QueueItemId"] = value;
    }

    public Guid WorkerId
    {
        get => Parameters.Get<Guid>("WorkerId");
        set => Parameters["WorkerId"] = value;
    }

    public bool RemoveQueueItem
    {
        get => Parameters.Get<bool>("RemoveQueueItem");
        set => Parameters["RemoveQueueItem"] = value;
    }
}

/// <summary>Answers nothing.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class PickFromQueueResponse : OrganizationResponse
{
}
