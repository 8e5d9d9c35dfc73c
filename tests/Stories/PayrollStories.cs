using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.StatementStories;

namespace Crm.Extensions.Tests.Stories;

/// <summary>The file for payroll: each approved statement in one file only, and the same file again when it is asked for again.</summary>
public sealed class PayrollStories
{
    [Fact]
    public void What_HR_approved_goes_to_payroll_once_and_the_same_file_is_given_again()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);
        house.ApproveAll(statement);

        var first = Export(house);
        var again = Export(house);

        Assert.Equal(1000m, first.Results["Total"]);
        Assert.Equal(1, first.Results["Count"]);
        var rows = ((string)first.Results["Text"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, rows.Length);
        Assert.Equal("hr_id,worker,period,revision,currency,gross,held_back,payable,carried,statement_digest", rows[0]);
        Assert.StartsWith("H-2,Mario Mora,2027-01,1,", rows[1], StringComparison.Ordinal);
        Assert.Contains(",1000.00,0.00,1000.00,0.00,", rows[1], StringComparison.Ordinal);
        Assert.Equal(first.Results["Text"], again.Results["Text"]);
        Assert.Contains("\"repeated\":true", (string)again.Results["Details"], StringComparison.Ordinal);
        Assert.Single(house.Rows("crmx_payrollexport"));
        Assert.Equal(2, house.Status(statement));
        Assert.NotNull(house.Statement(statement).GetAttributeValue<DateTime?>("crmx_exportedon"));
        Assert.Equal(2, house.Tenant.Read("crmx_compensationperiod", house.January, "statuscode").GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    [Fact]
    public void What_is_approved_later_comes_in_a_second_file_without_the_first()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);
        house.ApproveAll(statement);
        var first = Export(house);
        house.LearnLate(house.Worker);
        var revision = house.Calculate(house.Worker);
        house.ApproveAll(revision);

        var second = Export(house);

        Assert.Contains("\"number\":2", (string)second.Results["Details"], StringComparison.Ordinal);
        Assert.Contains("2027-01,2,", (string)second.Results["Text"], StringComparison.Ordinal);
        Assert.DoesNotContain("2027-01,1,", (string)second.Results["Text"], StringComparison.Ordinal);
        Assert.Equal(first.Results["Text"], Export(house, number: 1).Results["Text"]);
    }

    [Fact]
    public void What_is_not_approved_is_not_paid()
    {
        using var house = Kept();
        var statement = house.Calculate(house.Worker);
        house.Approve(statement, house.HrUser);
        house.Approve(statement, house.LeadUser);

        Assert.Contains("approved by HR yet", Refusal(() => Export(house)), StringComparison.Ordinal);
        Assert.Empty(house.Rows("crmx_payrollexport"));
    }

    [Fact]
    public void Payroll_exports_and_nobody_else()
    {
        using var house = Kept();
        house.ApproveAll(house.Calculate(house.Worker));

        foreach (var user in new[] { house.WorkerUser, house.LeadUser, house.Tenant.Dataverse.AddUser("Nora Nadie") })
        {
            Assert.Contains("prvCreatecrmx_PayrollExport", Refusal(() => Export(house, user)), StringComparison.Ordinal);
        }

        Assert.Equal(1, Export(house, house.PayrollUser).Results["Count"]);
    }

    [Fact]
    public void A_name_that_a_spreadsheet_would_run_is_defused()
    {
        using var house = new PayHouse();
        var plan = house.AddPlan("KEEP");
        house.AddComponent(plan, 0, 100);
        var worker = house.AddWorker("=9", "Rosa \"Reina\", +1", house.Tenant.Dataverse.AddUser("Rosa Reina", PayHouse.Manager), house.LeadWorker);
        house.Join(worker, plan);
        house.AddCustomer("Kept Kiosk", worker, 1000m, 1000m);
        house.Open();
        house.ApproveAll(house.Calculate(worker));

        Assert.Contains("\r\n'=9,\"Rosa \"\"Reina\"\", +1\",2027-01,", (string)Export(house).Results["Text"], StringComparison.Ordinal);
    }

    private static OrganizationResponse Export(PayHouse house, Guid? user = null, int? number = null)
    {
        var request = new OrganizationRequest("crmx_ExportPayroll") { ["PeriodId"] = house.January };
        if (number is { } wanted) request["Number"] = wanted;
        return house.As(user ?? house.PayrollUser).Execute(request);
    }
}
