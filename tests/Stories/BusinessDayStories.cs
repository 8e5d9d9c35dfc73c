using System;
using System.Collections.Generic;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Counting business days through crmx_AddBusinessDays.</summary>
public sealed class BusinessDayStories
{
    [Theory]
    [InlineData("MX", "bank", "2026-10-17", 0, "2026-10-19")]
    [InlineData("MX", null, "2026-10-30", 1, "2026-11-03")]
    [InlineData("MX", "public", "2026-10-30", 1, "2026-11-02")]
    [InlineData("CO", "bank", "2026-07-14", -1, "2026-07-10")]
    public void A_maker_is_told_the_day_and_the_holidays_passed_over(string country, string? calendar, string date, int days, string expected)
    {
        using var tenant = new Tenant();

        var answer = tenant.Service.Execute(Request(country, calendar, date, days)).Results;

        Assert.Equal(Utc(expected), answer["Result"]);
        var details = (string)answer["Details"];
        Assert.Contains($"\"result\":\"{expected}\"", details, StringComparison.Ordinal);
        Assert.Equal(country == "CO", details.Contains("2026-07-13", StringComparison.Ordinal));
        Assert.Equal(country == "MX" && calendar is null, details.Contains("Muertos", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("XX", "bank", 1, "XX")]
    [InlineData("CO", "lunar", 1, "lunar")]
    [InlineData("CO", "bank", 2601, "2600")]
    public void What_cannot_be_counted_is_refused_with_what_can(string country, string calendar, int days, string named)
    {
        using var tenant = new Tenant();

        var refused = Assert.ThrowsAny<FaultException>(() => tenant.Service.Execute(Request(country, calendar, "2026-10-17", days)));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workflow_activity_gives_the_same_day()
    {
        using var tenant = new Tenant();

        var answer = tenant.Dataverse.RunActivity(
            "Crm.Extensions.Workflows.AddBusinessDaysActivity",
            new Dictionary<string, object> { ["Country"] = "MX", ["Date"] = Utc("2026-10-17"), ["Days"] = 0 });

        Assert.Equal(Utc("2026-10-19"), answer["Result"]);
    }

    private static OrganizationRequest Request(string country, string? calendar, string date, int days)
    {
        var request = new OrganizationRequest("crmx_AddBusinessDays") { ["Country"] = country, ["Date"] = Utc(date), ["Days"] = days };
        if (calendar is not null) request["Calendar"] = calendar;
        return request;
    }

    private static DateTime Utc(string date) => DateTime.SpecifyKind(DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
