using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Tests.Platform.Pipeline;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>What an admin sets, and what happens when something goes wrong.</summary>
public sealed class SettingsStories
{
    [Fact]
    public void Switched_off_nothing_is_judged_moved_or_recorded()
    {
        using var tenant = new Tenant("off");

        var saved = tenant.Read("phonecall", tenant.Service.Create(tenant.Call(Bogota(23, 23, 0))), "scheduledend", "crmx_courtesydecision");

        Assert.Equal(Bogota(23, 23, 0), saved["scheduledend"]);
        Assert.False(saved.Contains("crmx_courtesydecision"));
        Assert.Empty(tenant.Attempts());
    }

    [Fact]
    public void A_changed_setting_holds_within_a_minute()
    {
        using var tenant = new Tenant();
        tenant.Service.Create(tenant.Call(Bogota(24, 12, 0)));
        tenant.Set("crmx_CollectionsMode", "off");
        tenant.Dataverse.Clock.Advance(TimeSpan.FromSeconds(60));

        var call = tenant.Service.Create(tenant.Call(Bogota(23, 23, 0)));

        Assert.Equal(Bogota(23, 23, 0), tenant.Read("phonecall", call, "scheduledend")["scheduledend"]);
    }

    [Fact]
    public void The_houses_policy_narrows_the_hours()
    {
        using var tenant = new Tenant();
        AddPolicy(tenant, ("crmx_value", "monday-friday 09:00-17:00"));

        var call = tenant.Service.Create(tenant.Call(Bogota(24, 8, 0)));

        Assert.Equal(Bogota(24, 9, 0), tenant.Read("phonecall", call, "scheduledend")["scheduledend"]);
    }

    [Fact]
    public void A_rule_may_be_observed_while_the_others_are_enforced()
    {
        using var tenant = new Tenant();
        AddPolicy(tenant, ("crmx_mode", Choice(1)));

        var night = tenant.Service.Create(tenant.Call(Bogota(24, 21, 30)));
        var second = tenant.Service.Create(tenant.Call(Bogota(25, 12, 0)));
        var third = tenant.Service.Create(tenant.Call(Bogota(25, 15, 0)));

        var saved = tenant.Read("phonecall", night, "scheduledend", "crmx_courtesyexplanation");
        Assert.Equal(Bogota(24, 21, 30), saved["scheduledend"]);
        Assert.StartsWith("Observed only", (string)saved["crmx_courtesyexplanation"], StringComparison.Ordinal);
        Assert.Equal(Bogota(25, 12, 0), tenant.Read("phonecall", second, "scheduledend")["scheduledend"]);
        Assert.NotEqual(Bogota(25, 15, 0), tenant.Read("phonecall", third, "scheduledend")["scheduledend"]);
    }

    [Theory]
    [InlineData(1033, "This could not be done because of an error on our side; please give your administrator the number ")]
    [InlineData(3082, "No se pudo completar por un error nuestro; por favor, indique a su administrador el número ")]
    public void An_unexpected_error_is_one_plain_sentence_and_stands_in_full_in_the_trace(int languageCode, string sentence)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        tenant.Dataverse.RegisterStep<Stumble>("Create", "crmx_contactattempt", 20);

        var shown = Assert.ThrowsAny<FaultException>(() => tenant.Service.Create(tenant.Call(Bogota(23, 12, 0))));

        Assert.StartsWith(sentence, shown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", shown.Message, StringComparison.Ordinal);
        Assert.Contains("FaultException", tenant.Dataverse.Traces.Of("RecordAttempt").Last().Text, StringComparison.Ordinal);
        Assert.Empty(tenant.Attempts());
    }

    private static void AddPolicy(Tenant tenant, (string Column, object Value) column)
    {
        tenant.Service.Create(new Entity("crmx_courtesypolicy")
        {
            ["crmx_name"] = "Hours",
            ["crmx_country"] = "CO",
            ["crmx_rule"] = "permitted-hours",
            [column.Column] = column.Value,
        });
        tenant.Dataverse.Clock.Advance(TimeSpan.FromSeconds(60));
    }
}
