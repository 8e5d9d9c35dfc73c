using System.Linq;
using Crm.Extensions.Embedded.Pipeline;
using Crm.Extensions.Embedded.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>Create, which refuses steps on custom APIs that take none.</summary>
internal sealed class RegisteringCreate(IMessageHandler create) : IMessageHandler
{
    public string Message => create.Message;

    public bool Transactional => create.Transactional;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        if (request.Parameters["Target"] is Entity { LogicalName: "sdkmessageprocessingstep" } step && step.GetAttributeValue<EntityReference>("sdkmessageid") is { } message)
            StepAdmission.Demand(context.View, message.Id, step.GetAttributeValue<OptionSetValue>("mode")?.Value ?? 0);
        return create.Handle(request, context);
    }
}

/// <summary>Delete, which uninstalls a solution when its row is deleted.</summary>
internal sealed class UninstallingDelete(IMessageHandler delete) : IMessageHandler
{
    public string Message => delete.Message;

    public bool Transactional => delete.Transactional;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        if (request.Parameters["Target"] is not EntityReference { LogicalName: "solution" } target
            || context.Organization.Installer.Installed.FirstOrDefault(solution => solution.Id == target.Id) is not { } installed)
        {
            return delete.Handle(request, context);
        }

        context.Demand(context.TableOf("solution"), AccessRight.Delete, context.View.Find("solution", target.Id));
        context.Organization.Uninstall(installed.UniqueName);
        return new DeleteResponse();
    }
}
