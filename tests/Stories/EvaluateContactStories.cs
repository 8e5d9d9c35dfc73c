using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Asking before contacting.</summary>
public sealed class EvaluateContactStories
{
    [Theory]
    [InlineData(1033)]
    [InlineData(3082)]
    public void Whoever_asks_is_told_why_and_when(int languageCode)
    {
        using var tenant = new Tenant();

        var answer = Ask(tenant, "phonecall", Bogota(23, 21, 30), languageCode);

        Assert.Equal(false, answer["Allowed"]);
        Assert.Equal("moved", answer["Decision"]);
        Assert.Equal(Bogota(24, 7, 0), answer["NextAllowedAt"]);
        Assert.Contains("Ley 2300", (string)answer["Explanation"], StringComparison.Ordinal);
        Assert.StartsWith("{\"allowed\":false", (string)answer["Details"], StringComparison.Ordinal);
        Assert.Empty(tenant.Attempts());
    }

    [Fact]
    public void A_word_that_is_no_channel_is_refused_with_those_that_are()
    {
        using var tenant = new Tenant();

        var refused = Assert.ThrowsAny<FaultException>(() => Ask(tenant, "telegram", Bogota(23, 12, 0), 1033));

        Assert.Contains("whatsapp", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workflow_activity_gives_the_same_answer()
    {
        using var tenant = new Tenant();

        var answer = tenant.Dataverse.RunActivity(
            "Crm.Extensions.Workflows.EvaluateContactActivity",
            new System.Collections.Generic.Dictionary<string, object>
            {
                ["Customer"] = new EntityReference("crmx_customer", tenant.CustomerId),
                ["Channel"] = "phonecall",
                ["Purpose"] = "collection",
                ["At"] = Bogota(23, 21, 30),
            });

        Assert.Equal(false, answer["Allowed"]);
        Assert.Equal(Bogota(24, 7, 0), answer["NextAllowedAt"]);
    }

    [Fact]
    public void Completing_the_installation_twice_registers_each_step_once()
    {
        using var tenant = new Tenant();

        var again = tenant.Service.Execute(new OrganizationRequest("crmx_CompleteInstallation")).Results;

        Assert.Equal(0, again["StepsCreated"]);
        Assert.True((int)again["StepsPresent"] > 0);
    }

    private static ParameterCollection Ask(Tenant tenant, string channel, DateTime at, int languageCode) =>
        tenant.Service.Execute(new OrganizationRequest("crmx_EvaluateContact")
        {
            ["CustomerId"] = tenant.CustomerId,
            ["Channel"] = channel,
            ["Purpose"] = "collection",
            ["At"] = at,
            ["Language"] = languageCode,
        }).Results;
}
