using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Embedded.Jobs;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A tenant whose customer view is on, and the people whom its departments write down.</summary>
internal sealed class People : IDisposable
{
    public People(string mode = "enforce", int languageCode = 1033)
    {
        Tenant = new Tenant(languageCode: languageCode);
        Tenant.Set("crmx_CustomerViewMode", mode);
        Tenant.Set("crmx_DefaultCountry", "MX");

        // what was read of the settings before is old then
        Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    public Tenant Tenant { get; }

    public IOrganizationService Service => Tenant.Service;

    public void Dispose() => Tenant.Dispose();

    public Guid Contact(string first, string last, params (string Column, object? Value)[] columns) =>
        Add("contact", [("firstname", first), ("lastname", last), .. columns]);

    public Guid Lead(string first, string last, params (string Column, object? Value)[] columns) =>
        Add("lead", [("firstname", first), ("lastname", last), ("subject", "Wants to know"), .. columns]);

    public Guid Add(string table, params (string Column, object? Value)[] columns)
    {
        var row = new Entity(table);
        foreach (var (column, value) in columns) row[column] = value;
        return Service.Create(row);
    }

    /// <summary>Runs what waits, those included that are queued meanwhile; none may fail.</summary>
    public void Settle()
    {
        var failed = Tenant.Dataverse.Jobs.RunAll().Where(result => result.Fault is not null).ToList();
        Assert.True(failed.Count == 0, string.Join("\n", failed.Select(result => result.Job + ": " + result.Fault!.Message)));
    }

    /// <summary>The customer on a department's row.</summary>
    public Guid? On(string table, Guid record) =>
        Tenant.Read(table, record, "crmx_customerid").GetAttributeValue<EntityReference>("crmx_customerid")?.Id;

    public Guid? OnContact(Guid record) => On("contact", record);

    /// <summary>The live link of a record.</summary>
    public Entity? Link(Guid record) => Links().SingleOrDefault(link => link.GetAttributeValue<string>("crmx_recordid") == record.ToString("D", CultureInfo.InvariantCulture));

    public IReadOnlyList<Entity> Links() => Rows(
        "crmx_sourcelink", "crmx_recordid", "crmx_customerid", "crmx_groupid", "crmx_score", "crmx_explanation", "crmx_stage", "crmx_identity", "crmx_marks", "statecode", "statuscode");

    public IReadOnlyList<Entity> Reviews() =>
        Rows("crmx_clericalreview", "crmx_leftlinkid", "crmx_rightlinkid", "crmx_comparison", "crmx_explanation", "crmx_decision", "crmx_decidedbyid", "statuscode", "ownerid");

    public IReadOnlyList<Entity> Rows(string table, params string[] columns) => [.. Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(columns) }).Entities];

    /// <summary>The customers that have a live link: each with its records.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Clusters() =>
    [
        .. Links()
            .Where(link => link.GetAttributeValue<OptionSetValue>("statecode").Value == 0)
            .GroupBy(link => link.GetAttributeValue<EntityReference>("crmx_customerid")?.Id)
            .Select(customer => (IReadOnlyList<string>)[.. customer.Select(link => link.GetAttributeValue<string>("crmx_recordid")).Order(StringComparer.Ordinal)])
            .OrderBy(cluster => cluster[0], StringComparer.Ordinal),
    ];
}
