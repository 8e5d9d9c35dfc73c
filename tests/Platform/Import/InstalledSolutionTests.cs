using System;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Xml.Linq;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Import;
using Crm.Extensions.Tests.Packing;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Import;

public sealed class InstalledSolutionTests : IDisposable
{
    private readonly EmbeddedDataverse engine = new();
    private readonly IOrganizationService service;

    public InstalledSolutionTests() => service = engine.Connect();

    public void Dispose() => engine.Dispose();

    [Fact]
    public void Everything_that_is_in_the_zip_is_there_after_the_import()
    {
        var zip = BrokenZip.Entries(ManagedZip.Bytes);
        using var file = new MemoryStream(zip["customizations.xml"]);
        var content = XElement.Load(file);

        var report = Import();

        Assert.Equal(content.Descendants("SdkMessageProcessingStep").Count(), report.Steps);
        Assert.Equal(report.Steps, Count("sdkmessageprocessingstep"));
        Assert.Equal(content.Descendants("PluginType").Count(), Count("plugintype"));
        Assert.Equal(zip.Keys.Count(name => name.EndsWith("/customapi.xml", StringComparison.Ordinal)), Count("customapi"));
        var roles = content.Elements("Roles").Elements("Role").Select(role => (Guid)role.Attribute("id")!).ToList();
        Assert.NotEmpty(roles);
        Assert.All(roles, role => Assert.NotNull(engine.Security.Role(role)));
        var own = content.Descendants("EntityInfo").Elements("entity").Select(entity => entity.Attribute("Name")!.Value).Where(name => name.StartsWith("crmx_", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(own.Order(StringComparer.OrdinalIgnoreCase), report.TablesCreated.Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Dashboards_are_forms_of_no_table()
    {
        Import();

        var query = new QueryExpression("systemform") { ColumnSet = new ColumnSet("formxml") };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "Collections");
        query.Criteria.AddCondition("objecttypecode", ConditionOperator.Equal, "none");
        var dashboard = Assert.Single(service.RetrieveMultiple(query).Entities);
        Assert.Contains("<VisualizationId>", dashboard.GetAttributeValue<string>("formxml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_PublishWorkflows_steps_arrive_switched_off()
    {
        service.Execute(new ImportSolutionRequest { CustomizationFile = ManagedZip.Bytes });

        Assert.All(engine.Database.Committed.All("sdkmessageprocessingstep"), step => Assert.Equal(1, step["statecode"]));
        Assert.Empty(engine.Registrations.Steps.For("Create", "phonecall"));
    }

    [Fact]
    public void With_PublishWorkflows_steps_arrive_switched_on()
    {
        service.Execute(new ImportSolutionRequest { CustomizationFile = ManagedZip.Bytes, PublishWorkflows = true });

        Assert.NotEmpty(engine.Registrations.Steps.For("Create", "phonecall"));
    }

    [Fact]
    public void The_same_zip_imported_twice_changes_nothing()
    {
        Import();
        var before = Ids();

        Import();

        Assert.Equal(before, Ids());
        Assert.Single(engine.Solutions);
    }

    [Fact]
    public void A_newer_version_keeps_the_rows_and_adds_its_columns()
    {
        Import();
        var customer = service.Create(new Entity("crmx_customer") { ["crmx_name"] = "Ana" });

        Import(new ChangedZip().Version("0.2.0.0").Customizations(AddColumn));

        service.Update(new Entity("crmx_customer", customer) { ["crmx_nickname"] = "Anita" });
        var row = service.Retrieve("crmx_customer", customer, new ColumnSet("crmx_name", "crmx_nickname"));
        Assert.Equal(("Ana", "Anita"), (row["crmx_name"], row["crmx_nickname"]));
        Assert.Equal(new Version(0, 2, 0, 0), Assert.Single(engine.Solutions).Version);
    }

    [Fact]
    public void An_upgrade_removes_what_the_newer_version_no_longer_has_and_an_update_leaves_it()
    {
        Import(new ChangedZip().Customizations(AddColumn));
        var customer = service.Create(new Entity("crmx_customer") { ["crmx_name"] = "Ana", ["crmx_nickname"] = "Anita" });
        var role = engine.Security.Roles.First(one => one.Name == "Crm.Extensions Collector").Id;
        ChangedZip WithoutRole(string version) => new ChangedZip().Version(version)
            .Customizations(root => root.Elements("Roles").Elements("Role").Where(one => (Guid)one.Attribute("id")! == role).Remove())
            .Roots(roots => roots.Elements().Where(root => (Guid?)root.Attribute("id") == role).Remove());

        Import(WithoutRole("0.2.0.0"));
        Assert.NotNull(engine.Security.Role(role));
        Import(WithoutRole("0.3.0.0"), new ImportOptions { Upgrade = true });

        Assert.Null(engine.Security.Role(role));
        Assert.Null(engine.Database.Committed.Find("role", role));
        Assert.Equal("Ana", service.Retrieve("crmx_customer", customer, new ColumnSet("crmx_name"))["crmx_name"]);
    }

    [Fact]
    public void A_plug_in_type_may_not_disappear_while_the_assembly_keeps_its_version()
    {
        Import();

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() =>
            Import(new ChangedZip().Version("0.2.0.0").Customizations(root => root.Descendants("PluginType").Where(type => type.Element("WorkflowActivityGroupName") is not null).Remove())));

        Assert.Equal("80048071", $"{fault.Detail.ErrorCode:X8}");
    }

    [Fact]
    public void A_key_that_is_still_being_built_checks_nothing_and_fails_on_duplicates()
    {
        var report = Import(options: new ImportOptions { ActivateKeys = false });
        service.Create(new Entity("crmx_obligation") { ["crmx_number"] = "7" });
        var second = service.Create(new Entity("crmx_obligation") { ["crmx_number"] = "7" });

        Assert.Throws<FaultException<OrganizationServiceFault>>(report.ActivateKeys);
        Assert.False(report.KeysActive);
        service.Create(new Entity("crmx_obligation") { ["crmx_number"] = "7" });

        foreach (var row in engine.Database.Committed.All("crmx_obligation").Where(row => row.Id != second).ToList()) service.Delete("crmx_obligation", row.Id);
        report.ActivateKeys();
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(new Entity("crmx_obligation") { ["crmx_number"] = "7" }));
        Assert.Equal("80060892", $"{fault.Detail.ErrorCode:X8}");
    }

    private static void AddColumn(XElement root)
    {
        var name = root.Descendants("EntityInfo").Elements("entity").Single(entity => entity.Attribute("Name")!.Value == "crmx_Customer").Element("attributes")!.Elements()
            .Single(column => column.Attribute("PhysicalName")!.Value.Equals("crmx_PreferredName", StringComparison.OrdinalIgnoreCase));
        var more = new XElement(name);
        more.SetAttributeValue("PhysicalName", "crmx_Nickname");
        foreach (var element in new[] { "Name", "LogicalName" }) more.Element(element)?.SetValue("crmx_nickname");
        name.AddAfterSelf(more);
    }

    private ImportReport Import(ChangedZip? zip = null, ImportOptions? options = null)
    {
        using var stream = zip?.Open() ?? ManagedZip.Open();
        return engine.Import(stream, options);
    }

    private int Count(string table) => engine.Database.Committed.All(table).Count();

    private Guid[] Ids() =>
    [
        .. new[] { "sdkmessageprocessingstep", "sdkmessageprocessingstepimage", "plugintype", "customapi", "role", "privilege", "savedquery", "environmentvariabledefinition", "solution" }
            .SelectMany(engine.Database.Committed.All).Select(row => row.Id).Order(),
    ];
}
