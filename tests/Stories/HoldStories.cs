using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A hold stops what is already queued, in the moment in which it is placed.</summary>
public sealed class HoldStories
{
    private const int Stopped = 3;
    private const int Canceled = 2;

    [Theory]
    [InlineData(1033, "died")]
    [InlineData(3082, "falleció")]
    public void When_a_death_is_known_at_ten_the_four_contacts_in_the_queue_are_not_made(int languageCode, string word)
    {
        using var tenant = new Tenant(languageCode: languageCode);
        var agency = tenant.Dataverse.AddUser("Outside Agency");
        (string Table, Guid Id)[] queue =
        [
            ("phonecall", Queue(tenant, "phonecall", 23, agency)), ("letter", Queue(tenant, "letter", 24)),
            ("phonecall", Queue(tenant, "phonecall", 30)), ("crmx_message", Queue(tenant, "crmx_message", 37)),
        ];
        Assert.Equal(4, tenant.Attempts().Length);

        var hold = tenant.Service.Create(Death(tenant));

        foreach (var (table, id) in queue)
        {
            var activity = tenant.Read(table, id, "statecode", "crmx_courtesydecision", "crmx_courtesyexplanation");
            Assert.Equal(Canceled, activity.GetAttributeValue<OptionSetValue>("statecode").Value);
            Assert.Equal(Stopped, Word(activity, "crmx_courtesydecision"));
            Assert.Contains(word, (string)activity["crmx_courtesyexplanation"], StringComparison.Ordinal);
        }

        Assert.All(tenant.Attempts(), attempt =>
        {
            Assert.Equal(Stopped, Word(attempt, "crmx_decision"));
            Assert.Equal("contact-hold", attempt["crmx_rules"]);
            Assert.False(attempt.Contains("crmx_slot"));
        });
        Assert.ThrowsAny<FaultException>(() => tenant.Service.Create(tenant.Call(Bogota(24, 12, 0))));

        tenant.Service.Update(new Entity("crmx_contacthold", hold) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });
        var released = tenant.Read("crmx_contacthold", hold, "crmx_releasedbyid", "crmx_releasedon");
        Assert.Equal(tenant.Dataverse.AdministratorId, released.GetAttributeValue<EntityReference>("crmx_releasedbyid").Id);
        Assert.Equal(tenant.Dataverse.Clock.UtcNow, released["crmx_releasedon"]);
    }

    [Fact]
    public void While_holds_are_only_observed_the_queue_stands()
    {
        using var tenant = new Tenant("observe");
        var call = Queue(tenant, "phonecall", 23);

        tenant.Service.Create(Death(tenant));

        Assert.Equal(0, tenant.Read("phonecall", call, "statecode").GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    private static Entity Death(Tenant tenant) => new("crmx_contacthold")
    {
        ["crmx_name"] = "Death certificate",
        ["crmx_customerid"] = new EntityReference("crmx_customer", tenant.CustomerId),
        ["crmx_kind"] = Choice(0),
    };

    private static Guid Queue(Tenant tenant, string table, int day, Guid? owner = null)
    {
        var contact = tenant.Call(Bogota(1, 12, 0).AddDays(day - 1));
        contact.LogicalName = table;
        if (table == "crmx_message")
        {
            contact.Attributes.Remove("directioncode");
            contact["crmx_outgoing"] = true;
            contact["crmx_channel"] = Choice(3);
        }

        if (owner is { } user) contact["ownerid"] = new EntityReference("systemuser", user);
        return tenant.Service.Create(contact);
    }
}
