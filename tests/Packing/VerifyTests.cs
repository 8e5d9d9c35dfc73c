using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Crm.Extensions.Cli.Verifying;
using Xunit;

namespace Crm.Extensions.Tests.Packing;

public class VerifyTests
{
    private const string Customizations = "customizations.xml";

    /// <summary>A change to our zip, the rule that has to find it, and the component that it has to name.</summary>
    public static TheoryData<string, string, string> Changes { get; } = new()
    {
        { "a table twice", "unique-ids", "crmx_Consent" },
        { "a choice that is no root component", "roots-declared", "choice crmx_mode" },
        { "a root component that is not there", "roots-present", "crmx_nowhere" },
        { "a custom API as a root component", "roots-present", "10421" },
        { "a column without the prefix", "name-prefix", "other_product" },
        { "a key on a memo column", "key-columns", "crmx_courtesypolicy" },
        { "a key on a secured column", "key-columns", "crmx_obligation" },
        { "a choice that nobody brings", "choices-exist", "crmx_consent.crmx_kind" },
        { "a relationship to a table that is not there", "relationship-ends", "crmx_Customer_Consent" },
        { "a look-up without its relationship", "lookup-relationships", "crmx_consent.crmx_customerid" },
        { "a role with a privilege of no table", "role-privileges", "Wrong role" },
        { "a profile for a column that is not secured", "secured-columns", "Wrong profile" },
        { "a form with a column that is not there", "form-fields", "crmx_consent" },
        { "a form with a script that is not there", "form-libraries", "8a8a8a8a" },
        { "a view with a column that is not there", "view-columns", "crmx_consent" },
        { "an app with a table that is not there", "app-components", "crmx_Wrong" },
        { "a site map to a table that is not there", "sitemap-targets", "crmx_Wrong" },
        { "a web resource without its file", "files-present", "crmx_wrong" },
        { "an assembly of another version", "assembly-identity", "Crm.Extensions.Plugins" },
        { "a class that the dll lacks", "assembly-identity", "Crm.Extensions.Plugins" },
        { "a step of a class that is not declared", "step-types", "Wrong step" },
        { "a step on a message of one environment", "step-messages", "Wrong step" },
        { "a step on a column that is not there", "step-columns", "Wrong step" },
        { "an asynchronous step before the write", "step-settings", "Wrong step" },
        { "an image of the wrong property", "step-images", "Wrong step" },
        { "a label in English alone", "both-languages", "crmx_mode" },
        { "a choice without a description", "described", "crmx_mode" },
        { "an option of another publisher's range", "option-values", "crmx_mode" },
        { "an id twice in a form", "form-ids", "8a8a8a8a" },
    };

