using System;
using Crm.Extensions.Embedded.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>A plug-in's connection: requests join its transaction, count one deeper, and cross a serialization copy both ways.</summary>
internal sealed class PluginConnection(EmbeddedDataverse organization, StepExecution execution, Guid userId) : IOrganizationService
{
    public OrganizationResponse Execute(OrganizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = execution.Context;
        var number = execution.CountRequest();
        if (MessageNames.IsBatch(request.RequestName) && context.Mode == 0)
            organization.Traces.AddViolation($"{execution.Name} sent {request.RequestName} from a synchronous plug-in.");
        TimeLimit.Demand(organization.Clock, execution);
        execution.Transaction?.DemandUsable();
        organization.Faults.OnPluginRequest(execution, request.RequestName, number);
        var response = Boundary.Cross(organization, request, Caller);
        TimeLimit.Demand(organization.Clock, execution);
        return response;
    }

    public Guid Create(Entity entity) => ((CreateResponse)Execute(new CreateRequest { Target = entity })).id;

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) =>
        ((RetrieveResponse)Execute(new RetrieveRequest { Target = new EntityReference(entityName, id), ColumnSet = columnSet })).Entity;

    public void Update(Entity entity) => Execute(new UpdateRequest { Target = entity });

    public void Delete(string entityName, Guid id) => Execute(new DeleteRequest { Target = new EntityReference(entityName, id) });

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Execute(new AssociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities });

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Execute(new DisassociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities });

    public EntityCollection RetrieveMultiple(QueryBase query) =>
        ((RetrieveMultipleResponse)Execute(new RetrieveMultipleRequest { Query = query })).EntityCollection;

    private CallContext Caller() => new()
    {
        UserId = userId,
        InitiatingUserId = execution.Context.InitiatingUserId,
        IsSystem = userId == organization.SystemUserId,
        Transaction = execution.Transaction,
        Depth = execution.Context.Depth + 1,
        CorrelationId = execution.Context.CorrelationId,
        Parent = execution.Context,
        Step = $"{execution.PluginType}: {execution.Name}",
        Began = execution.Began,
    };
}
