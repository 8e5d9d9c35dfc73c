using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>Resolves a case: writes the resolution and gives the case the resolved status.</summary>
internal sealed class CloseIncidentMessage : IMessageHandler
{
    private const int Resolved = 1;

    public string Message => "CloseIncident";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var resolution = request.Required<Entity>("IncidentResolution");
        var status = request.Required<OptionSetValue>("Status");
        var incident = resolution.GetAttributeValue<EntityReference>("incidentid") ?? throw PlatformFaults.MissingParameter("incidentid");
        var row = context.Writable("incident", incident.Id);
        if (row["statecode"] is not (null or 0)) throw PlatformFaults.Invalid($"'incident' With Id = {incident.Id} is already closed.");
        if (status.Value != -1 && context.TableOf("incident").Find("statuscode")!.Options.FirstOrDefault(option => option.Value == status.Value) is not { State: Resolved })
            throw PlatformFaults.WrongStatus(context.TableOf("incident"), incident.Id, status.Value, Resolved);
        var created = (CreateResponse)context.ExecuteAsPlatform(new CreateRequest { Target = resolution });
        context.ExecuteAsPlatform(new UpdateRequest
        {
            Target = new Entity("incidentresolution", created.id) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) },
        });
        context.ExecuteAsPlatform(new UpdateRequest
        {
            Target = new Entity("incident", incident.Id)
            {
                ["statecode"] = new OptionSetValue(Resolved),
                ["statuscode"] = new OptionSetValue(status.Value == -1 ? 5 : status.Value),
            },
        });
        return new CloseIncidentResponse();
    }
}