    [Fact]
    public void The_zip_that_ships_passes()
    {
        using var zip = ManagedZip.Open();
        Assert.Empty(Verifier.Verify(zip));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_broken_copy_is_caught_by_the_rule_for_it_which_names_the_component(string change, string rule, string component)
    {
        var entry = change.Contains("root component that", StringComparison.Ordinal) || change.StartsWith("a custom API as", StringComparison.Ordinal) ? "solution.xml" : Customizations;
        var findings = BrokenZip.Findings(entry, root => Break(root, change));
        Assert.Contains(findings, finding => finding.Rule == rule && finding.Component.Contains(component, StringComparison.Ordinal) && finding.Remedy.Length > 0);
    }

    [Fact]
    public void An_entry_without_a_content_type_is_caught()
    {
        var entries = BrokenZip.Entries(ManagedZip.Bytes);
        entries["WebResources/unknown.strange"] = [1];
        Assert.Contains(BrokenZip.Verify(entries), finding => finding.Rule == "content-types" && finding.Component.Contains("unknown.strange", StringComparison.Ordinal));
    }

    [Fact]
    public void An_environment_variable_of_an_unknown_type_is_caught()
    {
        var entries = BrokenZip.Entries(ManagedZip.Bytes);
        entries["environmentvariabledefinitions/crmx_Wrong/environmentvariabledefinition.xml"] =
            Encoding.UTF8.GetBytes("<environmentvariabledefinition schemaname='crmx_Wrong'><type>7</type></environmentvariabledefinition>");
        Assert.Contains(BrokenZip.Verify(entries), finding => finding.Rule == "environment-variables" && finding.Component.Contains("crmx_Wrong", StringComparison.Ordinal));
    }

    [Fact]
    public void A_custom_API_that_runs_nothing_and_returns_what_can_be_left_out_is_caught()
    {
        var entries = BrokenZip.Entries(ManagedZip.Bytes);
        entries["customapis/crmx_Wrong/customapi.xml"] = Encoding.UTF8.GetBytes(
            "<customapi uniquename='crmx_Wrong'><bindingtype>0</bindingtype><executeprivilegename>prvReadcrmx_Nowhere</executeprivilegename></customapi>");
        entries["customapis/crmx_Wrong/customapiresponseproperties/Out/customapiresponseproperty.xml"] =
            Encoding.UTF8.GetBytes("<customapiresponseproperty uniquename='Out'><isoptional>0</isoptional><type>10</type></customapiresponseproperty>");
        var findings = BrokenZip.Verify(entries);
        Assert.Contains(findings, finding => finding.Rule == "custom-apis" && finding.Problem.Contains("prvReadcrmx_Nowhere", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Rule == "custom-api-parameters" && finding.Component.Contains("Out", StringComparison.Ordinal));
    }

    private static void Break(XElement root, string change)
    {
        XElement Table(string name) => root.Elements("Entities").Elements("Entity").First(entity => entity.Element("Name")!.Value == name);
        XElement Column(string table, string name) => Table(table).Descendants("attribute").First(column => column.Element("LogicalName")!.Value == name);
        XElement Choice() => root.Element("optionsets")!.Elements().First(choice => (string?)choice.Attribute("Name") == "crmx_mode");
        XElement Relationship() => root.Element("EntityRelationships")!.Elements().First(one => (string?)one.Attribute("Name") == "crmx_Customer_Consent");
        XElement Assembly() => root.Element("SolutionPluginAssemblies")!.Elements().First(one => ((string)one.Attribute("FullName")!).StartsWith("Crm.Extensions.Plugins", StringComparison.Ordinal));

        switch (change)
        {
            case "a table twice": root.Element("Entities")!.Add(new XElement(Table("crmx_Consent"))); break;
            case "a choice that is no root component": Choice().AddAfterSelf(new XElement(Choice())); Choice().SetAttributeValue("Name", "crmx_mode2"); break;
            case "a root component that is not there": Roots(root).Add(XElement.Parse("<RootComponent type='1' schemaName='crmx_nowhere' behavior='0'/>")); break;
            case "a custom API as a root component": Roots(root).Add(XElement.Parse("<RootComponent type='10421' schemaName='crmx_EvaluateContact' behavior='0'/>")); break;
            case "a column without the prefix": Rename(Column("crmx_Obligation", "crmx_product"), "other_product"); break;
            case "a key on a memo column": Key(Table("crmx_CourtesyPolicy"), "crmx_reason"); break;
            case "a key on a secured column": Column("crmx_Obligation", "crmx_number").SetElementValue("IsSecured", 1); break;
            case "a choice that nobody brings": Column("crmx_Consent", "crmx_kind").SetElementValue("OptionSetName", "crmx_nowhere"); break;
            case "a relationship to a table that is not there": Relationship().SetElementValue("ReferencedEntityName", "crmx_Nowhere"); break;
            case "a look-up without its relationship": Relationship().Remove(); break;
            case "a role with a privilege of no table":
                root.Element("Roles")!.Add(XElement.Parse("<Role id='{8a8a8a8a-0000-4000-8000-000000000001}' name='Wrong role'><RolePrivileges><RolePrivilege name='prvReadcrmx_Nowhere' level='Basic'/></RolePrivileges></Role>"));
                break;
            case "a profile for a column that is not secured":
                root.Element("FieldSecurityProfiles")!.Add(XElement.Parse("<FieldSecurityProfile name='Wrong profile' fieldsecurityprofileid='{8a8a8a8a-0000-4000-8000-000000000002}'><FieldPermissions><FieldPermission><EntityName>crmx_customer</EntityName><AttributeName>crmx_city</AttributeName></FieldPermission></FieldPermissions></FieldSecurityProfile>"));
                break;
            case "a form with a column that is not there": Form(Table("crmx_Consent"), "<control id='x' datafieldname='crmx_nowhere'/>"); break;
            case "a form with a script that is not there": Form(Table("crmx_Consent"), "<formLibraries><Library name='crmx_nowhere.js'/></formLibraries>"); break;
            case "an id twice in a form": Form(Table("crmx_Consent"), "<tabs><tab id='a'/><tab id='a'/></tabs>"); break;
            case "a view with a column that is not there":
                Table("crmx_Consent").Add(XElement.Parse("<SavedQueries><savedqueries><savedquery><savedqueryid>{8a8a8a8a-0000-4000-8000-000000000003}</savedqueryid><fetchxml><fetch><entity name='crmx_consent'><attribute name='crmx_nowhere'/></entity></fetch></fetchxml></savedquery></savedqueries></SavedQueries>"));
                break;
            case "an app with a table that is not there":
                root.Element("AppModules")!.Add(XElement.Parse("<AppModule><UniqueName>crmx_Wrong</UniqueName><AppModuleComponents><AppModuleComponent type='1' schemaName='crmx_nowhere'/></AppModuleComponents></AppModule>"));
                break;
            case "a site map to a table that is not there":
                root.Element("AppModuleSiteMaps")!.Add(XElement.Parse("<AppModuleSiteMap><SiteMapUniqueName>crmx_Wrong</SiteMapUniqueName><SiteMap><Area Id='a'><Group Id='b'><SubArea Id='c' Entity='crmx_nowhere'/></Group></Area></SiteMap></AppModuleSiteMap>"));
                break;
            case "a web resource without its file":
                root.Element("WebResources")!.Add(XElement.Parse("<WebResource><Name>crmx_wrong</Name><FileName>/WebResources/nowhere</FileName></WebResource>"));
                break;
            case "an assembly of another version": Assembly().SetAttributeValue("FullName", ((string)Assembly().Attribute("FullName")!).Replace("1.0.0.0", "2.0.0.0", StringComparison.Ordinal)); break;
            case "a class that the dll lacks":
                Assembly().Element("PluginTypes")!.Add(XElement.Parse("<PluginType AssemblyQualifiedName='Crm.Extensions.Nowhere, Crm.Extensions.Plugins' PluginTypeId='8a8a8a8a-0000-4000-8000-000000000004'><FriendlyName>x</FriendlyName></PluginType>"));
                break;
            case "a step of a class that is not declared": Step(root, step => step.SetElementValue("PluginTypeName", "Crm.Extensions.Nowhere, Crm.Extensions.Plugins")); break;
            case "a step on a message of one environment": Step(root, step => step.SetElementValue("SdkMessageId", "{8a8a8a8a-0000-4000-8000-000000000005}")); break;
            case "a step on a column that is not there": Step(root, step => step.SetElementValue("FilteringAttributes", "crmx_nowhere")); break;
            case "an asynchronous step before the write": Step(root, step => step.SetElementValue("Mode", 1)); break;
            case "an image of the wrong property":
                Step(root, step => step.Add(XElement.Parse("<SdkMessageProcessingStepImages><SdkMessageProcessingStepImage Name='Before'><EntityAlias>Before</EntityAlias><ImageType>0</ImageType><MessagePropertyName>Id</MessagePropertyName></SdkMessageProcessingStepImage></SdkMessageProcessingStepImages>")));
                break;
            case "a label in English alone": Choice().Descendants("label").First(label => (string?)label.Attribute("languagecode") == "3082").Remove(); break;
            case "a choice without a description": Choice().Element("Descriptions")!.RemoveNodes(); break;
            case "an option of another publisher's range": Choice().Descendants("option").First().SetAttributeValue("value", 100000000); break;
            default: throw new ArgumentOutOfRangeException(nameof(change), change, null);
        }
    }

    private static XElement Roots(XElement root) => root.Descendants("RootComponents").Single();

    private static void Rename(XElement column, string name)
    {
        column.SetAttributeValue("PhysicalName", name);
        column.SetElementValue("Name", name);
        column.SetElementValue("LogicalName", name);
    }

    private static void Key(XElement table, string column)
    {
        var info = table.Element("EntityInfo")!.Element("entity")!;
        if (info.Element("EntityKeys") is null) info.Add(new XElement("EntityKeys"));
        info.Element("EntityKeys")!.Add(XElement.Parse($"<EntityKey><Name>crmx_wrong</Name><LogicalName>crmx_wrong</LogicalName><EntityKeyAttributes><AttributeName>{column}</AttributeName></EntityKeyAttributes></EntityKey>"));
    }

    private static void Form(XElement table, string content) =>
        table.Add(XElement.Parse($"<FormXml><forms type='main'><systemform><formid>{{8a8a8a8a-0000-4000-8000-000000000006}}</formid><form>{content}</form></systemform></forms></FormXml>"));

    private static void Step(XElement root, Action<XElement> change)
    {
        var type = root.Element("SolutionPluginAssemblies")!.Descendants("PluginType").First();
        var step = XElement.Parse("<SdkMessageProcessingStep Name='Wrong step' SdkMessageProcessingStepId='{8a8a8a8a-0000-4000-8000-000000000007}'><PrimaryEntity>phonecall</PrimaryEntity><FilteringAttributes>scheduledend</FilteringAttributes><Mode>0</Mode><Rank>1</Rank><SdkMessageId>{20bebb1b-ea3e-db11-86a7-000a3a5473e8}</SdkMessageId><EventHandlerTypeCode>4602</EventHandlerTypeCode><Stage>10</Stage></SdkMessageProcessingStep>");
        step.AddFirst(new XElement("PluginTypeName", (string)type.Attribute("AssemblyQualifiedName")!));
        change(step);
        root.Element("SdkMessageProcessingSteps")!.Add(step);
    }
}
