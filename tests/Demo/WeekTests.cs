using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Demo;
using Xunit;

namespace Crm.Extensions.Tests.Demo;

/// <summary>The demo's week, small: out of the managed zip, once observed and once enforced.</summary>
public sealed class WeekTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public void Enforced_nothing_goes_out_that_should_not_have_and_no_contact_is_lost_from_the_count()
    {
        var report = Live("enforce");

        Assert.Equal(report.Total, report.ByFate.Values.Sum());
        Assert.Equal(0, report.ByFate.GetValueOrDefault(ContactFate.Breach) + report.ByFate.GetValueOrDefault(ContactFate.Failed));
        Assert.True(report.ByFate[ContactFate.WentOut] > 0);
        Assert.True(report.ByFate[ContactFate.WentOutLater] > 0);
        Assert.Contains(report.Rules, rule => rule.Rule == "permitted-hours" && rule.Moved > 0);
    }

    [Fact]
    public void Observed_everything_goes_out_as_planned_and_what_should_not_have_is_counted()
    {
        var report = Live("observe");

        Assert.Equal(report.Total, report.ByFate[ContactFate.WentOut] + report.ByFate[ContactFate.Breach]);
        Assert.True(report.ByFate[ContactFate.Breach] > 0);
    }

    [Fact]
    public void The_same_number_of_customers_is_always_the_same_people_and_the_same_week()
    {
        var (first, second) = (GeneratedCustomers.Make(40, Monday), GeneratedCustomers.Make(40, Monday));

        Assert.Equal(first.Select(customer => (customer.Name, customer.Country)), second.Select(customer => (customer.Name, customer.Country)));
        Assert.Equal(DunningCalendar.Plan(first, Monday), DunningCalendar.Plan(second, Monday));
    }

    [Theory]
    [InlineData("en", 1033)]
    [InlineData("es", 3082)]
    public void Every_sentence_is_there_in_both_languages(string language, int lcid)
    {
        var texts = Texts.In(language);

        Assert.Equal(lcid, texts.Lcid);
        Assert.All(Enum.GetValues<TextKey>(), key => Assert.NotEmpty(texts[key]));
    }

    private static WeekReport Live(string mode)
    {
        var customers = GeneratedCustomers.Make(60, Monday);
        using var tenant = DemoTenant.Open(ManagedZip.Bytes, mode, new DateTime(2026, 11, 15, 0, 0, 0, DateTimeKind.Utc), 1033);
        var loaded = tenant.Load(customers, _ => { });
        return WeekReport.Of(tenant.Service, new WeekReplay(tenant, loaded, Monday).Run(DunningCalendar.Plan(customers, Monday), () => { }), 1033);
    }
}
