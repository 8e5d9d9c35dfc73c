using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A tenant in Bogotá whose HR drives: its roster, its people with and without users, and the roles they log in with. It is Monday, 23 November 2026.</summary>
internal sealed class Staff : IDisposable
{
    public const string Analyst = "Crm.Extensions HR Analyst";
    public const string Approver = "Crm.Extensions HR Approver";
    public const string Manager = "Crm.Extensions Customer Manager";
    public const string Heading = "hrid,name,email,user,job,manager,salary,currency,country,from,until,absence,share";

    public Staff(string mode = "enforce", int languageCode = 1033)
    {
        Tenant = new Tenant(languageCode: languageCode);
        Tenant.Set("crmx_CompensationMode", mode);
        Tenant.Set("crmx_DefaultCountry", "CO");

        // what was read of the settings before is old then
        Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    public Tenant Tenant { get; }

    public IOrganizationService Service => Tenant.Service;

    public void Dispose() => Tenant.Dispose();

    /// <summary>Somebody who logs in with that role.</summary>
    public IOrganizationService LogIn(string name, params string[] roles) => Tenant.Dataverse.Connect(Tenant.Dataverse.AddUser(name, roles));

    public OrganizationResponse Import(params string[] lines) => Import(Service, lines);

    public static OrganizationResponse Import(IOrganizationService service, params string[] lines) =>
        service.Execute(new OrganizationRequest("crmx_ImportRoster") { ["Content"] = string.Join("\n", [Heading, .. lines]) });

    /// <summary>A customer manager of HR's roster since the first of January.</summary>
    /// <returns>The worker's id.</returns>
    public Guid AddManager(string hrid, string name, string user = "", string country = "CO")
    {
        Assert.Equal(0, Import($"{hrid},{name},{hrid}@example.com,{user},customermanager,,,,{country},2026-01-01,,,")["Errors"]);
        return Worker(hrid);
    }

    public Guid Worker(string hrid) => Rows("crmx_worker", "crmx_hrid").Single(row => row.GetAttributeValue<string>("crmx_hrid") == hrid).Id;

    /// <param name="segment">Of crmx_segment, counted from 0 (A).</param>
    public Guid AddCustomer(string name, int segment = 0, string country = "CO")
    {
        var id = Tenant.AddCustomer(name, country, owes: false);
        Service.Update(new Entity("crmx_customer", id) { ["crmx_valuesegment"] = Stories.Tenant.Choice(segment) });
        return id;
    }

    public OrganizationResponse HandOver(Guid customer, Guid worker, string note = "Knows the family; prefers mornings.", int day = 23) => HandOver(Service, customer, worker, note, day);

    public static OrganizationResponse HandOver(IOrganizationService service, Guid customer, Guid worker, string note, int day) => service.Execute(new OrganizationRequest("crmx_HandOverCustomer")
    {
        ["CustomerId"] = customer, ["WorkerId"] = worker, ["From"] = new DateTime(2026, 11, day), ["Note"] = note,
    });

    /// <summary>Who looks after a customer, as the customer's row has it.</summary>
    public Guid? ManagerOf(Guid customer) => Tenant.Read("crmx_customer", customer, "crmx_managerid").GetAttributeValue<EntityReference>("crmx_managerid")?.Id;

    public IReadOnlyList<Entity> Rows(string table, params string[] columns) => [.. Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(columns) }).Entities];

    /// <summary>Runs what waits; none may fail.</summary>
    public void Settle()
    {
        var failed = Tenant.Dataverse.Jobs.RunAll().Where(result => result.Fault is not null).ToList();
        Assert.True(failed.Count == 0, string.Join("\n", failed.Select(result => result.Job + ": " + result.Fault!.Message)));
    }

    /// <summary>The job's row; jobs that ship are made when a roster first names them.</summary>
    public EntityReference Job(string code)
    {
        var known = Rows("crmx_job", "crmx_code").FirstOrDefault(row => row.GetAttributeValue<string>("crmx_code") == code);
        return known?.ToEntityReference() ?? new EntityReference("crmx_job", Service.Create(new Entity("crmx_job")
        {
            ["crmx_name"] = code, ["crmx_code"] = code, ["crmx_managescustomers"] = code == "customermanager", ["crmx_collects"] = code == "collector",
        }));
    }
}
