using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>HR brings its people, out of the managed zip.</summary>
public sealed class RosterStories : IDisposable
{
    private readonly Staff staff = new();

    public void Dispose() => staff.Dispose();

    [Fact]
    public void People_with_and_without_users_come_in_with_jobs_managers_salaries_and_absences()
    {
        staff.Tenant.Dataverse.AddUser("Ana Ruiz");

        var answer = staff.Import(
            "A1,Ana Ruiz,ana@example.com,Ana.Ruiz@embedded,customermanager,B0,4000000,USD,CO,2026-01-01,,,",
            "B0,Berta Paz,,,supervisor,,,,CO,2025-01-01,,,",
            "C1,Ciro Botones,,,bellboy,B0,1800000.50,USD,CO,2026-02-01,,,",
            "A1,,,,,,,,,2026-05-01,2026-07-31,parental,100");

        Assert.Equal(0, answer["Errors"]);
        Assert.Equal(false, answer["More"]);
        var workers = staff.Rows("crmx_worker", "crmx_hrid", "crmx_name", "crmx_userid", "crmx_managerid", "crmx_basesalary", "crmx_jobid").OrderBy(row => row["crmx_hrid"]).ToList();
        Assert.Equal(["Ana Ruiz", "Berta Paz", "Ciro Botones"], workers.Select(row => row["crmx_name"]));
        Assert.NotNull(workers[0].GetAttributeValue<EntityReference>("crmx_userid"));
        Assert.Null(workers[2].GetAttributeValue<EntityReference>("crmx_userid"));
        Assert.Equal(workers[1].Id, workers[2].GetAttributeValue<EntityReference>("crmx_managerid").Id);
        Assert.Equal(1_800_000.50m, workers[2].GetAttributeValue<Money>("crmx_basesalary").Value);
        Assert.Equal(3, staff.Rows("crmx_employment").Count);
        Assert.Equal(new DateTime(2026, 7, 31), Assert.Single(staff.Rows("crmx_absence", "crmx_until")).GetAttributeValue<DateTime>("crmx_until"));
        Assert.Equal(["bellboy", "customermanager", "supervisor"], staff.Rows("crmx_job", "crmx_code").Select(row => (string)row["crmx_code"]).Order());
        Assert.DoesNotContain("1800000", (string)answer["Details"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_twice_writes_nothing()
    {
        string[] file = ["A1,Ana,a@example.com,,customermanager,B0,4000,USD,CO,2026-01-01,,,", "B0,Berta,,,supervisor,,,,CO,2025-01-01,,,", "A1,,,,,,,,,2026-05-01,,sick,50"];
        staff.Import(file);
        var before = Versions();

        var again = staff.Import(file);

        Assert.Contains("Nothing changes", (string)again["Explanation"], StringComparison.Ordinal);
        Assert.Equal(before, Versions());
    }

    [Theory]
    [InlineData(1033, "Line 3, column salary: 'many' is no amount")]
    [InlineData(3082, "Línea 3, columna salary: 'many' no es un importe")]
    public void A_wrong_row_is_told_by_line_and_column_and_the_rest_goes_in(int language, string words)
    {
        var answer = staff.Service.Execute(new OrganizationRequest("crmx_ImportRoster")
        {
            ["Content"] = Staff.Heading + "\nB0,Berta,,,supervisor,,,,CO,2025-01-01,,,\nA1,Ana,,,agent,B0,many,USD,CO,2026-01-01,,,\nA2,Bo,,,nojob,B0,,,CO,2026-01-01,,,\nA3,Cy,,,agent,A3,,,CO,2026-01-01,,,",
            ["Language"] = language,
        });

        Assert.Equal(3, answer["Errors"]);
        Assert.Contains(words, (string)answer["Explanation"], StringComparison.Ordinal);
        Assert.Contains("\"line\":4,\"column\":\"job\",\"field\":5,\"code\":\"JobUnknown\"", (string)answer["Details"], StringComparison.Ordinal);
        Assert.Equal("B0", Assert.Single(staff.Rows("crmx_worker", "crmx_hrid"))["crmx_hrid"]);
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        var answer = staff.Service.Execute(new OrganizationRequest("crmx_ImportRoster") { ["Content"] = Staff.Heading + "\nB0,Berta,,,supervisor,,,,CO,2025-01-01,,,", ["DryRun"] = true });

        Assert.Contains("2 to write", (string)answer["Explanation"], StringComparison.Ordinal);
        Assert.Empty(staff.Rows("crmx_worker"));
    }

    [Fact]
    public void A_large_file_goes_in_by_parts_and_the_same_file_again_goes_on()
    {
        var file = Enumerable.Range(0, 300).Select(number => $"W{number:000},Worker {number},,,agent,{(number == 0 ? "" : "W000")},,,CO,2026-01-01,,,").ToArray();

        var first = staff.Import(file);
        var second = staff.Import(file);

        Assert.Equal(true, first["More"]);
        Assert.Equal(false, second["More"]);
        Assert.Equal(300, staff.Rows("crmx_worker").Count);
        Assert.Equal(300, staff.Rows("crmx_employment").Count);
    }

    [Fact]
    public void A_change_of_job_keeps_the_history()
    {
        staff.Import("A1,Ana,,,productmanager,,,,CO,2025-01-01,,,");

        staff.Import("A1,Ana,,,customermanager,,,,CO,2026-07-01,,,");

        var history = staff.Rows("crmx_employment", "crmx_from", "crmx_until").OrderBy(row => row["crmx_from"]).ToList();
        Assert.Equal(new DateTime(2026, 6, 30), history[0].GetAttributeValue<DateTime>("crmx_until"));
        Assert.False(history[1].Contains("crmx_until"));
        Assert.Equal(staff.Job("customermanager").Id, Assert.Single(staff.Rows("crmx_worker", "crmx_jobid")).GetAttributeValue<EntityReference>("crmx_jobid").Id);
    }

    [Fact]
    public void The_customers_of_who_leaves_are_orphans_until_somebody_is_assigned()
    {
        var ana = staff.AddManager("A1", "Ana");
        var bo = staff.AddManager("A2", "Bo");
        var customer = staff.AddCustomer("Hotel Sol");
        staff.AddCustomer("Too small to be one", segment: 2);
        staff.HandOver(customer, ana);
        Assert.Equal(ana, staff.ManagerOf(customer));
        staff.Tenant.Dataverse.Clock.Advance(TimeSpan.FromDays(7));

        var left = staff.Import("A1,Ana,A1@example.com,,customermanager,,,,CO,2026-01-01,2026-11-27,,");

        Assert.Contains("\"orphanCount\":1", (string)left["Details"], StringComparison.Ordinal);
        Assert.Contains(customer.ToString("D"), (string)left["Details"], StringComparison.Ordinal);
        Assert.Contains("The portfolio of A1 ends on 2026-11-27: 1 customers.", (string)left["Explanation"], StringComparison.Ordinal);
        Assert.Null(staff.ManagerOf(customer));

        staff.HandOver(customer, bo, day: 30);
        Assert.Equal(bo, staff.ManagerOf(customer));
        Assert.Contains("\"orphanCount\":0", (string)staff.Import("A2,Bo,A2@example.com,,customermanager,,,,CO,2026-01-01,,,")["Details"], StringComparison.Ordinal);
        var taken = staff.Rows("crmx_creditassignment", "crmx_workerid", "crmx_takenoverfromid").Single(row => row.GetAttributeValue<EntityReference>("crmx_workerid").Id == bo);
        Assert.Equal(ana, taken.GetAttributeValue<EntityReference>("crmx_takenoverfromid").Id);
    }

    [Fact]
    public void HR_imports_and_who_is_not_of_HR_is_refused()
    {
        var analyst = staff.LogIn("Hana Hauser", Staff.Analyst);
        var manager = staff.LogIn("Mario Mora", Staff.Manager);
        var stranger = staff.LogIn("Nora Nadie");

        var answer = Staff.Import(analyst, "A1,Ana,,,agent,,4000,USD,CO,2026-01-01,,,");

        Assert.Equal(0, answer["Errors"]);
        foreach (var other in new[] { manager, stranger })
        {
            var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => Staff.Import(other, "A2,Bo,,,agent,,,,CO,2026-01-01,,,"));
            Assert.Contains("prvCreatecrmx_Worker", refused.Detail.Message, StringComparison.Ordinal);
        }
    }

    private string[] Versions() => [.. new[] { "crmx_worker", "crmx_employment", "crmx_absence", "crmx_job" }
        .SelectMany(table => staff.Rows(table, "versionnumber", "modifiedon"))
        .Select(row => $"{row.LogicalName} {row.Id} {row.GetAttributeValue<long>("versionnumber")}").Order(StringComparer.Ordinal)];
}
