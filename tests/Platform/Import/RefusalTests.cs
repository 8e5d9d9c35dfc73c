using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Xml.Linq;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Import;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Import;

public sealed class RefusalTests : IDisposable
{
    private readonly EmbeddedDataverse engine = new();

    public void Dispose() => engine.Dispose();

    [Theory]
    [InlineData("solution.xml")]
    [InlineData("customizations.xml")]
    [InlineData("[Content_Types].xml")]
    public void A_zip_that_lacks_a_file_of_its_root_is_refused(string file) =>
        Assert.Contains(file, Refused(0x80048060, new ChangedZip().Without(file)), StringComparison.Ordinal);

    [Fact]
    public void A_zip_whose_files_lie_in_a_folder_is_refused() => Refused(0x80048060, new ChangedZip().InFolder("CrmExtensions"));

    [Fact]
    public void A_file_that_is_no_zip_is_refused()
    {
        using var file = new MemoryStream([1, 2, 3, 4]);

        Assert.Equal(unchecked((int)0x80048060), Assert.Throws<FaultException<OrganizationServiceFault>>(() => engine.Import(file)).Detail.ErrorCode);
    }

    [Fact]
    public void A_root_component_that_the_zip_does_not_hold_is_refused() =>
        Refused(0x8004801F, new ChangedZip().Roots(roots => roots.Add(new XElement("RootComponent", new XAttribute("type", 1), new XAttribute("schemaName", "crmx_nothing"), new XAttribute("behavior", 0)))));

    [Fact]
    public void A_table_that_is_not_declared_as_a_root_component_is_refused() =>
        Refused(0x8004803A, new ChangedZip().Roots(roots => roots.Elements().Single(root => Is(root.Attribute("schemaName"), "crmx_consent")).Remove()));

    [Fact]
    public void A_step_on_a_message_that_the_tenant_does_not_have_is_refused() =>
        Refused(0x80040217, new ChangedZip().Customizations(root => root.Descendants("SdkMessageProcessingStep").First().Element("SdkMessageId")!.Value = Guid.NewGuid().ToString("B")));

    [Fact]
    public void An_assembly_that_the_zip_declares_and_does_not_hold_is_refused()
    {
        var zip = new ChangedZip();

        Refused(0x80040216, zip.Without(zip.Names.First(name => name.EndsWith("Plugins.dll", StringComparison.Ordinal))));
    }

    [Fact]
    public void An_assembly_with_another_identity_than_declared_is_refused()
    {
        static void Rename(XAttribute? name) => name?.SetValue(name.Value.Replace("Version=1.0.0.0", "Version=7.0.0.0", StringComparison.Ordinal));

        Refused(0x80040216, new ChangedZip()
            .Customizations(root => Rename(root.Descendants("PluginAssembly").First().Attribute("FullName")))
            .Roots(roots => roots.Elements().ToList().ForEach(one => Rename(one.Attribute("schemaName")))));
    }

    [Fact]
    public void A_role_with_a_privilege_that_does_not_exist_is_refused() =>
        Assert.Contains("prvReadNothing", Refused(0x80048058, new ChangedZip().Customizations(root => root.Descendants("RolePrivilege").First().SetAttributeValue("name", "prvReadNothing"))), StringComparison.Ordinal);

    [Fact]
    public void A_look_up_without_its_relationship_is_refused() =>
        Assert.Contains("crmx_consent.crmx_customerid", Refused(0x80090445, new ChangedZip().Customizations(root => root.Descendants("EntityRelationship")
            .Where(one => Is(one.Element("ReferencingEntityName"), "crmx_consent") && Is(one.Element("ReferencingAttributeName"), "crmx_customerid")).Remove())), StringComparison.Ordinal);

    [Fact]
    public void A_tenant_without_the_required_app_is_told_what_it_lacks() =>
        Assert.Contains("lead", Refused(0x8004801D, new ChangedZip(), new ImportOptions { AbsentTables = new HashSet<string> { "lead" } }), StringComparison.Ordinal);

    [Fact]
    public void A_lower_version_is_not_imported_over_a_higher_one()
    {
        using (var zip = ManagedZip.Open()) engine.Import(zip);

        Refused(0x80040216, new ChangedZip().Version("0.0.9.0"));
    }

    [Fact]
    public void An_unmanaged_solution_is_not_imported_over_a_managed_one()
    {
        using (var zip = ManagedZip.Open()) engine.Import(zip);
        using var unmanaged = new MemoryStream(ManagedZip.Unmanaged);

        Assert.Equal(unchecked((int)0x80048041), Assert.Throws<FaultException<OrganizationServiceFault>>(() => engine.Import(unmanaged)).Detail.ErrorCode);
    }

    [Fact]
    public void A_refused_import_leaves_nothing_behind_and_the_next_one_succeeds()
    {
        var (catalog, roles) = (engine.Catalog, engine.Security.Roles.Count);
        var type = Guid.Empty;

        Refused(0x80040217, new ChangedZip().Customizations(root =>
        {
            type = (Guid)root.Descendants("PluginType").First().Attribute("PluginTypeId")!;
            root.Descendants("SdkMessageProcessingStep").Last().Element("SdkMessageId")!.Value = Guid.NewGuid().ToString("B");
        }));

        Assert.Same(catalog, engine.Catalog);
        Assert.Equal(roles, engine.Security.Roles.Count);
        Assert.Empty(engine.Solutions);
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => engine.PluginTypes.Find(type));
        foreach (var table in new[] { "solution", "pluginassembly", "plugintype", "sdkmessageprocessingstep", "customapi", "fieldsecurityprofile", "environmentvariabledefinition" })
            Assert.Empty(engine.Database.Committed.All(table));
        using var proper = ManagedZip.Open();
        Assert.Equal("CrmExtensions", engine.Import(proper).Solution.UniqueName);
    }

    private static bool Is(XAttribute? attribute, string name) => string.Equals(attribute?.Value, name, StringComparison.OrdinalIgnoreCase);

    private static bool Is(XElement? element, string name) => string.Equals(element?.Value, name, StringComparison.OrdinalIgnoreCase);

    private string Refused(uint code, ChangedZip zip, ImportOptions? options = null)
    {
        using var stream = zip.Open();
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => engine.Import(stream, options));
        Assert.Equal($"{code:X8}", $"{fault.Detail.ErrorCode:X8}");
        return fault.Detail.Message;
    }
}
