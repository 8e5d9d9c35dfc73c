using System;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Data;

/// <summary>Business closures: rules of the one calendar that the organization names, read and written with that calendar.</summary>
public sealed class CalendarTests : IDisposable
{
    private static readonly DateTime Christmas = new(2026, 12, 25, 0, 0, 0, DateTimeKind.Utc);

    private readonly EmbeddedDataverse organization = TestTables.Organization();
    private readonly IOrganizationService client;

    public CalendarTests() => client = organization.Connect();

    public void Dispose() => organization.Dispose();

    [Fact]
    public void The_organization_names_the_calendar_of_its_closures_whose_rules_come_with_it()
    {
        var calendar = Closures();
        Assert.Empty(Rules(client.Retrieve("calendar", calendar, new ColumnSet(true))));

        client.Update(Closed(calendar, Christmas, "Navidad"));

        var rule = Assert.Single(Rules(client.Retrieve("calendar", calendar, new ColumnSet("calendarrules"))));
        Assert.Equal("Navidad", rule["name"]);
        Assert.Equal(1440, rule["duration"]);
        Assert.Equal(Christmas, rule["starttime"]);
        Assert.Equal(calendar, rule.GetAttributeValue<EntityReference>("calendarid").Id);
    }

    [Fact]
    public void Rules_that_are_written_take_the_place_of_those_before()
    {
        var calendar = Closures();
        client.Update(Closed(calendar, Christmas, "Navidad"));

        client.Update(Closed(calendar, Christmas.AddDays(7), "Año Nuevo"));

        Assert.Equal("Año Nuevo", Assert.Single(Rules(client.Retrieve("calendar", calendar, new ColumnSet(true))))["name"]);
    }

    [Fact]
    public void One_query_over_calendar_and_organization_answers_the_rules()
    {
        var calendar = Closures();
        client.Update(Closed(calendar, Christmas, "Navidad"));
        client.Create(new Entity("calendar") { ["name"] = "Another" });

        var query = new QueryExpression("calendar") { ColumnSet = new ColumnSet(true) };
        query.AddLink("organization", "calendarid", "businessclosurecalendarid");

        Assert.Single(Rules(Assert.Single(client.RetrieveMultiple(query).Entities)));
    }

    private Guid Closures() =>
        (Guid)client.Retrieve("organization", organization.OrganizationId, new ColumnSet("businessclosurecalendarid"))["businessclosurecalendarid"];

    private static DataCollection<Entity> Rules(Entity calendar) => calendar.GetAttributeValue<EntityCollection>("calendarrules").Entities;

    private static Entity Closed(Guid calendar, DateTime day, string name) => new("calendar", calendar)
    {
        ["calendarrules"] = new EntityCollection([new Entity("calendarrule")
        {
            ["name"] = name,
            ["starttime"] = day,
            ["effectiveintervalstart"] = day,
            ["effectiveintervalend"] = day.AddDays(1),
            ["duration"] = 1440,
        }]),
    };
}
