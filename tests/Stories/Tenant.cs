using System;
using System.IO;
using System.Linq;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Tests.Stories;

/// <summary>
/// A tenant into which the managed zip has been imported and whose installation has been completed, with a customer in Bogotá. Its clock starts on
/// Monday 23 November 2026 at 10:00 in Bogotá.
/// </summary>
internal sealed class Tenant : IDisposable
{
    /// <summary>Dataverse's code for Bogotá, Lima and Quito.</summary>
    private const int BogotaCode = 45;

    public Tenant(string mode = "enforce", int languageCode = 1033, Stream? zip = null)
    {
        Dataverse = new EmbeddedDataverse(new EmbeddedOptions { Start = Bogota(23, 10, 0) });
        using (var content = zip ?? ManagedZip.Open()) Dataverse.Import(content);
        Service = Dataverse.Connect();
        Service.Execute(new OrganizationRequest("crmx_CompleteInstallation"));
        Give("crmx_CollectionsMode", mode);
        Service.Update(new Entity("usersettings", Dataverse.AdministratorId) { ["uilanguageid"] = languageCode });
        CustomerId = AddCustomer("Ana Rojas");
    }

    public EmbeddedDataverse Dataverse { get; }

    public IOrganizationService Service { get; }

    public Guid CustomerId { get; }

    /// <summary>An instant of November 2026 by the clocks of Bogotá.</summary>
    public static DateTime Bogota(int day, int hour, int minute) => new DateTime(2026, 11, day, hour, minute, 0, DateTimeKind.Utc).AddHours(5);

    public Guid AddCustomer(string name) => Service.Create(new Entity("crmx_customer")
    {
        ["crmx_name"] = name,
        ["crmx_country"] = "CO",
        ["crmx_timezone"] = BogotaCode,
    });

    /// <summary>A collection call to the customer, not yet saved.</summary>
    public Entity Call(DateTime? due = null)
    {
        var call = new Entity("phonecall")
        {
            ["subject"] = "Overdue installment",
            ["directioncode"] = true,
            ["crmx_customerid"] = new EntityReference("crmx_customer", CustomerId),
            ["crmx_purpose"] = new OptionSetValue(574840002),
        };
        if (due is { } time) call["scheduledend"] = time;
        return call;
    }

    public Entity Read(string table, Guid id, params string[] columns) => Service.Retrieve(table, id, new ColumnSet(columns));

    /// <summary>The attempts to reach the customer, in the order in which they were recorded.</summary>
    public Entity[] Attempts()
    {
        var query = new QueryExpression("crmx_contactattempt")
        {
            ColumnSet = new ColumnSet("crmx_activityid", "crmx_number", "crmx_decision", "crmx_slot", "crmx_at", "crmx_outgoing", "crmx_attempted", "crmx_explanation"),
        };
        query.Criteria.AddCondition("crmx_customerid", ConditionOperator.Equal, CustomerId);
        query.AddOrder("crmx_number", OrderType.Ascending);
        return [.. Service.RetrieveMultiple(query).Entities];
    }

    public void Dispose() => Dataverse.Dispose();

    private void Give(string variable, string value)
    {
        var query = new QueryExpression("environmentvariabledefinition") { ColumnSet = new ColumnSet("schemaname") };
        query.Criteria.AddCondition("schemaname", ConditionOperator.Equal, variable);
        Service.Create(new Entity("environmentvariablevalue")
        {
            ["schemaname"] = variable + "_value",
            ["environmentvariabledefinitionid"] = Service.RetrieveMultiple(query).Entities.Single().ToEntityReference(),
            ["value"] = value,
        });
    }
}
