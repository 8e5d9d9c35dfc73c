using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Crm.Extensions.Cli.Verifying;
using Xunit;

namespace Crm.Extensions.Tests.Packing;

/// <summary>What an import answers with an error code, one thing at a time: each is found, and the finding names the component.</summary>
public class RefusedZipTests
{
    private const string Step =
        "<SdkMessageProcessingStep Name='Wrong step' SdkMessageProcessingStepId='{8a8a8a8a-0000-4000-8000-000000000011}'><PrimaryEntity>phonecall</PrimaryEntity>"
        + "<FilteringAttributes>scheduledend</FilteringAttributes><Mode>0</Mode><Rank>1</Rank><SdkMessageId>{20bebb1b-ea3e-db11-86a7-000a3a5473e8}</SdkMessageId>"
        + "<EventHandlerTypeCode>4602</EventHandlerTypeCode><Stage>10</Stage></SdkMessageProcessingStep>";

    /// <summary>The entry, what is changed in it, the rule and the component.</summary>
    public static TheoryData<string, string, string, string> Refusals { get; } = new()
    {
        { "solution.xml", "a version of letters", "manifest", "solution CrmExtensions" },
        { "solution.xml", "managed and unmanaged at once", "manifest", "solution CrmExtensions" },
        { "solution.xml", "a prefix that begins with a digit", "name-prefix", "9abc" },
        { "solution.xml", "a role that is not declared", "roots-declared", "role " },
        { "solution.xml", "a root component twice", "unique-ids", "crmx_consent" },
        { "customizations.xml", "a form id twice", "unique-ids", "form " },
        { "customizations.xml", "a step id twice", "unique-ids", "step " },
        { "customizations.xml", "a relationship by a column that is not there", "relationship-ends", "crmx_Customer_Consent" },
        { "customizations.xml", "a relationship by a column that is no look-up", "relationship-ends", "crmx_Customer_Consent" },
        { "customizations.xml", "a key on a column that is not there", "key-columns", "crmx_obligation" },
        { "customizations.xml", "a key wider than an index", "key-columns", "crmx_obligation" },
        { "customizations.xml", "a privilege at an unknown depth", "role-privileges", "role " },
        { "customizations.xml", "a privilege that a message does not have", "role-privileges", "role " },
        { "customizations.xml", "a profile for a column that is not there", "secured-columns", "Crm.Extensions Sensitive customer data" },
        { "customizations.xml", "a view that joins by a column that is not there", "view-columns", "view " },
        { "customizations.xml", "a chart of a column that is not there", "chart-columns", "of crmx_contactattempt" },
        { "customizations.xml", "a chart of another table", "chart-columns", "of crmx_contactattempt" },
        { "customizations.xml", "a chart that draws what it does not fetch", "chart-columns", "of crmx_contactattempt" },
        { "customizations.xml", "a chart sorted by what it does not fetch", "chart-columns", "of crmx_contactattempt" },
        { "customizations.xml", "a dashboard with a chart that is not there", "dashboard-parts", "dashboard " },
        { "customizations.xml", "a dashboard with a view of another table", "dashboard-parts", "dashboard " },
        { "customizations.xml", "a dashboard of a table that is not there", "dashboard-parts", "dashboard " },
        { "customizations.xml", "a dashboard tile without its chart", "dashboard-parts", "dashboard " },
        { "customizations.xml", "a site map to a dashboard that is not there", "sitemap-targets", "crmx_CrmExtensions" },
        { "customizations.xml", "a site map to a view that is not there", "sitemap-targets", "crmx_CrmExtensions" },
        { "solution.xml", "a dashboard that is not declared", "roots-declared", "dashboard " },
        { "customizations.xml", "an app with a view that is not there", "app-components", "crmx_CrmExtensions" },
        { "customizations.xml", "an app with a site map that is not there", "app-components", "crmx_CrmExtensions" },
        { "customizations.xml", "a site map with an id twice", "sitemap-targets", "crmx_CrmExtensions" },
        { "customizations.xml", "a step without a kind of handler", "step-settings", "Wrong step" },
        { "customizations.xml", "a step on table none", "step-columns", "Wrong step" },
        { "customizations.xml", "a step without a message", "step-messages", "Wrong step" },
        { "customizations.xml", "an image of the row after its writing, before it", "step-images", "Wrong step" },
        { "customizations.xml", "a dll that is not in the zip", "assembly-identity", "Crm.Extensions.Plugins" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_an_import_refuses_is_found_and_named(string entry, string change, string rule, string component)
    {
        var findings = BrokenZip.Findings(entry, root => Break(root, change));

        Assert.Contains(findings, finding => finding.Rule == rule && finding.Component.Contains(component, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_found_under_the_name_of_the_assembly()
    {
        var entries = BrokenZip.Entries(ManagedZip.Bytes);
        var dll = entries.Keys.First(path => path.EndsWith("CrmExtensionsPlugins.dll", StringComparison.Ordinal));
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes("MZ, and nothing else"), entries[dll][..2000] })
        {
            entries[dll] = bytes;
            Assert.Contains(BrokenZip.Verify(entries), finding => finding.Rule == "assembly-identity" && finding.Component.Contains("Crm.Extensions.Plugins", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_assembly_that_needs_what_the_sandbox_lacks_is_found()
    {
        var entries = BrokenZip.Entries(ManagedZip.Bytes);
        var dll = entries.Keys.First(path => path.EndsWith("CrmExtensionsPlugins.dll", StringComparison.Ordinal));
        entries[dll] = File.ReadAllBytes(typeof(Verifier).Assembly.Location);

        var findings = BrokenZip.Verify(entries);

        Assert.Contains(findings, finding => finding.Rule == "assembly-references" && finding.Problem.Contains("System.Runtime", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Rule == "assembly-identity" && finding.Problem.Contains("is declared as", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("customapis/crmx_Wrong/customapi.xml", "customapis/crmx_Wrong/again/customapi.xml")]
    [InlineData("customapis/customapi.xml", "customapis/customapirequestparameters/x/customapirequestparameter.xml")]
    public void Custom_APIs_in_the_wrong_place_are_findings_and_no_failure(string first, string second)
    {
        var entries = BrokenZip.Entries(ManagedZip.Bytes);
        foreach (var path in new[] { first, second }) entries[path] = Encoding.UTF8.GetBytes("<customapi uniquename='crmx_Wrong'><plugintypeid>x</plugintypeid></customapi>");

        Assert.Contains(BrokenZip.Verify(entries), finding => finding.Rule == "custom-apis" && finding.Component.Contains("crmx_Wrong", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_that_are_none_are_findings_and_no_failure()
    {
        Assert.Contains(
            BrokenZip.Findings("solution.xml", root => root.Descendants("CustomizationOptionValuePrefix").Single().Value = "many"),
            finding => finding.Rule == "option-values");
        Assert.Contains(
            BrokenZip.Findings("customizations.xml", root => root.Element("optionsets")!.Descendants("option").First().SetAttributeValue("value", "first")),
            finding => finding.Rule == "option-values");
    }

    private static void Break(XElement root, string change)
    {
        XElement Table(string name) => root.Elements("Entities").Elements("Entity").First(entity => entity.Element("Name")!.Value == name);
        XElement Relationship() => root.Element("EntityRelationships")!.Elements().First(one => (string?)one.Attribute("Name") == "crmx_Customer_Consent");
        XElement Key() => Table("crmx_Obligation").Descendants("EntityKeyAttributes").First();
        XElement Chart() => Table("crmx_ContactAttempt").Descendants("visualization").First();
        XElement Tile() => root.Element("Dashboards")!.Descendants("parameters").First();
        XElement SubArea(string attribute) => root.Element("AppModuleSiteMaps")!.Descendants("SubArea").First(area => area.Attribute(attribute) is { Value.Length: > 0 } value && (attribute != "Url" || value.Value.Contains("viewid=", StringComparison.Ordinal)));
        XElement App() => root.Element("AppModules")!.Elements().First().Element("AppModuleComponents")!;
        XElement Privileges() => root.Element("Roles")!.Elements("Role").First().Element("RolePrivileges")!;
        void Twice(XElement node) => node.AddAfterSelf(new XElement(node));
        void Wrong(Action<XElement> alter)
        {
            var step = XElement.Parse(Step);
            step.AddFirst(new XElement("PluginTypeName", (string)root.Element("SolutionPluginAssemblies")!.Descendants("PluginType").First().Attribute("AssemblyQualifiedName")!));
            alter(step);
            root.Element("SdkMessageProcessingSteps")!.Add(step);
        }

        switch (change)
        {
            case "a version of letters": root.Descendants("Version").Single().Value = "one"; break;
            case "managed and unmanaged at once": root.Descendants("Managed").Single().Value = "2"; break;
            case "a prefix that begins with a digit": root.Descendants("CustomizationPrefix").Single().Value = "9abc"; break;
            case "a role that is not declared": root.Descendants("RootComponent").First(one => (string?)one.Attribute("type") == "20").Remove(); break;
            case "a root component twice": Twice(root.Descendants("RootComponent").First(one => (string?)one.Attribute("schemaName") == "crmx_consent")); break;
            case "a form id twice": Twice(Table("crmx_Consent").Descendants("systemform").First()); break;
            case "a step id twice": Twice(root.Element("SdkMessageProcessingSteps")!.Elements().First()); break;
            case "a relationship by a column that is not there": Relationship().SetElementValue("ReferencingAttributeName", "crmx_Nowhere"); break;
            case "a relationship by a column that is no look-up": Relationship().SetElementValue("ReferencingAttributeName", "crmx_Proof"); break;
            case "a key on a column that is not there": Key().Add(new XElement("AttributeName", "crmx_nowhere")); break;
            case "a key wider than an index":
                Table("crmx_Obligation").Descendants("attribute").First(column => column.Element("LogicalName")!.Value == "crmx_number").SetElementValue("MaxLength", 451);
                break;
            case "a privilege at an unknown depth": Privileges().Add(XElement.Parse("<RolePrivilege name='prvReadcrmx_Consent' level='Somewhere'/>")); break;
            case "a privilege that a message does not have": Privileges().Add(XElement.Parse("<RolePrivilege name='prvReadcrmx_Message' level='Basic'/>")); break;
            case "a profile for a column that is not there": root.Element("FieldSecurityProfiles")!.Descendants("AttributeName").First().Value = "crmx_nowhere"; break;
            case "a view that joins by a column that is not there":
                Table("crmx_Consent").Descendants("savedquery").First().Descendants("entity").First()
                    .Add(XElement.Parse("<link-entity name='crmx_customer' from='crmx_customerid' to='crmx_nowhere' alias='c'/>"));
                break;
            case "a chart of a column that is not there": Chart().Descendants("attribute").First().SetAttributeValue("name", "crmx_nowhere"); break;
            case "a chart of another table": Chart().Descendants("entity").First().SetAttributeValue("name", "crmx_obligation"); break;
            case "a chart that draws what it does not fetch": Chart().Descendants("measure").First().SetAttributeValue("alias", "nothing"); break;
            case "a chart sorted by what it does not fetch": Chart().Descendants("order").First().SetAttributeValue("alias", "nothing"); break;
            case "a dashboard with a chart that is not there": Tile().SetElementValue("VisualizationId", "{8a8a8a8a-0000-4000-8000-000000000013}"); break;
            case "a dashboard with a view of another table": Tile().SetElementValue("ViewId", Table("crmx_Consent").Descendants("savedqueryid").First().Value); break;
            case "a dashboard of a table that is not there": Tile().SetElementValue("TargetEntityType", "crmx_nowhere"); break;
            case "a dashboard tile without its chart": Tile().Element("VisualizationId")!.Remove(); break;
            case "a site map to a dashboard that is not there": SubArea("DefaultDashboard").SetAttributeValue("DefaultDashboard", "8a8a8a8a-0000-4000-8000-000000000014"); break;
            case "a site map to a view that is not there":
                SubArea("Url").SetAttributeValue("Url", "/main.aspx?pagetype=entitylist&etn=phonecall&viewid={8a8a8a8a-0000-4000-8000-000000000015}&viewType=1039");
                break;
            case "a dashboard that is not declared": root.Descendants("RootComponent").First(one => (string?)one.Attribute("type") == "60").Remove(); break;
            case "an app with a view that is not there": App().Add(XElement.Parse("<AppModuleComponent type='26' id='{8a8a8a8a-0000-4000-8000-000000000012}'/>")); break;
            case "an app with a site map that is not there": App().Add(XElement.Parse("<AppModuleComponent type='62' schemaName='crmx_Nowhere'/>")); break;
            case "a site map with an id twice": Twice(root.Element("AppModuleSiteMaps")!.Descendants("SubArea").First()); break;
            case "a step without a kind of handler": Wrong(step => step.Element("EventHandlerTypeCode")!.Remove()); break;
            case "a step on table none": Wrong(step => step.SetElementValue("PrimaryEntity", "none")); break;
            case "a step without a message": Wrong(step => step.Element("SdkMessageId")!.Remove()); break;
            case "an image of the row after its writing, before it":
                Wrong(step => step.Add(XElement.Parse("<SdkMessageProcessingStepImages><SdkMessageProcessingStepImage Name='After'><EntityAlias>After</EntityAlias><ImageType>1</ImageType><MessagePropertyName>Target</MessagePropertyName></SdkMessageProcessingStepImage></SdkMessageProcessingStepImages>")));
                break;
            case "a dll that is not in the zip": root.Element("SolutionPluginAssemblies")!.Elements()
                .First(one => ((string)one.Attribute("FullName")!).StartsWith("Crm.Extensions.Plugins", StringComparison.Ordinal)).SetElementValue("FileName", "/PluginAssemblies/nowhere.dll");
                break;
            default: throw new ArgumentOutOfRangeException(nameof(change), change, null);
        }
    }
}
