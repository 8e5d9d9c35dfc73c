using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Tests.Plugins;

/// <summary>
/// What a plug-in is handed, made by hand: a clock, a trace, and an organization service that answers each table's queries with rows that a test laid
/// out, remembers what is written, and counts requests.
/// </summary>
internal sealed class FakePlatform : IServiceProvider, IOrganizationServiceFactory, IOrganizationService, ITracingService
{
    public DateTime Now { get; set; } = new(2026, 11, 23, 15, 0, 0, DateTimeKind.Utc);

    public FakeContext Context { get; } = new()
    {
        OrganizationId = Guid.NewGuid(),
        UserId = Guid.NewGuid(),
        InitiatingUserId = Guid.NewGuid(),
    };

    public Dictionary<string, List<Entity>> Rows { get; } = new(StringComparer.Ordinal);

    public List<Entity> Written { get; } = [];

    public List<string> Requests { get; } = [];

    public List<string> Lines { get; } = [];

    public List<Guid?> Users { get; } = [];

    /// <summary>Thrown by the next write.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether users may read, and so own, contact attempts.</summary>
    public bool MayOwn { get; set; } = true;

    public FakePlatform With(string table, params Entity[] rows)
    {
        if (!Rows.TryGetValue(table, out var list)) Rows[table] = list = [];
        list.AddRange(rows);
        return this;
    }

    public FakePlatform Variable(string name, string value) =>
        With("environmentvariabledefinition", new Entity("environmentvariabledefinition", Guid.NewGuid()) { ["schemaname"] = name, ["defaultvalue"] = value });

    public FakePlatform Speaks(int languageCode) =>
        With("usersettings", new Entity("usersettings", Context.InitiatingUserId) { ["uilanguageid"] = languageCode });

    /// <summary>The customer has a loan, known up to long after, with an instalment of last month unpaid: he may be called about it.</summary>
    public FakePlatform Owes(Guid customer)
    {
        static AliasedValue Of(object value) => new("crmx_obligation", "any", value);
        return With("crmx_obligationparty", new Entity("crmx_obligationparty", Guid.NewGuid())
        {
            ["crmx_customerid"] = new EntityReference("crmx_customer", customer),
            ["obligation.crmx_obligationid"] = Of(Guid.NewGuid()),
            ["obligation.crmx_ledgerasof"] = Of(Now.AddDays(60)),
            ["installment.crmx_installmentid"] = Of(Guid.NewGuid()),
            ["installment.crmx_number"] = Of(1),
            ["installment.crmx_duedate"] = Of(Now.Date.AddDays(-30)),
            ["installment.crmx_amount"] = Of(new Money(250_000m)),
        });
    }

    public object? GetService(Type serviceType) =>
        serviceType == typeof(IPluginExecutionContext) ? Context
        : serviceType == typeof(IOrganizationServiceFactory) || serviceType == typeof(ITracingService) ? this
        : serviceType == typeof(Func<DateTime>) ? () => Now
        : null;

    public IOrganizationService CreateOrganizationService(Guid? userId)
    {
        Users.Add(userId);
        return this;
    }

    public Guid Create(Entity entity)
    {
        Write("Create", entity);
        return Guid.NewGuid();
    }

    public void Update(Entity entity) => Write("Update", entity);

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet)
    {
        Requests.Add("Retrieve " + entityName);
        return Rows[entityName].Single(row => row.Id == id);
    }

    public EntityCollection RetrieveMultiple(QueryBase query)
    {
        var table = ((QueryExpression)query).EntityName;
        Requests.Add("RetrieveMultiple " + table);
        return new EntityCollection(Rows.TryGetValue(table, out var rows) ? rows.ToList() : []);
    }

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        if (request is UpsertRequest upsert)
        {
            Write("Upsert", upsert.Target);
            return new UpsertResponse();
        }

        Requests.Add(request.RequestName);
        if (request.RequestName == "RetrieveUserPrivilegeByPrivilegeName")
        {
            return new OrganizationResponse { Results = { ["RolePrivileges"] = MayOwn ? new RolePrivilege[1] : [] } };
        }

        return Failure is null ? new OrganizationResponse() : throw Failure;
    }

    public void Delete(string entityName, Guid id) => throw new NotSupportedException();

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException();

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException();

    public void Trace(string format, params object[] args) => Lines.Add(string.Format(CultureInfo.InvariantCulture, format, args));

    private void Write(string verb, Entity row)
    {
        Requests.Add(verb + " " + row.LogicalName);
        if (Failure is { } failure) throw failure;
        Written.Add(row);
    }
}
