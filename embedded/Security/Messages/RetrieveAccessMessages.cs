using System.Linq;
using Crm.Extensions.Embedded.Messages;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Security.Messages;

/// <summary>Which rights a user has on a row, by roles and by sharing.</summary>
internal sealed class RetrievePrincipalAccessMessage(RoleAuthority authority) : IMessageHandler
{
    public string Message => "RetrievePrincipalAccess";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<EntityReference>("Target");
        var principal = request.Required<EntityReference>("Principal");
        if (principal.LogicalName != "systemuser") throw PlatformFaults.Unsupported($"RetrievePrincipalAccess for a '{principal.LogicalName}'");
        var row = context.View.Find(context.TableOf(target.LogicalName).LogicalName, target.Id) ?? throw PlatformFaults.DoesNotExist(target.LogicalName, target.Id);
        context.Demand(row.Table, AccessRight.Read, row);
        return new RetrievePrincipalAccessResponse { Results = { ["AccessRights"] = authority.RightsOn(context.View, principal.Id, row) } };
    }
}

/// <summary>With whom a row is shared, and which rights they have by it.</summary>
internal sealed class RetrieveSharedPrincipalsAndAccessMessage : IMessageHandler
{
    public string Message => "RetrieveSharedPrincipalsAndAccess";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<EntityReference>("Target");
        var row = context.View.Find(context.TableOf(target.LogicalName).LogicalName, target.Id) ?? throw PlatformFaults.DoesNotExist(target.LogicalName, target.Id);
        context.Demand(row.Table, AccessRight.Read, row);
        var shares = Shares.On(context.View, row.Id)
            .Select(share => new PrincipalAccess { Principal = new EntityReference(share.Principal.Table, share.Principal.Id), AccessMask = share.Rights })
            .ToArray();
        return new RetrieveSharedPrincipalsAndAccessResponse { Results = { ["PrincipalAccesses"] = shares } };
    }
}
