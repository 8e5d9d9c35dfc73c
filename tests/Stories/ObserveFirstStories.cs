using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Stories;

/// <summary>A tenant that has worked for years imports the solution: nothing that is there is refused, and it learns what the rules would have done.</summary>
public sealed class ObserveFirstStories
{
    private const int Calls = 20_000;
    private const int Emails = 20_000;
    private const int Letters = 5_000;
    private const int Visits = 5_000;

    /// <summary>Monday 23 November 2026, 10:00 in Bogotá.</summary>
    private static readonly DateTime Now = Tenant.Bogota(23, 10, 0);

    [Fact]
    public void Fifty_thousand_old_activities_are_refused_nothing_and_are_left_intact()
    {
        using var dataverse = new EmbeddedDataverse(new EmbeddedOptions { Start = Now });
        var service = dataverse.Connect();
        var person = LoadYears(service);
        var before = Counts(service);

        using (var zip = ManagedZip.Open()) dataverse.Import(zip);
        service.Execute(new OrganizationRequest("crmx_CompleteInstallation"));

        // everyday work on what is old: the supplier's mail that is synchronised, the open call that is made, the visit that is put off
        foreach (var table in new[] { "phonecall", "letter", "appointment" })
        {
            foreach (var open in Some(service, table))
            {
                service.Update(new Entity(table, open) { ["scheduledend"] = Now.AddHours(14), ["scheduledstart"] = Now.AddHours(13) });
                service.Update(new Entity(table, open) { ["statecode"] = new OptionSetValue(1) });
            }
        }

        service.Create(new Entity("email")
        {
            ["subject"] = "Supplier's invoice",
            ["directioncode"] = false,
            ["from"] = Tenant.Parties(person),
            ["statecode"] = new OptionSetValue(1),
        });

        var answer = service.Execute(new OrganizationRequest("crmx_ReportObserved") { ["Country"] = "CO" }).Results;
        Assert.Equal(Calls + (Emails / 3) + 1 + Letters + Visits, answer["Judged"]);
        Assert.True((int)answer["Moved"] + (int)answer["Stopped"] > 10_000, (string)answer["Explanation"]);
        Assert.Contains("\"rule\":\"permitted-hours\"", (string)answer["Details"], StringComparison.Ordinal);

        dataverse.Uninstall("CrmExtensions");
        var after = Counts(service);
        before["email"]++;
        before["activityparty"]++;
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData(1033, "would have been moved")]
    [InlineData(3082, "se habrían pasado a otra hora")]
    public void The_report_says_by_rule_department_and_channel_what_would_have_been_stopped(int languageCode, string words)
    {
        using var tenant = new Tenant(mode: "observe", languageCode: languageCode);
        var person = tenant.AddContact("Ana", tenant.CustomerId);
        Call(tenant, person, Tenant.Bogota(20, 12, 0));
        Call(tenant, person, Tenant.Bogota(20, 16, 0));
        Call(tenant, person, Tenant.Bogota(22, 12, 0));

        var answer = tenant.Service.Execute(new OrganizationRequest("crmx_ReportObserved") { ["Days"] = 30 }).Results;

        Assert.Equal(3, answer["Judged"]);
        Assert.Equal(2, (int)answer["Moved"] + (int)answer["Stopped"]);
        Assert.Equal(2, answer["Breaches"]);
        Assert.Contains(words, (string)answer["Explanation"], StringComparison.Ordinal);
        Assert.Contains("\"rule\":\"daily-cap\"", (string)answer["Details"], StringComparison.Ordinal);
        Assert.Contains("\"channel\":\"phonecall\"", (string)answer["Details"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_workflow_activity_gives_the_same_figures()
    {
        using var tenant = new Tenant(mode: "observe");
        Call(tenant, tenant.AddContact("Ana", tenant.CustomerId), Tenant.Bogota(22, 12, 0));

        var answer = tenant.Dataverse.RunActivity("Crm.Extensions.Workflows.ReportObservedActivity", new Dictionary<string, object> { ["Days"] = 30 });

        Assert.Equal(1, answer["Judged"]);
        Assert.Equal(1, answer["Breaches"]);
    }

    [Fact]
    public void Whoever_asks_for_too_many_days_or_an_unknown_country_is_told_what_can_be_asked()
    {
        using var tenant = new Tenant(mode: "observe");

        var days = Assert.ThrowsAny<Exception>(() => tenant.Service.Execute(new OrganizationRequest("crmx_ReportObserved") { ["Days"] = 0 }));
        var country = Assert.ThrowsAny<Exception>(() => tenant.Service.Execute(new OrganizationRequest("crmx_ReportObserved") { ["Country"] = "XX" }));

        Assert.Contains("366", days.Message, StringComparison.Ordinal);
        Assert.Contains("CO", country.Message, StringComparison.Ordinal);
    }

    private static void Call(Tenant tenant, EntityReference person, DateTime made)
    {
        var call = new Entity("phonecall")
        {
            ["subject"] = "Call",
            ["directioncode"] = true,
            ["to"] = Tenant.Parties(person),
            ["actualend"] = made,
        };
        tenant.Service.Update(new Entity("phonecall", tenant.Service.Create(call)) { ["statecode"] = new OptionSetValue(1) });
    }

    private static EntityReference LoadYears(IOrganizationService service)
    {
        var people = Enumerable.Range(0, 500)
            .Select(index => new EntityReference("contact", service.Create(new Entity("contact") { ["lastname"] = "Person " + index })))
            .ToList();
        Load(service, "phonecall", Calls, people, outgoing: true);
        Load(service, "email", Emails, people, outgoing: false);
        Load(service, "letter", Letters, people, outgoing: true);
        Load(service, "appointment", Visits, people, outgoing: null);
        return people[0];
    }

    // one activity every few minutes of the last weeks, by day and by night, two thirds of the e-mails from suppliers
    private static void Load(IOrganizationService service, string table, int count, List<EntityReference> people, bool? outgoing)
    {
        const int batch = 1000;
        for (var first = 0; first < count; first += batch)
        {
            var rows = Enumerable.Range(first, batch).Select(index =>
            {
                var at = Now.AddMinutes(-3 * index);
                var row = new Entity(table) { ["subject"] = "Old " + index, ["scheduledstart"] = at, ["scheduledend"] = at.AddMinutes(10) };
                row[table == "appointment" ? "requiredattendees" : "to"] = Tenant.Parties(people[index % people.Count]);
                if (outgoing is { } direction) row["directioncode"] = direction || index % 3 == 0;
                return row;
            });
            service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([.. rows]) { EntityName = table } });
        }
    }

    private static List<Guid> Some(IOrganizationService service, string table) =>
        [.. service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(false), TopCount = 5 }).Entities.Select(row => row.Id)];

    private static Dictionary<string, int> Counts(IOrganizationService service) =>
        new[] { "phonecall", "email", "letter", "appointment", "contact", "activityparty" }.ToDictionary(table => table, table =>
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false), PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 } };
            var count = 0;
            while (true)
            {
                var page = service.RetrieveMultiple(query);
                count += page.Entities.Count;
                if (!page.MoreRecords) return count;

                query.PageInfo.PageNumber++;
                query.PageInfo.PagingCookie = page.PagingCookie;
            }
        });
}
