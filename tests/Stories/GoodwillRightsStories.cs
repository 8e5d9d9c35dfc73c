using System;
using System.Collections.Generic;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.GoodwillHouse;
using static Crm.Extensions.Tests.Stories.GoodwillStories;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Who may grant, decide, report, record and verify, and what each costs in requests.</summary>
public sealed class GoodwillRightsStories : IDisposable
{
    private readonly GoodwillHouse house = new();

    public void Dispose() => house.Dispose();

    [Theory]
    [InlineData("crmx_GrantGoodwill", "prvCreatecrmx_GoodwillGrant")]
    [InlineData("crmx_DecideGoodwill", "prvWritecrmx_GoodwillGrant")]
    [InlineData("crmx_ReportGoodwill", "prvReadcrmx_GoodwillGrant")]
    [InlineData("crmx_RecordRecognition", "prvCreatecrmx_Recognition")]
    [InlineData("crmx_VerifyRecognition", "prvWritecrmx_Recognition")]
    public void Who_lacks_the_privilege_is_told_nothing(string api, string privilege)
    {
        var stranger = house.Tenant.Dataverse.Connect(house.Tenant.Dataverse.AddUser("Nora Nadie"));

        Assert.Contains(privilege, Refused(() => stranger.Execute(Request(api, house.Customer("Grace", 0)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crmx_GrantGoodwill", "prvCreatecrmx_GoodwillGrant", "crmx_customer")]
    [InlineData("crmx_DecideGoodwill", "prvWritecrmx_GoodwillGrant", "crmx_goodwillgrant")]
    [InlineData("crmx_RecordRecognition", "prvCreatecrmx_Recognition", "crmx_customer")]
    [InlineData("crmx_VerifyRecognition", "prvWritecrmx_Recognition", "crmx_recognition")]
    public void Who_may_not_see_what_it_is_about_is_told_nothing_of_it(string api, string privilege, string table)
    {
        var guest = house.Customer("Grace", 0);
        var grant = house.AsAna.Execute(Grant(guest, 10m));
        var unit = house.Tenant.Read("systemuser", house.Tenant.Dataverse.AdministratorId, "businessunitid").GetAttributeValue<EntityReference>("businessunitid");
        var role = house.Service.Create(new Entity("role") { ["name"] = "Half", ["businessunitid"] = unit });
        house.Tenant.Dataverse.Security.AddRole(role, "Half", [KeyValuePair.Create(privilege, PrivilegeDepth.Global)]);
        var user = house.Tenant.Dataverse.Connect(house.Tenant.Dataverse.AddUser("Hugo Half", "Half"));
        var request = Request(api, guest);
        if (api == "crmx_DecideGoodwill") request["GrantId"] = grant["GrantId"];

        Assert.Equal($"This row of {table} does not exist, or you may not see it.", Refused(() => user.Execute(request)));
    }

    [Fact]
    public void Somebody_elses_case_that_the_caller_may_not_see_is_out_of_reach()
    {
        var guest = house.Customer("Grace", 0);

        Assert.Equal("This row of incident does not exist, or you may not see it.", Refused(() => house.AsAna.Execute(Grant(guest, 1m, Guid.NewGuid()))));
        Assert.Equal("This row of crmx_worker does not exist, or you may not see it.", Refused(() => house.AsLuis.Execute(Grant(guest, 1m, more: ("WorkerId", Guid.NewGuid())))));
    }

    [Fact]
    public void A_report_counts_what_the_caller_may_see()
    {
        house.AsAna.Execute(Grant(house.Customer("Grace", 0), 10m));
        house.AsLuis.Execute(Grant(house.Customer("Grace", 0), 10m));

        Assert.Contains("\"grants\":2,", (string)house.Service.Execute(new OrganizationRequest("crmx_ReportGoodwill"))["Details"], StringComparison.Ordinal);
        Assert.Contains("\"grants\":1,", (string)house.AsAna.Execute(new OrganizationRequest("crmx_ReportGoodwill"))["Details"], StringComparison.Ordinal);
        Assert.StartsWith("Days must be from 1 to 366", Refused(() => house.AsAna.Execute(new OrganizationRequest("crmx_ReportGoodwill") { ["Days"] = 0 })), StringComparison.Ordinal);
    }

    [Fact]
    public void Grants_keep_to_the_budget()
    {
        var guest = house.Customer("Grace", 0);
        var complaint = house.Case(guest);
        house.AsAna.Execute(Grant(guest, 1m, complaint));

        Assert.Equal(12, Requests(() => house.AsAna.Execute(Grant(guest, 1m, complaint))));
        Assert.Equal(10, Requests(() => house.AsAna.Execute(Grant(guest, 1m))));
        Assert.Equal(11, Requests(() => house.AsAna.Execute(Grant(guest, 1m, more: ("Request", "once")))));
        Assert.InRange(Requests(() => house.AsAna.Execute(Grant(guest, 2000m, complaint))), 12, 16);
        house.Booked(guest, "FEE-1", kind: 2, 10m);
        Assert.Equal(8, Requests(() => house.AsAna.Execute(Grant(guest, 1m, kind: "redress", more: ("Taken", "FEE-1")))));
    }

    [Fact]
    public void The_card_says_what_the_worker_may_grant_now_and_keeps_to_its_eight_requests()
    {
        var guest = house.Customer("Carl", 2);
        var card = Card(guest, "complaint");
        for (var other = 0; other < 5; other++) house.AsAna.Execute(Grant(house.Customer("Guest " + other, 2), other < 4 ? 100m : 70m));
        house.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));

        var spent = Card(guest, "complaint");
        var requests = Requests(() => Card(guest, "complaint"));

        Assert.Contains("\"grant\":\"USD 100.00\"", (string)card["Details"], StringComparison.Ordinal);
        Assert.Contains("You may grant up to USD 100.00 on one case", (string)card["Explanation"], StringComparison.Ordinal);
        Assert.Contains("\"grant\":\"USD 30.00\"", (string)spent["Details"], StringComparison.Ordinal);
        Assert.DoesNotContain("grant", (string)Card(guest, "sales")["Details"], StringComparison.Ordinal);
        Assert.InRange(requests, 1, 8);
    }

    private OrganizationResponse Card(Guid guest, string purpose) => CustomerViewStories.View(house.AsAna, guest, purpose, "verified");

    private int Requests(Action act)
    {
        house.Tenant.Dataverse.Requests.Clear();
        act();
        return house.Tenant.Dataverse.Requests.OfSteps;
    }

    private static OrganizationRequest Request(string api, Guid guest) => api switch
    {
        "crmx_GrantGoodwill" => Grant(guest, 1m),
        "crmx_DecideGoodwill" => Decide(Guid.NewGuid(), true),
        "crmx_RecordRecognition" => new OrganizationRequest(api) { ["CustomerId"] = guest, ["Kind"] = "byname" },
        "crmx_VerifyRecognition" => new OrganizationRequest(api) { ["RecognitionId"] = Guid.NewGuid(), ["By"] = "sample", ["Confirmed"] = true },
        _ => new OrganizationRequest(api),
    };
}
