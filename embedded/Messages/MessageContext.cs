using System;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Query;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Messages;

/// <summary>What a message's main operation works with.</summary>
internal sealed class MessageContext(EmbeddedDataverse organization, CallContext call)
{
    public EmbeddedDataverse Organization { get; } = organization;

    public CallContext Call { get; } = call;

    public Catalog Catalog => Organization.Catalog;

    public IRowAuthority Authority => Organization.Authority;

    public IQueryEngine Queries => Organization.Queries;

    /// <summary>Whole seconds, UTC.</summary>
    public DateTime Now => Organization.Clock.WholeSeconds;

    /// <summary>What this statement sees.</summary>
    public IReadView View => (IReadView?)Call.Transaction ?? Organization.Database.Committed;

    /// <summary>The transaction of a transactional message.</summary>
    public Transaction Transaction => Call.Transaction ?? throw PlatformFaults.Unexpected("A write was asked for outside a transaction.");

    /// <summary>Another message as part of this one: same user, same transaction, same depth, with the steps registered on it.</summary>
    public OrganizationResponse Execute(OrganizationRequest request) => Organization.Executor.Execute(request, Call);

    /// <summary>Whether the caller may read a column of a row.</summary>
    public bool MayRead(Row row, Column column) => Call.IsSystem || Authority.CanReadColumn(View, Call.UserId, row, column);

    /// <summary>Refuses a user without the right; the engine itself has every right.</summary>
    public void Demand(Table table, AccessRight right, Row? row)
    {
        if (!Call.IsSystem) Authority.Demand(View, Call.UserId, table, right, row);
    }
}
