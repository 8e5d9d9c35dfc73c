using System;
using System.Linq;
using Crm.Extensions.Platform;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Plugins;

/// <summary>The configuration that outlives an execution.</summary>
public sealed class SettingsTests
{
    private readonly FakePlatform platform = new();

    [Fact]
    public void Settings_are_read_once_a_minute()
    {
        platform.Variable("crmx_Limit", "3");
        Assert.Equal(3, Read().Number("crmx_Limit", 0));
        platform.Rows.Clear();

        platform.Now = platform.Now.AddSeconds(59);
        Assert.Equal(3, Read().Number("crmx_Limit", 0));
        Assert.Single(platform.Requests);

        platform.Now = platform.Now.AddSeconds(1);
        Assert.Equal(0, Read().Number("crmx_Limit", 0));
        Assert.Equal(2, platform.Requests.Count);
    }

    [Fact]
    public void A_clock_put_back_makes_settings_old()
    {
        Read();
        platform.Now = platform.Now.AddHours(-1);
        Read();

        Assert.Equal(2, platform.Requests.Count);
    }

    [Fact]
    public void One_organization_never_sees_the_settings_of_another()
    {
        var other = new FakePlatform().Variable("crmx_Limit", "9");
        platform.Variable("crmx_Limit", "3");

        Assert.Equal(3, Read().Number("crmx_Limit", 0));
        Assert.Equal(9, SettingsSnapshot.Of(other.Context.OrganizationId, other, other.Now).Number("crmx_Limit", 0));
        Assert.Equal(3, Read().Number("crmx_Limit", 0));
    }

    [Fact]
    public void A_value_given_in_the_tenant_goes_before_the_default()
    {
        platform.With("environmentvariabledefinition", new Entity("environmentvariabledefinition")
        {
            ["schemaname"] = "crmx_Limit",
            ["defaultvalue"] = "3",
            ["given.value"] = new AliasedValue("environmentvariablevalue", "value", "7"),
        });

        Assert.Equal(7, Read().Number("crmx_Limit", 0));
    }

    [Theory]
    [InlineData("enforce", Mode.Enforce)]
    [InlineData(" Observe ", Mode.Observe)]
    [InlineData("OFF", Mode.Off)]
    [InlineData("", Mode.Observe)]
    [InlineData("enforced", Mode.Observe)]
    public void A_mode_that_cannot_be_read_is_observe(string text, Mode mode)
    {
        platform.Variable("crmx_AnyMode", text);

        Assert.Equal(mode, Read().Mode("crmx_AnyMode"));
    }

    [Fact]
    public void A_part_and_a_language_are_read_once_in_the_life_of_settings()
    {
        var settings = Read();
        var reads = 0;
        var user = Guid.NewGuid();

        foreach (var _ in Enumerable.Range(0, 3))
        {
            settings.Part(platform, _ => $"{++reads}");
            settings.LanguageOf(user, _ => { reads++; return Language.Spanish; });
        }

        Assert.Equal(2, reads);
        Assert.Equal(Language.Spanish, settings.LanguageOf(user, _ => Language.English));
    }

    [Theory]
    [InlineData(3082, Language.Spanish)]
    [InlineData(9226, Language.Spanish)]
    [InlineData(2058, Language.Spanish)]
    [InlineData(1033, Language.English)]
    [InlineData(1046, Language.English)]
    [InlineData(0, Language.English)]
    public void The_Spanish_of_any_country_is_Spanish(int code, Language language) => Assert.Equal(language, LanguageCode.Read(code));

    private Settings Read() => SettingsSnapshot.Of(platform.Context.OrganizationId, platform, platform.Now);
}
