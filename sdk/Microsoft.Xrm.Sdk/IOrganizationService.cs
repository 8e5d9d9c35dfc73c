using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk;

/// <summary>A connection to one organization as one user.</summary>
[ServiceContract(Name = "IOrganizationService", Namespace = Contracts.Services)]
public interface IOrganizationService
{
    /// <summary>Creates a row, with its related rows, and returns its id.</summary>
    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    Guid Create(Entity entity);

    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    Entity Retrieve(string entityName, Guid id, ColumnSet columnSet);

    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    void Update(Entity entity);

    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    void Delete(string entityName, Guid id);

    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    OrganizationResponse Execute(OrganizationRequest request);

    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);

    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);

    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    EntityCollection RetrieveMultiple(QueryBase query);
}
