using System;
using System.Linq;
using Crm.Extensions.Embedded.Import;
using Crm.Extensions.Embedded.Messages;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Security.Messages;

/// <summary>Whether, and how deep, a user has one privilege, by roles of his own and of his teams. Nothing comes back where he lacks it.</summary>
internal sealed class RetrieveUserPrivilegeByPrivilegeNameMessage(RoleAuthority authority) : IMessageHandler
{
    public string Message => "RetrieveUserPrivilegeByPrivilegeName";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var user = request.Required<Guid>("UserId");
        var name = request.Required<string>("PrivilegeName");
        var privileges = authority.Privileges(context.View, user);
        Reach[] reaches = privileges.IsAdministrator
            ? [new Reach(PrivilegeDepth.Global, context.Organization.RootBusinessUnitId)]
            : [.. privileges.Of(name) ?? []];
        var held = reaches.Select(reach => new RolePrivilege { PrivilegeId = PrivilegeRows.Id(name), Depth = reach.Depth, BusinessUnitId = reach.BusinessUnitId });
        return new OrganizationResponse { ResponseName = Message, Results = { ["RolePrivileges"] = held.ToArray() } };
    }
}
