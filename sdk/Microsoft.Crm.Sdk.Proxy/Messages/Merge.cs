using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Merges a row into another of its table and deactivates it.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class MergeRequest : OrganizationRequest
{
    public MergeRequest()
    {
        RequestName = "Merge";
        Target = default;
        SubordinateId = default;
        UpdateContent = default;
        PerformParentingChecks = default;
    }

    public EntityReference Target
    {
        get => Parameters.Get<EntityReference>("Target");
        set => Parameters["Target"] = value;
    }

    public Guid SubordinateId
    {
        get => Parameters.Get<Guid>("SubordinateId");
        set => Parameters["SubordinateId"] = value;
    }

    /// <summary>Columns that the surviving row takes over.</summary>
    public Entity UpdateContent
    {
        get => Parameters.Get<Entity>("UpdateContent");
        set => Parameters["UpdateContent"] = value;
    }

    public bool PerformParentingChecks
    {
        get => Parameters.Get<bool>("PerformParentingChecks");
        set => Parameters["PerformParentingChecks"] = value;
    }
}

/// <summary>Answers nothing.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class MergeResponse : OrganizationResponse
{
}
