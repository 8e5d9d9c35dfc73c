using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Changes state and status reason: carried out as an Update.</summary>
internal sealed class SetStateMessage : IMessageHandler
{
    public string Message => "SetState";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var row = request.Required<EntityReference>("EntityMoniker");
        var target = new Entity(row.LogicalName, row.Id) { ["statecode"] = request.Required<OptionSetValue>("State") };
        var status = request.Required<OptionSetValue>("Status");
        if (status.Value != -1) target["statuscode"] = status;
        context.Execute(new UpdateRequest { Target = target });
        return new SetStateResponse();
    }
}

/// <summary>Changes the owner: carried out as an Update.</summary>
internal sealed class AssignMessage : IMessageHandler
{
    public string Message => "Assign";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var row = request.Required<EntityReference>("Target");
        context.Execute(new UpdateRequest { Target = new Entity(row.LogicalName, row.Id) { ["ownerid"] = request.Required<EntityReference>("Assignee") } });
        return new AssignResponse();
    }
}
