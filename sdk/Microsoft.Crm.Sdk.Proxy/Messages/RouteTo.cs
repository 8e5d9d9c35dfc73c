using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Routes a queue item to a queue, a user or a team.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RouteToRequest : OrganizationRequest
{
    public RouteToRequest()
    {
        RequestName = "RouteTo";
        Target = default;
        QueueItemId = default;
    }

    /// <summary>A queue, user or team.</summary>
    public EntityReference Target
    {
        get => Parameters.Get<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public Guid QueueItemId
    {
        get => Parameters.Get<Guid>("QueueItemId");
        set => Parameters["QueueItemId"] = value;
    }
}

/// <summary>Answers nothing.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class RouteToResponse : OrganizationResponse
{
}
