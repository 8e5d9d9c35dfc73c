using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Import;

public sealed class UninstallTests : IDisposable
{
    private readonly EmbeddedDataverse engine = new();
    private readonly IOrganizationService service;
    private readonly Dictionary<string, int> before;

    public UninstallTests()
    {
        service = engine.Connect();
        before = Components.ToDictionary(table => table, Count);
        using (var zip = ManagedZip.Open()) engine.Import(zip);
        service.Execute(new OrganizationRequest("crmx_CompleteInstallation"));
    }

    private static IEnumerable<string> Components =>
    [
        "solution", "pluginassembly", "plugintype", "sdkmessageprocessingstep", "sdkmessageprocessingstepimage", "customapi", "customapirequestparameter", "role",
        "fieldsecurityprofile", "fieldpermission", "environmentvariabledefinition", "environmentvariablevalue", "savedquery", "systemform", "webresource", "sdkmessagefilter",
        "systemuserroles",
    ];

    public void Dispose() => engine.Dispose();

    [Fact]
    public void Nothing_of_the_solution_is_left()
    {
        engine.AddUser("Luis Mora", "Crm.Extensions Collector");

        engine.Uninstall("CrmExtensions");

        Assert.Equal(before, Components.ToDictionary(table => table, Count));
        Assert.Null(engine.Catalog.Find("crmx_customer"));
        Assert.Null(engine.Catalog.Find("phonecall")!.Find("crmx_customerid"));
        Assert.DoesNotContain(engine.Security.Roles, role => role.Name.StartsWith("Crm.Extensions", StringComparison.Ordinal));
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Execute(new OrganizationRequest("crmx_RunDue")));
    }

    [Fact]
    public void Rows_of_the_tenants_own_tables_stay_without_the_solutions_columns()
    {
        var customer = service.Create(new Entity("crmx_customer") { ["crmx_name"] = "Ana" });
        var account = service.Create(new Entity("account") { ["name"] = "Ana Ltda", ["crmx_customerid"] = new EntityReference("crmx_customer", customer) });

        engine.Uninstall("CrmExtensions");

        var row = service.Retrieve("account", account, new ColumnSet(true));
        Assert.Equal("Ana Ltda", row["name"]);
        Assert.DoesNotContain(row.Attributes.Keys, column => column.StartsWith("crmx_", StringComparison.Ordinal));
        service.Update(new Entity("account", account) { ["name"] = "Ana S.A." });
    }

    [Fact]
    public void What_was_uninstalled_can_be_installed_again_and_begins_empty()
    {
        service.Create(new Entity("crmx_customer") { ["crmx_name"] = "Ana" });
        engine.Uninstall("CrmExtensions");

        using (var zip = ManagedZip.Open()) engine.Import(zip);

        Assert.Empty(service.RetrieveMultiple(new QueryExpression("crmx_customer")).Entities);
        service.Create(new Entity("crmx_customer") { ["crmx_name"] = "Ana" });
    }

    [Fact]
    public void Deleting_the_solution_row_uninstalls_the_solution()
    {
        service.Delete("solution", Assert.Single(engine.Solutions).Id);

        Assert.Empty(engine.Solutions);
        Assert.Null(engine.Catalog.Find("crmx_customer"));
        Assert.Equal(0, Count("solution"));
    }

    [Fact]
    public void A_user_without_rights_on_solutions_can_not_delete_one()
    {
        var user = engine.AddUser("Luis Mora", "Crm.Extensions Collector");

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => engine.Connect(user).Delete("solution", Assert.Single(engine.Solutions).Id));

        Assert.Single(engine.Solutions);
    }

    private int Count(string table) => engine.Database.Committed.All(table).Count();
}
