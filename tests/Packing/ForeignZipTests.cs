using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using Crm.Extensions.Cli.Verifying;
using Xunit;

namespace Crm.Extensions.Tests.Packing;

/// <summary>A solution that somebody else exported: English alone, no descriptions, referring to tables that nobody here has described.</summary>
public class ForeignZipTests
{
    private const string Solution = """
        <ImportExportXml version="9.2.26034.167" SolutionPackageVersion="9.2" languagecode="1033" generatedBy="CrmLive">
          <SolutionManifest>
            <UniqueName>AbcCore</UniqueName><Version>1.0.0.0</Version><Managed>1</Managed>
            <Publisher><UniqueName>abc</UniqueName><CustomizationPrefix>abc</CustomizationPrefix><CustomizationOptionValuePrefix>10000</CustomizationOptionValuePrefix></Publisher>
            <RootComponents>
              <RootComponent type="1" schemaName="abc_widget" behavior="0" /><RootComponent type="1" schemaName="msdyn_workorder" behavior="2" />
              <RootComponent type="10031" schemaName="abc_connection" behavior="0" />
            </RootComponents>
            <MissingDependencies />
          </SolutionManifest>
        </ImportExportXml>
        """;

    private const string Customizations = """
        <ImportExportXml OrganizationVersion="9.2.26034.167" OrganizationSchemaType="Full">
          <Entities>
            <Entity>
              <Name LocalizedName="Widget" OriginalName="Widget">abc_Widget</Name>
              <EntityInfo><entity Name="abc_Widget">
                <attributes>
                  <attribute PhysicalName="abc_WidgetId"><Type>primarykey</Type><Name>abc_widgetid</Name><LogicalName>abc_widgetid</LogicalName></attribute>
                  <attribute PhysicalName="abc_Name"><Type>nvarchar</Type><Name>abc_name</Name><LogicalName>abc_name</LogicalName><IsCustomField>1</IsCustomField><AutoNumberFormat /></attribute>
                </attributes>
              </entity></EntityInfo>
              <SavedQueries><savedqueries><savedquery>
                <savedqueryid>{11111111-0000-4000-8000-000000000001}</savedqueryid>
                <layoutxml><grid name="resultset"><row name="result" id="abc_widgetid"><cell name="abc_name" /><cell name="createdbyname" /><cell name="wo.msdyn_name" /></row></grid></layoutxml>
                <fetchxml><fetch><entity name="abc_widget"><attribute name="abc_name" />
                  <link-entity name="msdyn_workorder" from="msdyn_widget" to="abc_widgetid" alias="wo"><attribute name="msdyn_name" /></link-entity>
                </entity></fetch></fetchxml>
              </savedquery></savedqueries></SavedQueries>
            </Entity>
            <Entity><Name LocalizedName="Work Order" OriginalName="">msdyn_workorder</Name><RibbonDiffXml /></Entity>
          </Entities>
          <Languages><Language>1033</Language></Languages>
        </ImportExportXml>
        """;

    private static readonly string Types =
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/octet-stream' /></Types>";

    [Fact]
    public void It_passes() => Assert.Empty(BrokenZip.Verify(Zip(Customizations)));

    [Fact]
    public void Its_own_faults_are_found_all_the_same()
    {
        var finding = Assert.Single(BrokenZip.Verify(Zip(Customizations.Replace("<cell name=\"abc_name\" />", "<cell name=\"abc_gone\" />", System.StringComparison.Ordinal))));
        Assert.Equal("view-columns", finding.Rule);
        Assert.Contains("abc_gone", finding.Problem, System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_newer_than_the_schemas_is_taken_out_before_they_are_asked_and_told_apart()
    {
        var (document, found) = KnownDrift.Without(XElement.Parse(Customizations));
        Assert.Equal(["attribute/AutoNumberFormat", "ImportExportXml/@OrganizationVersion", "ImportExportXml/@OrganizationSchemaType"], found);
        Assert.Empty(document.Descendants("AutoNumberFormat"));
    }

    private static Dictionary<string, byte[]> Zip(string customizations) =>
        new Dictionary<string, string> { ["[Content_Types].xml"] = Types, ["solution.xml"] = Solution, ["customizations.xml"] = customizations }
            .ToDictionary(entry => entry.Key, entry => Encoding.UTF8.GetBytes(entry.Value));
}
