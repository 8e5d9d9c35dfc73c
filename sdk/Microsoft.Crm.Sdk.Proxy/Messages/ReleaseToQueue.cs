using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Takes a queue item from its worker.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class ReleaseToQueueRequest : OrganizationRequest
{
    public ReleaseToQueueRequest()
    {
        RequestName = "ReleaseToQueue";
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
public sealed class ReleaseToQueueResponse : OrganizationResponse
{
}
