using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Crm.Extensions.Cli;
using Crm.Extensions.CustomerView.Identity.Normalising;
using Xunit;

namespace Crm.Extensions.Tests.Packing;

/// <summary>What the source of the solution promises about the unified customer: screens for its tables, and nothing shown to those whom it does not concern.</summary>
public class CustomerViewSourceTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot.Find(), "solution");

    private static readonly string[] Own =
    [
        "crmx_ClericalReview", "crmx_CustomerFact", "crmx_CustomerRelationship", "crmx_Disclosure", "crmx_DisclosureRule", "crmx_ExternalRecord", "crmx_IdentityBlock",
        "crmx_IdentityKey", "crmx_IdentityOperation", "crmx_MatchModel", "crmx_Source", "crmx_SourceLink", "crmx_Suppression", "crmx_SurvivorshipRule", "crmx_Topic",
    ];

    public static TheoryData<string> Tables() => [.. Own];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_a_form_and_the_views_that_the_platform_asks_for(string table)
    {
        var kinds = Files(table, "SavedQueries").Select(file => (string)XDocument.Load(file).Descendants("querytype").Single()).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(Files(table, Path.Combine("FormXml", "main")));
        Assert.Superset(new HashSet<string>(["0", "1", "2", "4", "64"], StringComparer.Ordinal), kinds);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void An_outside_agency_has_no_right_to_a_table_of_the_unified_customer(string table) =>
        Assert.DoesNotContain(Privileges("Outside Agency"), privilege => privilege.EndsWith(table, StringComparison.Ordinal));

    [Theory]
    [InlineData("crmx_Customer", "crmx_nationalid", "crmx_birthdate", "crmx_delinquency", "crmx_restriction", "crmx_valuesegment", "crmx_potentialsegment", "crmx_lineage")]
    [InlineData("crmx_ExternalRecord", "crmx_nationalid", "crmx_birthdate", "crmx_payload")]
    [InlineData("crmx_SourceLink", "crmx_identity", "crmx_explanation")]
    [InlineData("crmx_ClericalReview", "crmx_comparison", "crmx_explanation")]
    [InlineData("crmx_IdentityOperation", "crmx_journal")]
    [InlineData("crmx_CustomerFact", "crmx_value", "crmx_words")]
    [InlineData("Account", "crmx_nationalid")]
    [InlineData("Lead", "crmx_nationalid")]
    public void What_would_betray_a_customer_outside_the_card_is_secured(string table, params string[] columns)
    {
        var secured = XDocument.Load(Path.Combine(Source, "Entities", table, "Entity.xml")).Descendants("attribute")
            .Where(column => (string?)column.Element("IsSecured") == "1").Select(column => (string)column.Element("LogicalName")!);

        Assert.Superset(columns.ToHashSet(StringComparer.Ordinal), secured.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_stage_of_a_record_has_a_view_with_its_owner()
    {
        var stages = XDocument.Load(Path.Combine(Source, "OptionSets", "crmx_unificationstage.xml")).Descendants("option").Select(option => (string)option.Attribute("value")!);
        var views = Files("crmx_SourceLink", "SavedQueries").Select(file => XDocument.Load(file)).ToList();

        Assert.All(stages, stage => Assert.Contains(views, view =>
            view.Descendants("condition").Any(condition => (string?)condition.Attribute("attribute") == "crmx_stage" && (string?)condition.Attribute("value") == stage)
            && view.Descendants("cell").Any(cell => (string?)cell.Attribute("name") == "ownerid")));
    }

    [Fact]
    public void The_review_page_has_words_in_both_languages_for_every_field_of_a_record()
    {
        var page = File.ReadAllText(Path.Combine(Source, "WebResources", "crmx_", "review.html"));

        Assert.All(typeof(IdentityRecord).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => property.Name), field =>
            Assert.Equal(2, Regex.Count(page, $" {field}: \"", RegexOptions.IgnoreCase)));
    }

    private static IEnumerable<string> Files(string table, string folder) => Directory.EnumerateFiles(Path.Combine(Source, "Entities", table, folder), "*.xml");

    private static IEnumerable<string> Privileges(string role) =>
        XDocument.Load(Path.Combine(Source, "Roles", $"Crm.Extensions {role}.xml")).Descendants("RolePrivilege").Select(node => (string)node.Attribute("name")!);
}
