using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Sends an e-mail that is a draft.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class SendEmailRequest : OrganizationRequest
{
    public SendEmailRequest()
    {
        RequestName = "SendEmail";
        EmailId = default;
        IssueSend = default;
        TrackingToken = default;
    }

    public Guid EmailId
    {
        get => Parameters.Get<Guid>("EmailId");
        set => Parameters["EmailId"] = value;
    }

    /// <summary>False marks the e-mail as sent without sending it.</summary>
    public bool IssueSend
    {
        get => Parameters.Get<bool>("IssueSend");
        set => Parameters["IssueSend"] = value;
    }

    public string TrackingToken
    {
        get => Parameters.Get<string>("TrackingToken");
        set => Parameters["TrackingToken"] = value;
    }
}

/// <summary>The subject, with its tracking token.</summary>
[DataContract(Namespace = "http://schemas.microsoft.com/crm/2011/Contracts")]
public sealed class SendEmailResponse : OrganizationResponse
{
    public string Subject => Results.Get<string>("Subject");
}
