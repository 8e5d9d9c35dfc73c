using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli;
using Xunit;

namespace Crm.Extensions.Tests.Packing;

/// <summary>House rules for the source of the solution that no platform would check.</summary>
public class SolutionSourceTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot.Find(), "solution");
    private static readonly string[] Texts = ["displaynames", "Descriptions", "labels", "LocalizedNames", "LocalizedCollectionNames"];

    public static TheoryData<string> Files() => [.. Paths("")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_is_there_in_English_and_in_Spanish(string file)
    {
        var texts = Load(file).Descendants().Where(node => Texts.Contains(node.Name.LocalName) && node.HasElements);

        Assert.All(texts, node =>
        {
            Assert.Equal(["1033", "3082"], node.Elements().Select(text => (string?)text.Attribute("languagecode")).Order(StringComparer.Ordinal));
            Assert.All(node.Elements(), text => Assert.False(string.IsNullOrWhiteSpace((string?)text.Attribute("description"))));
        });
    }

    [Fact]
    public void Every_column_and_choice_says_what_it_means()
    {
        var columns = Documents("Entities").SelectMany(document => document.Descendants("attributes").Elements("attribute"));
        var choices = Documents("OptionSets").Select(document => document.Root!);

        Assert.All(columns.Concat(choices), node => Assert.True(node.Elements("Descriptions").Elements("Description").Count() == 2, node.FirstAttribute?.Value));
    }

    [Fact]
    public void No_role_lets_people_write_contact_attempts_only_the_guards_do()
    {
        Assert.All(Paths("Roles"), file =>
        {
            var privileges = Privileges(file);
            Assert.DoesNotContain("prvCreatecrmx_ContactAttempt", privileges);
            Assert.DoesNotContain("prvWritecrmx_ContactAttempt", privileges);
        });
    }

    [Fact]
    public void The_compliance_officer_reads_every_attempt_and_contacts_nobody()
    {
        var role = Load(Path.Combine("Roles", "Crm.Extensions Compliance Officer.xml")).Descendants("RolePrivilege").ToDictionary(
            node => (string)node.Attribute("name")!, node => (string)node.Attribute("level")!, StringComparer.Ordinal);

        Assert.Equal("Global", role["prvReadcrmx_ContactAttempt"]);
        Assert.Equal("Global", role["prvWritecrmx_CourtesyPolicy"]);
        Assert.DoesNotContain("prvCreateActivity", role.Keys);
        Assert.DoesNotContain("prvWriteActivity", role.Keys);
    }

    [Fact]
    public void The_compliance_officer_may_release_holds_and_may_not_record_them()
    {
        var privileges = Privileges(Path.Combine("Roles", "Crm.Extensions Compliance Officer.xml"));

        Assert.Contains("prvWritecrmx_ContactHold", privileges);
        Assert.DoesNotContain("prvCreatecrmx_ContactHold", privileges);
    }

    [Fact]
    public void A_collector_records_holds_and_cannot_release_them()
    {
        var privileges = Privileges(Path.Combine("Roles", "Crm.Extensions Collector.xml"));

        Assert.Contains("prvCreatecrmx_ContactHold", privileges);
        Assert.DoesNotContain("prvWritecrmx_ContactHold", privileges);
    }

    [Fact]
    public void An_outside_agency_reaches_only_customers_and_contacts_that_are_its_own_or_shared_with_it()
    {
        var levels = Load(Path.Combine("Roles", "Crm.Extensions Outside Agency.xml")).Descendants("RolePrivilege")
            .Where(node => ((string)node.Attribute("name")!).Contains("crmx_", StringComparison.Ordinal) || ((string)node.Attribute("name")!).EndsWith("Activity", StringComparison.Ordinal))
            .ToDictionary(node => (string)node.Attribute("name")!, node => (string)node.Attribute("level")!, StringComparer.Ordinal);

        Assert.Contains("prvReadcrmx_Customer", levels.Keys);
        Assert.Contains("prvWriteActivity", levels.Keys);
        Assert.All(levels, level => Assert.Equal("Basic", level.Value));
    }

    [Fact]
    public void An_agent_neither_decides_who_is_who_nor_reads_who_saw_what()
    {
        var held = Privileges(Path.Combine("Roles", "Crm.Extensions Agent.xml"));

        Assert.DoesNotContain(held, name => name is "prvWritecrmx_Customer" or "prvWritecrmx_SourceLink" or "prvCreatecrmx_IdentityOperation" or "prvWritecrmx_ClericalReview" or "prvReadcrmx_ClericalReview" or "prvReadcrmx_Disclosure" or "prvReadcrmx_Suppression");
    }

    [Theory]
    [InlineData("Collector", "prvReadcrmx_Obligation", "prvReadcrmx_ContactAttempt", "prvReadcrmx_CreditLimitChange", "prvReadcrmx_CardBlock", "prvReadcrmx_ContactTemplate")]
    [InlineData(
        "Collections Manager", "prvReadcrmx_Obligation", "prvReadcrmx_ContactAttempt", "prvReadcrmx_CreditLimitChange", "prvReadcrmx_CardBlock", "prvCreatecrmx_ContactRepair",
        "prvReadcrmx_ContactTemplate")]
    [InlineData("Outside Agency", "prvReadcrmx_ContactAttempt", "prvReadcrmx_ContactTemplate")]
    [InlineData("Compliance Officer", "prvReadcrmx_Obligation", "prvReadcrmx_ContactAttempt", "prvReadcrmx_CreditLimitChange", "prvReadcrmx_CardBlock")]
    [InlineData("Administrator", "prvReadcrmx_Obligation", "prvReadcrmx_ContactAttempt", "prvReadcrmx_CreditLimitChange", "prvReadcrmx_CardBlock", "prvCreatecrmx_ContactRepair", "prvReadcrmx_ContactTemplate")]
    [InlineData("Agent", "prvReadcrmx_Customer", "prvReadcrmx_CustomerFact", "prvCreatecrmx_CustomerFact")]
    [InlineData(
        "Data Steward", "prvReadcrmx_Customer", "prvWritecrmx_Customer", "prvWritecrmx_SourceLink", "prvWritecrmx_ClericalReview", "prvCreatecrmx_IdentityOperation", "prvReadcrmx_CustomerFact")]
    [InlineData("Privacy Officer", "prvReadcrmx_Customer", "prvReadcrmx_CustomerFact", "prvCreatecrmx_Suppression", "prvReadcrmx_Disclosure", "prvCreatecrmx_IdentityOperation")]
    public void Who_is_to_call_a_custom_API_holds_its_privilege(string role, params string[] privileges) =>
        Assert.Superset(privileges.ToHashSet(), Privileges(Path.Combine("Roles", $"Crm.Extensions {role}.xml")));

    [Fact]
    public void The_column_security_profiles_cover_exactly_the_secured_columns()
    {
        var secured = Documents("Entities").SelectMany(document => document.Descendants("attribute").Where(column => (string?)column.Element("IsSecured") == "1")
            .Select(column => (string)document.Descendants("entity").Single().Attribute("Name")! + "." + (string?)column.Element("LogicalName")));
        var covered = Load(Path.Combine("Other", "FieldSecurityProfiles.xml")).Descendants("FieldPermission")
            .Select(permission => (string?)permission.Element("EntityName") + "." + (string?)permission.Element("AttributeName"));

        Assert.Equal(secured.Order(StringComparer.OrdinalIgnoreCase), covered.Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Nothing_that_changes_a_form_of_the_platform_is_shipped()
    {
        var forms = Documents("Entities").SelectMany(document => document.Descendants()).SelectMany(node => node.Attributes());

        Assert.DoesNotContain(forms, attribute => attribute.Name.LocalName is "solutionaction" or "ordinalvalue");
    }

    private static IEnumerable<string> Paths(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Source, folder), "*.xml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Source, file)).Order(StringComparer.Ordinal);

    private static HashSet<string> Privileges(string file) => [.. Load(file).Descendants("RolePrivilege").Select(node => (string)node.Attribute("name")!)];

    private static IEnumerable<XDocument> Documents(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Source, folder), "*.xml", SearchOption.AllDirectories).Select(file => XDocument.Load(file));

    private static XDocument Load(string file) => XDocument.Load(Path.Combine(Source, file));
}
