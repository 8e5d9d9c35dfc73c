using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Concurrency;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Two records of one person that arrive at the same moment: one step is held up after each of its requests while the other runs to its end.</summary>
public sealed class LinkingRaceStories
{
    private static readonly string[] Surnames = ["Urrutikoetxea", "Goikolea", "Zabalbeaskoa", "Arrizabalaga", "Mendizorrotza", "Barrenetxea"];

    [Fact]
    public void Two_records_of_one_person_at_the_same_moment_are_one_customer()
    {
        using var people = new People();

        Assert.All(CustomersOfEach(people), customers => Assert.Equal(1, customers));
    }

    /// <summary>The story above is worth something only if it fails where links are overwritten in whatever version they are.</summary>
    [Fact]
    public void Without_row_versions_somebody_would_be_two()
    {
        using var people = new People();
        people.Tenant.Dataverse.RegisterStep<OverwriteAlways>("Update", "crmx_sourcelink", 20);

        Assert.Contains(2, CustomersOfEach(people));
    }

    // for each number of requests after which the lead's step is held up: how many customers the person is afterwards
    private static List<int> CustomersOfEach(People people)
    {
        people.Contact("Nobody", "Inparticular");
        people.Settle();
        var customers = new List<int>();
        for (var requests = 0; requests < Surnames.Length; requests++)
        {
            var surname = Surnames[requests];
            (string, object?)[] reached = [("emailaddress1", surname + "@example.mx"), ("mobilephone", "55 4040 505" + requests)];
            var lead = people.Lead("Nekane", surname, reached);
            var slow = Start(people, "lead");
            var contact = people.Contact("Nekane", surname, reached);
            var quick = Start(people, "contact");
            for (var step = 0; step < requests && slow.State == SessionState.Ready; step++) slow.Step();
            Assert.Equal(SessionState.Done, quick.RunToEnd());
            Assert.Equal(SessionState.Done, slow.RunToEnd());
            people.Settle();
            customers.Add(new[] { people.Link(lead)!, people.Link(contact)! }.Select(link => link.GetAttributeValue<EntityReference>("crmx_customerid")?.Id).Distinct().Count());
        }

        return customers;
    }

    // the job of linking; what else is queued by the same row is not its matter
    private static Session Start(People people, string name)
    {
        var jobs = people.Tenant.Dataverse.Jobs;
        jobs.Drop(job => !job.Step.Contains("LinkSourceRecord", StringComparison.Ordinal));
        Assert.Equal(1, jobs.Count);
        return people.Tenant.Dataverse.Sessions.Start(name, _ => Assert.Null(jobs.RunNext()!.Fault));
    }

    /// <summary>Takes the protection out: the version that a write is made for is forgotten.</summary>
    public sealed class OverwriteAlways : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider)
        {
            ArgumentNullException.ThrowIfNull(serviceProvider);
            var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
            context.InputParameters["ConcurrencyBehavior"] = ConcurrencyBehavior.AlwaysOverwrite;
        }
    }
}
