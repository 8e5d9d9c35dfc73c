using Crm.Extensions.Embedded.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>One row, by id or by key.</summary>
internal sealed class RetrieveMessage : IMessageHandler
{
    public string Message => "Retrieve";

    public bool Transactional => false;

    public OrganizationResponse Handle(OrganizationRequest request, MessageContext context)
    {
        var target = request.Required<EntityReference>("Target");
        var columns = request.Required<ColumnSet>("ColumnSet");
        var table = context.TableOf(target.LogicalName);
        if (request.Optional<RelationshipQueryCollection>("RelatedEntitiesQuery") is { Count: > 0 }) throw PlatformFaults.Unsupported("RelatedEntitiesQuery of message 'Retrieve'");
        lock (context.Organization.Database.Gate)
        {
            var id = Addressing.Find(context, table, target) ?? throw PlatformFaults.NotFoundByKey(table.LogicalName);
            var row = context.View.Find(table.LogicalName, id) ?? throw PlatformFaults.DoesNotExist(table.LogicalName, id);
            context.Demand(table, AccessRight.Read, row);
            var entity = Projection.Of(row, table, columns, context.View, context.Catalog, context.MayRead);
            return new RetrieveResponse { Results = { ["Entity"] = entity } };
        }
    }
}
