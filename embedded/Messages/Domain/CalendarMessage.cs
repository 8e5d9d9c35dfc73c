using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages.Domain;

/// <summary>Book makes an appointment, Reschedule moves one. The calendars of the participants are not asked: there are no working hours here.</summary>
internal sealed class CalendarMessage(string message) : IMessageHandler
{
    public string Message => message;

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<Entity>("Target");
        if (target.LogicalName != "appointment") throw PlatformFaults.Unsupported($"message '{message}' on '{target.LogicalName}'");
        var id = target.Id;
        if (message == "Book" && id == Guid.Empty)
            id = (Guid)context.Execute(new CreateRequest { Target = target }).Results["id"];
        else
            context.Execute(new UpdateRequest { Target = target });
        OrganizationResponse response = message == "Book" ? new BookResponse() : new RescheduleResponse();
        response.Results["ValidationResult"] = new ValidationResult { ActivityId = id, ValidationSuccess = true };
        return response;
    }
}
