using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded;

/// <summary>The awaitable forms: carried out at once, on the caller's thread.</summary>
internal sealed partial class Connection
{
    public Task<Guid> CreateAsync(Entity entity) => CreateAsync(entity, CancellationToken.None);

    public Task<Guid> CreateAsync(Entity entity, CancellationToken cancellationToken) => Done(() => Create(entity), cancellationToken);

    public Task<Entity> RetrieveAsync(string entityName, Guid id, ColumnSet columnSet) => RetrieveAsync(entityName, id, columnSet, CancellationToken.None);

    public Task<Entity> RetrieveAsync(string entityName, Guid id, ColumnSet columnSet, CancellationToken cancellationToken) => Done(() => Retrieve(entityName, id, columnSet), cancellationToken);

    public Task UpdateAsync(Entity entity) => UpdateAsync(entity, CancellationToken.None);

    public Task UpdateAsync(Entity entity, CancellationToken cancellationToken) => Done(() => Update(entity), cancellationToken);

    public Task DeleteAsync(string entityName, Guid id) => DeleteAsync(entityName, id, CancellationToken.None);

    public Task DeleteAsync(string entityName, Guid id, CancellationToken cancellationToken) => Done(() => Delete(entityName, id), cancellationToken);

    public Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request) => ExecuteAsync(request, CancellationToken.None);

    public Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request, CancellationToken cancellationToken) => Done(() => Execute(request), cancellationToken);

    public Task AssociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => AssociateAsync(entityName, entityId, relationship, relatedEntities, CancellationToken.None);

    public Task AssociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities, CancellationToken cancellationToken) => Done(() => Associate(entityName, entityId, relationship, relatedEntities), cancellationToken);

    public Task DisassociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => DisassociateAsync(entityName, entityId, relationship, relatedEntities, CancellationToken.None);

    public Task DisassociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities, CancellationToken cancellationToken) => Done(() => Disassociate(entityName, entityId, relationship, relatedEntities), cancellationToken);

    public Task<EntityCollection> RetrieveMultipleAsync(QueryBase query) => RetrieveMultipleAsync(query, CancellationToken.None);

    public Task<EntityCollection> RetrieveMultipleAsync(QueryBase query, CancellationToken cancellationToken) => Done(() => RetrieveMultiple(query), cancellationToken);

    public async Task<Entity> CreateAndReturnAsync(Entity entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var id = await CreateAsync(entity, cancellationToken).ConfigureAwait(false);
        return await RetrieveAsync(entity.LogicalName, id, new ColumnSet(true), cancellationToken).ConfigureAwait(false);
    }

    private static Task<T> Done<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
#pragma warning disable CA1031 // handed on in the task
        try
        {
            return Task.FromResult(work());
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
#pragma warning restore CA1031
    }

    private static Task Done(Action work, CancellationToken cancellationToken) => Done(
        () =>
        {
            work();
            return true;
        },
        cancellationToken);
}
