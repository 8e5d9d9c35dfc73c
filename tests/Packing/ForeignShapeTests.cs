using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Crm.Extensions.Cli.Verifying;
using Xunit;

namespace Crm.Extensions.Tests.Packing;

/// <summary>Shapes that the platform's own exports have, and that nobody may call wrong.</summary>
public class ForeignShapeTests
{
    private const string Key = "<attribute PhysicalName='abc_WidgetId'><Type>primarykey</Type><LogicalName>abc_widgetid</LogicalName></attribute>";

    /// <summary>What the shape is, root components, sections of customizations.xml.</summary>
    public static TheoryData<string, string, string> Shapes { get; } = new()
    {
        {
            "columns that the platform adds to an image, and a many-to-many table, in a view", "<RootComponent type='1' schemaName='abc_widget'/>",
            Table(Key + "<attribute PhysicalName='abc_Photo'><Type>image</Type><LogicalName>abc_photo</LogicalName><IsCustomField>1</IsCustomField></attribute>",
                "<SavedQueries><savedqueries><savedquery><savedqueryid>{11111111-0000-4000-8000-000000000001}</savedqueryid><layoutxml><grid><row><cell name='abc_photoid'/><cell name='gone.emailaddress1'/></row></grid></layoutxml>"
                + "<fetchxml><fetch><entity name='abc_widget'><attribute name='abc_photo_url'/><attribute name='statecodename'/><link-entity name='abc_widget_account' from='abc_widgetid' to='abc_widgetid' intersect='true'/></entity></fetch></fetchxml></savedquery></savedqueries></SavedQueries>")
            + "<EntityRelationships><EntityRelationship Name='abc_widget_account'><FirstEntityName>abc_Widget</FirstEntityName><SecondEntityName>Account</SecondEntityName><IntersectEntityName>abc_widget_account</IntersectEntityName></EntityRelationship></EntityRelationships>"
        },
        {
            "a file column, which the platform joins to its attachment", "<RootComponent type='1' schemaName='abc_widget'/>",
            Table(Key + "<attribute PhysicalName='abc_Scan'><Type>file</Type><LogicalName>abc_scan</LogicalName><IsCustomField>1</IsCustomField></attribute>", "")
            + "<EntityRelationships><EntityRelationship Name='FileAttachment_abc_Widget_abc_Scan'><ReferencingEntityName>abc_Widget</ReferencingEntityName><ReferencedEntityName>FileAttachment</ReferencedEntityName><ReferencingAttributeName>abc_Scan</ReferencingAttributeName></EntityRelationship></EntityRelationships>"
        },
        {
            "the table of a business process, with columns of no prefix", "<RootComponent type='1' schemaName='abc_widget'/>",
            Table(Key + "<attribute PhysicalName='activestageid'><Type>lookup</Type><LogicalName>activestageid</LogicalName><IsCustomField>1</IsCustomField></attribute>", "", "<IsBPFEntity>1</IsBPFEntity>")
        },
        {
            "a key on a name of 850 characters", "<RootComponent type='1' schemaName='abc_widget'/>",
            Table(Key + "<attribute PhysicalName='abc_Name'><Type>nvarchar</Type><LogicalName>abc_name</LogicalName><IsCustomField>1</IsCustomField><MaxLength>850</MaxLength></attribute>", "",
                "<EntityKeys><EntityKey><LogicalName>abc_name</LogicalName><EntityKeyAttributes><AttributeName>abc_name</AttributeName></EntityKeyAttributes></EntityKey></EntityKeys>")
        },
        {
            "a form that was added by itself, of a table that is no root component", "<RootComponent type='60' id='{11111111-0000-4000-8000-000000000002}'/>",
            "<Entities><Entity><Name>Account</Name><FormXml><forms type='main'><systemform><formid>{11111111-0000-4000-8000-000000000002}</formid><form/></systemform></forms></FormXml></Entity></Entities>"
        },
        {
            "a business rule that comes with its table", "",
            "<Workflows><Workflow WorkflowId='{11111111-0000-4000-8000-000000000003}' Name='Rule'><Category>2</Category></Workflow></Workflows>"
        },
        { "an assembly that is declared by its name alone, and unpacked by the server", "<RootComponent type='91' schemaName='Abc, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef'/>",
            "<SolutionPluginAssemblies><PluginAssembly FullName='Abc, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef' PluginAssemblyId='11111111-0000-4000-8000-000000000004'><SourceType>4</SourceType></PluginAssembly></SolutionPluginAssemblies>" },
        {
            "a step of one of the platform's classes, on a message of one environment", "<RootComponent type='92' id='{11111111-0000-4000-8000-000000000005}'/>",
            "<SdkMessageProcessingSteps><SdkMessageProcessingStep Name='Theirs' SdkMessageProcessingStepId='{11111111-0000-4000-8000-000000000005}'><SdkMessageId>{11111111-0000-4000-8000-000000000006}</SdkMessageId>"
            + "<PluginTypeName>Microsoft.Crm.ServiceBus.ServiceBusPlugin, Microsoft.Crm.ServiceBus, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35</PluginTypeName><Mode>1</Mode><EventHandlerTypeCode>4602</EventHandlerTypeCode><Stage>40</Stage></SdkMessageProcessingStep></SdkMessageProcessingSteps>"
        },
        {
            "roles for tables that an earlier solution brings", "<RootComponent type='20' id='{11111111-0000-4000-8000-000000000007}'/>",
            "<Roles><Role id='{11111111-0000-4000-8000-000000000007}' name='Reader'><RolePrivileges><RolePrivilege name='prvReadabc_Widget' level='Deep'/><RolePrivilege name='prvReadUser' level='RecordFilter'/></RolePrivileges></Role></Roles>"
        },
        { "the site map of old", "<RootComponent type='62' behavior='0'/>", "<SiteMap><SiteMap><Area Id='a'/></SiteMap></SiteMap>" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_shape_of_the_platforms_own_exports_passes(string shape, string roots, string sections)
    {
        Assert.NotEmpty(shape);
        Assert.Empty(BrokenZip.Verify(Zip(roots, sections)));
    }

    [Fact]
    public void A_class_of_a_plug_in_package_is_left_to_the_server_and_the_name_of_a_part_may_be_escaped()
    {
        const string Step = "<SdkMessageProcessingSteps><SdkMessageProcessingStep Name='Packed' SdkMessageProcessingStepId='{11111111-0000-4000-8000-000000000005}'><SdkMessageId>{9ebdbb1b-ea3e-db11-86a7-000a3a5473e8}</SdkMessageId><PluginTypeName>Abc.Guard, Abc, Version=1.0.0.0</PluginTypeName><EventHandlerTypeCode>4602</EventHandlerTypeCode><Stage>20</Stage></SdkMessageProcessingStep></SdkMessageProcessingSteps>";
        var entries = Zip("<RootComponent type='92' id='{11111111-0000-4000-8000-000000000005}'/>", Step);
        Assert.Contains(BrokenZip.Verify(entries), finding => finding.Rule == "step-types" && finding.Component == "step Packed");

        entries["pluginpackages/abc_Abc/pluginpackage.xml"] = Encoding.UTF8.GetBytes("<pluginpackage uniquename='abc_Abc'/>");
        entries["WebResources/abc_two words"] = [1];
        entries["[Content_Types].xml"] = Encoding.UTF8.GetBytes("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='text/xml'/><Override PartName='/WebResources/abc_two%20words' ContentType='text/plain'/></Types>");
        Assert.Empty(BrokenZip.Verify(entries));
    }

    [Fact]
    public void A_form_that_changes_anothers_and_sections_of_later_servers_are_drift()
    {
        var (document, found) = KnownDrift.Without(XElement.Parse(
            "<ImportExportXml><Entities><systemform><tab ordinalvalue='2' solutionaction='Modified'/><tab ordinalvalue='0'><columns><column id='0' width='1'/></columns></tab></systemform></Entities><bots/></ImportExportXml>"));

        Assert.Equal(["ImportExportXml/bots", "systemform/tab", "tab/@ordinalvalue", "column/@id"], found);
        Assert.Single(document.Descendants("tab"));
    }

    private static string Table(string columns, string parts, string properties = "") =>
        $"<Entities><Entity><Name OriginalName='Widget'>abc_Widget</Name><EntityInfo><entity Name='abc_Widget'><attributes>{columns}</attributes>{properties}</entity></EntityInfo>{parts}</Entity></Entities>";

    private static Dictionary<string, byte[]> Zip(string roots, string sections) => new Dictionary<string, string>
    {
        ["[Content_Types].xml"] = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/octet-stream'/></Types>",
        ["solution.xml"] = "<ImportExportXml><SolutionManifest><UniqueName>Abc_Core</UniqueName><Version>1.0</Version><Managed>1</Managed><Publisher><UniqueName>abc</UniqueName><CustomizationPrefix>abc</CustomizationPrefix></Publisher>"
            + $"<RootComponents>{roots}</RootComponents><MissingDependencies/></SolutionManifest></ImportExportXml>",
        ["customizations.xml"] = $"<ImportExportXml>{sections}</ImportExportXml>",
    }.ToDictionary(entry => entry.Key, entry => Encoding.UTF8.GetBytes(entry.Value));
}
