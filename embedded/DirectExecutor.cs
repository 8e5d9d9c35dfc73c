using System;
using Crm.Extensions.Embedded.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded;

/// <summary>Runs a message's main operation and nothing around it: no steps fire.</summary>
internal sealed class DirectExecutor(EmbeddedDataverse organization) : IRequestExecutor
{
    public OrganizationResponse Execute(OrganizationRequest request, CallContext context)
    {
        context.Transaction?.DemandUsable();
        var handler = organization.Messages.Find(request.RequestName) ?? throw PlatformFaults.Unsupported($"message '{request.RequestName}'");
        if (!handler.Transactional || context.Transaction is not null) return Joined(handler, request, context);
        using var transaction = organization.Database.Begin();
        var response = handler.Handle(request, new MessageContext(organization, context with { Transaction = transaction }));
        transaction.Commit();
        return response;
    }

    private OrganizationResponse Joined(IMessageHandler handler, OrganizationRequest request, CallContext context)
    {
        try
        {
            return handler.Handle(request, new MessageContext(organization, context));
        }
        catch (Exception)
        {
            context.Transaction?.Doom();
            throw;
        }
    }
}
