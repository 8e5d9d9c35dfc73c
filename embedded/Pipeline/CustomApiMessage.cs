using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Messages;
using Crm.Extensions.Embedded.Security;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>A custom API as a message: parameters and privilege are checked, then its plug-in is the main operation.</summary>
internal sealed class CustomApiMessage(
    Guid id, string name, string? privilege, Func<IPlugin>? plugin, string pluginType, IReadOnlyList<CustomApiParameter> requests, IReadOnlyList<CustomApiParameter> responses)
    : IMessageHandler
{
    public string Message => name;

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        DemandPrivilege(context);
        CheckRequest(request);
        var response = new OrganizationResponse { ResponseName = name };
        if (plugin is null || context.Call.Parent is not StepContext parent) return response;
        var step = new StepRegistration
        {
            Id = id, Name = name, Message = name, Stage = StepRegistration.MainOperation, PluginType = pluginType, Instance = plugin,
        };
        var inner = new StepContext(parent.Frame, StepRegistration.MainOperation, step, context.Organization) { IsInTransaction = true, RequestId = request.RequestId };
        new StepRunner(context.Organization).Run(step, inner, context.Call.Transaction, context.Call.Began);
        foreach (var property in responses)
        {
            if (!parent.Frame.Output.TryGetValue(property.Name, out var value)) continue;
            if (!property.Takes(value)) throw WrongType(property, value, "response property");
            response.Results[property.Name] = value;
        }
        return response;
    }

    private void CheckRequest(OrganizationRequest request)
    {
        foreach (var (parameter, value) in request.Parameters)
        {
            var declared = requests.FirstOrDefault(one => one.Name == parameter)
                ?? throw PlatformFaults.Invalid($"The parameter '{parameter}' in the request payload is not a valid parameter for the operation '{name}'.");
            if (!declared.Takes(value)) throw WrongType(declared, value, "parameter");
        }
        foreach (var required in requests.Where(one => !one.IsOptional))
        {
            if (!request.Parameters.TryGetValue(required.Name, out var value) || value is null)
                throw PlatformFaults.Invalid($"The required parameter '{required.Name}' was not found for the operation '{name}'.");
        }
    }

    private Exception WrongType(CustomApiParameter parameter, object? value, string kind) => PlatformFaults.Invalid(
        $"The {kind} '{parameter.Name}' of '{name}' takes {CustomApiParameter.ClrType(parameter.Type)?.Name}; it was given {value?.GetType().Name}.");

    private void DemandPrivilege(MessageContext context)
    {
        if (privilege is null || context.Call.IsSystem) return;
        var (table, right) = PrivilegeNames.Parse(privilege, context.Catalog)
            ?? throw PlatformFaults.Invalid($"The privilege '{privilege}' that '{name}' demands does not exist.");
        context.Demand(table, right, row: null);
    }
}
