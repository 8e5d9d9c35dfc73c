using System;
using System.Linq;
using Crm.Extensions.CustomerView.Erasure;
using Crm.Extensions.CustomerView.Identity.Operations;
using Crm.Extensions.Tests.Stories;
using FsCheck.Xunit;
using Microsoft.Xrm.Sdk;
using Xunit;
using Language = Crm.Extensions.Platform.Language;

namespace Crm.Extensions.Tests.Rules;

/// <summary>The journal of an operation, and the lists that have to name every table.</summary>
public sealed class JournalTests
{
    [Property]
    public bool A_journal_says_after_reading_what_was_written(Guid[] rows, string former, string after, string reason)
    {
        var journal = new Journal();
        journal.Add(rows.Select(row => new JournalEntry("contact", row, "lastname", "s" + former, "s" + after)));
        journal.Add(rows.Select(row => new JournalEntry("lead", row, "crmx_customerid", JournalValue.Nothing, JournalValue.Reference("crmx_customer", row))));
        foreach (var row in rows) journal.Keep(new KeptRow("email", row, reason ?? ""));
        foreach (var row in rows) journal.AddPart(row);

        var read = JournalText.Read(JournalText.Write(journal));

        return read.Entries.SequenceEqual(journal.Entries) && read.Parts.SequenceEqual(journal.Parts)
            && read.Kept.Select(row => row.Reason).SequenceEqual(journal.Kept.Select(row => row.Reason));
    }

    [Fact]
    public void Values_come_back_as_they_were()
    {
        object?[] values = [null, true, 7, "tab\tand\nline", new OptionSetValue(3), new EntityReference("lead", Guid.NewGuid()), new DateTime(2026, 11, 23, 1, 2, 3, DateTimeKind.Utc)];

        Assert.All(values, value => Assert.Equal(value, JournalValue.Read(JournalValue.Write(value))));
    }

    [Fact]
    public void Thirty_thousand_rows_fit_in_the_column()
    {
        var journal = new Journal();
        journal.Add(Enumerable.Range(0, 30_000).Select(_ => new JournalEntry("phonecall", Guid.NewGuid(), "crmx_customerid", "r1", "r2")));

        Assert.True(JournalText.Write(journal).Length < 1_000_000);
    }

    [Fact]
    public void Every_column_of_the_solution_that_looks_up_a_customer_is_on_the_list()
    {
        using var tenant = new Tenant();
        var known = CustomerReferences.All.Select(reference => reference.Table + "." + reference.Column).ToHashSet();

        var lookups = tenant.Dataverse.Catalog.Relationships.Where(relationship => relationship.ReferencedTable == "crmx_customer").Select(relationship => relationship.ReferencingTable + "." + relationship.ReferencingColumn)
            .Concat(from table in tenant.Dataverse.Catalog.Tables from column in table.Columns.Values where column.Targets.Contains("crmx_customer") select table.LogicalName + "." + column.LogicalName)
            .Where(lookup => !lookup.StartsWith("activitypointer.", StringComparison.Ordinal))
            .Distinct();

        Assert.All(lookups, lookup => Assert.Contains(lookup, known));
    }

    [Fact]
    public void Every_table_that_looks_up_a_customer_is_treated_when_one_is_forgotten_and_every_column_exists()
    {
        using var tenant = new Tenant();
        var treated = ErasurePlan.Tables.Concat(ErasurePlan.Untouched.Keys).ToHashSet();

        Assert.All(CustomerReferences.All, reference => Assert.Contains(reference.Table, treated));
        Assert.All(ErasurePlan.Rules, rule => Assert.All(rule.Columns.Select(ErasurePlan.ColumnOf).Append(rule.Column), column => Assert.NotNull(tenant.Dataverse.Catalog.Find(rule.Table)?.Find(column))));
        Assert.All(ErasurePlan.Rules, rule => Assert.NotEmpty(ErasureTexts.Write(Language.Spanish, "What." + rule.Code)));
    }

    [Theory]
    [InlineData("CO", 10, "Ley 962")]
    [InlineData("ES", 6, "art. 30")]
    [InlineData("MX-JAL", 10, "arts. 38, 46 y 49")]
    [InlineData("ZZ", 10, "")]
    public void A_countrys_law_says_how_long(string country, int years, string source)
    {
        var law = RetentionLaw.Of(country);

        Assert.Equal(years, law.Years);
        Assert.Contains(source, law.Source, StringComparison.Ordinal);
    }
}
