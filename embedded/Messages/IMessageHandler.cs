using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>The main operation of one message.</summary>
internal interface IMessageHandler
{
    /// <summary>The message's name, as in <see cref="OrganizationRequest.RequestName"/>.</summary>
    string Message { get; }

    /// <summary>Whether it runs in a transaction (its own, if the caller has none). Reads and ExecuteMultiple don't.</summary>
    bool Transactional { get; }

    OrganizationResponse Handle(OrganizationRequest request, MessageContext context);
}
