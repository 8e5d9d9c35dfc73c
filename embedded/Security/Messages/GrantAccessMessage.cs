using Crm.Extensions.Embedded.Messages;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Security.Messages;

/// <summary>Shares a row with a user or team; rights that were there before stay.</summary>
internal sealed class GrantAccessMessage : IMessageHandler
{
    public string Message => "GrantAccess";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var access = request.Required<PrincipalAccess>("PrincipalAccess");
        var row = Sharing.Target(context, request);
        Sharing.Change(context, row, Sharing.Principal(context, access.Principal), rights => rights | access.AccessMask, relationship => relationship.Share);
        return new GrantAccessResponse();
    }
}

/// <summary>Replaces the rights that a user or team has on a shared row.</summary>
internal sealed class ModifyAccessMessage : IMessageHandler
{
    public string Message => "ModifyAccess";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var access = request.Required<PrincipalAccess>("PrincipalAccess");
        var row = Sharing.Target(context, request);
        Sharing.Change(context, row, Sharing.Principal(context, access.Principal), _ => access.AccessMask, relationship => relationship.Share);
        return new ModifyAccessResponse();
    }
}

/// <summary>Takes back what a user or team was given on a row.</summary>
internal sealed class RevokeAccessMessage : IMessageHandler
{
    public string Message => "RevokeAccess";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var row = Sharing.Target(context, request);
        Sharing.Change(context, row, Sharing.Principal(context, request.Required<EntityReference>("Revokee")), _ => AccessRights.None, relationship => relationship.Unshare);
        return new RevokeAccessResponse();
    }
}
