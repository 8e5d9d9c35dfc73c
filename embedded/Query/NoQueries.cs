using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Stands where no query engine was joined to the organization.</summary>
internal sealed class NoQueries : IQueryEngine
{
    public EntityCollection Execute(QueryBase query, IReadView view, CallContext context) => throw PlatformFaults.Unsupported("queries");
}
