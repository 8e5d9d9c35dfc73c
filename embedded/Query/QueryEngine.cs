using System;
using Crm.Extensions.Embedded.Query.Results;
using Crm.Extensions.Embedded.Security;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Answers an organization's queries as the caller: his rights, his language, his clock.</summary>
internal sealed class QueryEngine(EmbeddedDataverse organization) : IQueryEngine
{
    public EntityCollection Execute(QueryBase query, IReadView view, CallContext context) =>
        new QueryExecutor(organization.Catalog, view, CallerOf(view, context)).Run(query);

    public Labels Labels(IReadView view, CallContext context) => new(organization.Catalog, view, CallerOf(view, context));

    private QueryCaller CallerOf(IReadView view, CallContext context)
    {
        var principal = new Lazy<Principal>(() => Principal.Of(view, context.UserId), isThreadSafe: false);
        var settings = view.Find("usersettings", context.UserId);
        var language = settings?["uilanguageid"] is int chosen and not 0 ? chosen : view.Find("organization", organization.OrganizationId)?["languagecode"] as int? ?? 1033;
        return new QueryCaller
        {
            UserId = context.UserId,
            BusinessUnitId = Cell.Key(view.Find("systemuser", context.UserId)?["businessunitid"]) ?? organization.RootBusinessUnitId,
            Teams = () => Array.ConvertAll(principal.Value.Teams, team => team.Id),
            Language = language,
            TimeZone = UserTimeZones.Of(settings?["timezonecode"] as int?),
            Now = organization.Clock.UtcNow,
            Visible = table => context.IsSystem ? null : organization.Authority.ReadFilter(view, context.UserId, table),
            Readable = (table, column) => context.IsSystem || !column.Secured || organization.Authority.CanReadColumn(view, context.UserId, table, column),
        };
    }
}
