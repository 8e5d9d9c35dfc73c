using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks who the connection is.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class WhoAmIRequest : OrganizationRequest
{
    public WhoAmIRequest()
    {
        RequestName = "WhoAmI";
    }
}

/// <summary>The user, their business unit and the organization.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class WhoAmIResponse : OrganizationResponse
{
    public Guid UserId => Results.Get<Guid>("UserId");

    public Guid BusinessUnitId => Results.Get<Guid>("BusinessUnitId");

    public Guid OrganizationId => Results.Get<Guid>("OrganizationId");
}
