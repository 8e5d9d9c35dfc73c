using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>"Do not allow" boxes and opt-outs say the same, whichever was there first; days on which the house is closed are days of rest.</summary>
public sealed class OptOutStories
{
    [Fact]
    public void A_box_ticked_on_a_linked_contact_is_obeyed_at_once_and_becomes_an_opt_out_that_unticking_ends()
    {
        using var tenant = new Tenant();
        var contact = tenant.AddContact("Rojas", tenant.CustomerId);
        var lead = tenant.Service.Create(new Entity("lead") { ["lastname"] = "Rojas", ["subject"] = "Card", ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId) });
        Work(tenant);

        tenant.Service.Update(new Entity("contact", contact.Id) { ["donotphone"] = true });
        Assert.ThrowsAny<FaultException>(() => tenant.Service.Create(tenant.Call(Bogota(23, 12, 0))));

        Work(tenant);
        Assert.Single(OptOuts(tenant));
        Assert.True(tenant.Read("lead", lead, "donotphone").GetAttributeValue<bool>("donotphone"));

        tenant.Service.Update(new Entity("contact", contact.Id) { ["donotphone"] = false });
        Work(tenant);
        Assert.Empty(OptOuts(tenant));
        Assert.False(tenant.Read("lead", lead, "donotphone").GetAttributeValue<bool>("donotphone"));
        Assert.False(tenant.Read("contact", contact.Id, "donotphone").GetAttributeValue<bool>("donotphone"));
    }

    [Fact]
    public void An_opt_out_on_record_ticks_the_boxes_and_a_box_that_stood_before_stays()
    {
        using var tenant = new Tenant();
        var contact = tenant.AddContact("Rojas", tenant.CustomerId);
        Work(tenant);

        tenant.AddConsent(3, ("crmx_channel", Choice(1)));
        Work(tenant);

        var boxes = tenant.Read("contact", contact.Id, "donotphone", "donotemail", "donotpostalmail");
        Assert.True(boxes.GetAttributeValue<bool>("donotemail"));
        Assert.False(boxes.GetAttributeValue<bool>("donotphone"));
        Assert.False(boxes.GetAttributeValue<bool>("donotpostalmail"));
    }

    [Theory]
    [InlineData(1033)]
    [InlineData(3082)]
    public void On_a_day_on_which_the_house_is_closed_nobody_is_called(int languageCode)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var day = new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);
        var calendar = (Guid)tenant.Read("organization", tenant.Dataverse.OrganizationId, "businessclosurecalendarid")["businessclosurecalendarid"];
        tenant.Service.Update(new Entity("calendar", calendar)
        {
            ["calendarrules"] = new EntityCollection([new Entity("calendarrule")
            {
                ["name"] = "Aniversario",
                ["starttime"] = day,
                ["effectiveintervalstart"] = day,
                ["effectiveintervalend"] = day.AddDays(1),
                ["duration"] = 1440,
            }]),
        });
        tenant.Dataverse.Clock.Advance(TimeSpan.FromSeconds(60));

        var call = tenant.Service.Create(tenant.Call(Bogota(24, 12, 0)));

        var saved = tenant.Read("phonecall", call, "scheduledend", "crmx_courtesyexplanation");
        Assert.Equal(Bogota(25, 7, 0), saved["scheduledend"]);
        Assert.Contains("Aniversario", (string)saved["crmx_courtesyexplanation"], StringComparison.Ordinal);
    }

    private static void Work(Tenant tenant) => Assert.DoesNotContain(tenant.Dataverse.Jobs.RunAll(), job => job.Fault is not null);

    private static Entity[] OptOuts(Tenant tenant)
    {
        var query = new QueryExpression("crmx_consent") { ColumnSet = new ColumnSet("crmx_channel") };
        query.Criteria.AddCondition("crmx_customerid", ConditionOperator.Equal, tenant.CustomerId);
        query.Criteria.AddCondition("crmx_kind", ConditionOperator.Equal, 574840003);
        query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
        return [.. tenant.Service.RetrieveMultiple(query).Entities];
    }
}
