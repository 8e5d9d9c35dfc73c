using System;
using System.Collections.Generic;
using FakeXrmEasy;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.FakeXrmEasyTests;

/// <summary>A tenant in FakeXrmEasy: one customer in Bogotá, courtesy enforced, and nothing else.</summary>
/// <remarks>Rows are plain entities: FakeXrmEasy checks the tables of early-bound rows against their assembly, which knows ours alone.</remarks>
internal sealed class Tenant
{
    internal const int Collection = 574840002;
    internal const int Allowed = 574840000;
    internal const int Stopped = 574840003;
    internal const int Breach = 574840004;

    private const int PreValidation = 10;

    private readonly XrmFakedContext context = new XrmFakedContext();

    // the plug-ins keep an organization's configuration for a minute: each tenant is an organization of its own
    private readonly Guid organization = Guid.NewGuid();

    internal Tenant(string mode = "enforce")
    {
        context.AddGenericFakeMessageExecutor("RetrieveUserPrivilegeByPrivilegeName", new EveryPrivilege());
        context.Initialize(new List<Entity>
        {
            Row("crmx_customer", Customer, new Column("crmx_name", "Ana Ruiz"), new Column("crmx_country", "CO")),
            Row(
                "environmentvariabledefinition", Guid.NewGuid(),
                new Column("schemaname", "crmx_CollectionsMode"), new Column("defaultvalue", mode)),
        });
    }

    internal Guid Customer { get; } = Guid.NewGuid();

    internal IReadOnlyList<Entity> Attempts =>
        context.GetOrganizationService().RetrieveMultiple(new QueryExpression("crmx_contactattempt") { ColumnSet = new ColumnSet(true) }).Entities;

    /// <summary>A phone call to the customer about a debt.</summary>
    internal Entity Call(params Column[] columns)
    {
        var call = Row("phonecall", Guid.NewGuid(), columns);
        call["crmx_customerid"] = new EntityReference("crmx_customer", Customer);
        call["crmx_purpose"] = new OptionSetValue(Collection);
        if (!call.Contains("directioncode")) call["directioncode"] = true;
        return call;
    }

    /// <summary>Runs a plug-in as the platform does before it creates a row.</summary>
    internal void Creating<TPlugin>(Entity target)
        where TPlugin : IPlugin, new() => context.ExecutePluginWith<TPlugin>(Pipeline("Create", target));

    /// <summary>Runs a plug-in as the platform does before it updates a row.</summary>
    internal void Updating<TPlugin>(Entity before, Entity target)
        where TPlugin : IPlugin, new()
    {
        var pipeline = Pipeline("Update", target);
        pipeline.PreEntityImages.Add("Before", before);
        context.ExecutePluginWith<TPlugin>(pipeline);
    }

    private static Entity Row(string table, Guid id, params Column[] columns)
    {
        var row = new Entity(table, id);
        if (table != "phonecall") row[table + "id"] = id;
        foreach (var column in columns) row[column.Name] = column.Value;
        return row;
    }

    private XrmFakedPluginExecutionContext Pipeline(string message, Entity target)
    {
        var pipeline = context.GetDefaultPluginContext();
        pipeline.MessageName = message;
        pipeline.Stage = PreValidation;
        pipeline.OrganizationId = organization;
        pipeline.PrimaryEntityName = target.LogicalName;
        pipeline.PrimaryEntityId = target.Id;
        pipeline.InputParameters.Add("Target", target);
        return pipeline;
    }
}
