using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>The caller's own ids.</summary>
internal sealed class WhoAmIMessage : IMessageHandler
{
    public string Message => "WhoAmI";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context) => new WhoAmIResponse
    {
        Results =
        {
            ["UserId"] = context.Call.UserId,
            ["BusinessUnitId"] = context.Organization.BusinessUnitOf(context.Call.UserId),
            ["OrganizationId"] = context.Organization.OrganizationId,
        },
    };
}
