using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>
/// Requests that linking sends for one record that was written, a batch counted as one: read, publish, search, the groups concerned, decide, the
/// departments' rows. Six at most when the minute's settings are known.
/// </summary>
public sealed class LinkingBudgetStories : IDisposable
{
    private readonly People people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public void Linking_keeps_to_the_budget()
    {
        (string, object?)[] reached = [("emailaddress1", "ainhoa@example.mx"), ("mobilephone", "55 6060 7070")];
        Assert.InRange(Cold(() => people.Contact("Ainhoa", "Larrazabal", reached)), 5, 9);
        Assert.Equal(5, Warm(() => people.Contact("Unax", "Etxandi")));
        var lead = Guid.Empty;
        Assert.Equal(6, Warm(() => lead = people.Lead("Ainhoa", "Larrazabal", reached)));
        Assert.InRange(Warm(() => people.Service.Update(new Entity("lead", lead) { ["lastname"] = "Larrazabal Uriarte" })), 4, 6);
        Assert.InRange(Warm(() => people.Service.Update(new Entity("lead", lead) { ["lastname"] = "Larrazabal Uriarte" })), 3, 6);
    }

    private int Cold(Action act)
    {
        people.Tenant.Dataverse.Clock.Advance(TimeSpan.FromMinutes(2));
        return Warm(act);
    }

    private int Warm(Action act)
    {
        people.Tenant.Dataverse.Requests.Clear();
        act();
        people.Settle();
        return people.Tenant.Dataverse.Requests.Counts.Where(count => count.Key.Step?.Contains("LinkSourceRecord", StringComparison.Ordinal) == true).Sum(count => count.Value);
    }
}
