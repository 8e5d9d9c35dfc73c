using Crm.Extensions.Embedded.Query.Results;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Answers queries. Called with the database's gate held, so that one statement sees one state.</summary>
internal interface IQueryEngine
{
    EntityCollection Execute(QueryBase query, IReadView view, CallContext context);

    /// <summary>What values are called in the caller's language, at his clock.</summary>
    Labels Labels(IReadView view, CallContext context);
}
