using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>Creates rows of one table in one transaction; the steps of Create run for each.</summary>
internal sealed class CreateMultipleMessage : IMessageHandler
{
    public string Message => "CreateMultiple";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context) => new CreateMultipleResponse
    {
        Results = { ["Ids"] = Targets.Of(request, context).Select(target => (Guid)context.Execute(new CreateRequest { Target = target }).Results["id"]).ToArray() },
    };
}

/// <summary>Updates rows of one table in one transaction; the steps of Update run for each.</summary>
internal sealed class UpdateMultipleMessage : IMessageHandler
{
    public string Message => "UpdateMultiple";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var behavior = request.Optional<ConcurrencyBehavior?>("ConcurrencyBehavior") ?? ConcurrencyBehavior.Default;
        foreach (var target in Targets.Of(request, context)) context.Execute(new UpdateRequest { Target = target, ConcurrencyBehavior = behavior });
        return new UpdateMultipleResponse();
    }
}

/// <summary>Creates or updates rows of one table in one transaction.</summary>
internal sealed class UpsertMultipleMessage : IMessageHandler
{
    public string Message => "UpsertMultiple";

    public bool Transactional => true;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        OrganizationResponse response = new UpsertMultipleResponse();
        response.Results["Results"] = Targets.Of(request, context).Select(target => (UpsertResponse)context.Execute(new UpsertRequest { Target = target })).ToArray();
        return response;
    }
}

/// <summary>The rows of a Multiple message: at least one, all of one table.</summary>
internal static class Targets
{
    public static Entity[] Of(OrganizationRequest request, MessageContext context)
    {
        var targets = request.Required<EntityCollection>("Targets");
        var table = context.TableOf(targets.EntityName);
        if (targets.Entities.Count == 0) throw PlatformFaults.Invalid("The parameter 'Targets' holds no rows.");
        if (targets.Entities.FirstOrDefault(target => target.LogicalName != table.LogicalName) is { } other)
            throw PlatformFaults.Invalid($"The rows of 'Targets' must all be of '{table}', not of '{other.LogicalName}'.");
        return [.. targets.Entities];
    }
}
