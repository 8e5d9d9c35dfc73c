using System;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;
using static Crm.Extensions.Tests.Stories.Tenant;

namespace Crm.Extensions.Tests.Stories;

/// <summary>Visits, which are created, booked and rescheduled, and have several attendees.</summary>
public sealed class AppointmentStories
{
    private const int Allowed = 0;
    private const int Moved = 1;
    private const int Stopped = 3;
    private const int Service = 6;
    private const int TijuanaCode = 5;

    [Fact]
    public void A_visit_to_two_customers_is_moved_to_the_morning_of_the_one_who_rises_later()
    {
        using var tenant = new Tenant();
        var tijuana = tenant.AddCustomer("Luz Marín", "MX", TijuanaCode);
        var visit = Visit(tenant, Bogota(24, 9, 0), tenant.AddContact("Rojas", tenant.CustomerId), tenant.AddContact("Marin", tijuana));

        var id = Book(tenant, visit);

        // the house visits from 08:00 on: 11:00 in Bogotá
        var saved = tenant.Read("appointment", id, "scheduledstart", "scheduledend", "crmx_courtesydecision");
        Assert.Equal(Bogota(24, 11, 0), saved["scheduledstart"]);
        Assert.Equal(Bogota(24, 12, 0), saved["scheduledend"]);
        Assert.Equal(Moved, Word(saved, "crmx_courtesydecision"));
        foreach (var customer in new[] { tenant.CustomerId, tijuana })
        {
            var attempt = Assert.Single(tenant.Attempts(customer));
            Assert.Equal(Moved, Word(attempt, "crmx_decision"));
            Assert.Equal(id.ToString("D"), attempt["crmx_activityid"]);
        }
    }

    [Fact]
    public void A_visit_rescheduled_to_the_night_stays_where_it_was_and_leaves_its_proof()
    {
        using var tenant = new Tenant();
        var id = Book(tenant, Visit(tenant, Bogota(24, 9, 0), tenant.AddContact("Rojas", tenant.CustomerId)));

        var refused = Assert.ThrowsAny<FaultException>(() => Reschedule(tenant, id, Bogota(24, 22, 0)));

        Assert.False(string.IsNullOrWhiteSpace(refused.Message));
        Assert.Equal(Bogota(24, 9, 0), tenant.Read("appointment", id, "scheduledstart")["scheduledstart"]);
        var attempts = tenant.Attempts();
        Assert.Equal([Allowed, Stopped], [Word(attempts[0], "crmx_decision"), Word(attempts[1], "crmx_decision")]);
    }

    [Fact]
    public void A_visit_rescheduled_to_another_permitted_hour_costs_at_most_five_requests()
    {
        using var tenant = new Tenant();
        var id = Book(tenant, Visit(tenant, Bogota(24, 9, 0), tenant.AddContact("Rojas", tenant.CustomerId)));
        tenant.Dataverse.Requests.Clear();

        Reschedule(tenant, id, Bogota(24, 15, 0));

        Assert.InRange(tenant.Dataverse.Requests.OfSteps, 1, 5);
        Assert.Equal(Bogota(24, 15, 0), tenant.Read("appointment", id, "scheduledstart")["scheduledstart"]);
        Assert.Equal(Bogota(24, 15, 0), Assert.Single(tenant.Attempts())["crmx_at"]);
    }

    private static Entity Visit(Tenant tenant, DateTime start, params EntityReference[] attendees) => new("appointment")
    {
        ["subject"] = "Your claim",
        ["crmx_purpose"] = Choice(Service),
        ["organizer"] = Parties(new EntityReference("systemuser", tenant.Dataverse.AdministratorId)),
        ["requiredattendees"] = Parties(attendees),
        ["scheduledstart"] = start,
        ["scheduledend"] = start.AddHours(1),
    };

    private static Guid Book(Tenant tenant, Entity visit) =>
        ((BookResponse)tenant.Service.Execute(new BookRequest { Target = visit })).ValidationResult.ActivityId;

    private static void Reschedule(Tenant tenant, Guid id, DateTime start) =>
        tenant.Service.Execute(new RescheduleRequest
        {
            Target = new Entity("appointment", id) { ["scheduledstart"] = start, ["scheduledend"] = start.AddHours(1) },
        });
}
