using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Crm.Extensions.Tests.Platform.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Domain;

public sealed class DomainMessageTests : IDisposable
{
    private readonly EmbeddedDataverse engine = new();
    private readonly IOrganizationService service;

    public DomainMessageTests()
    {
        service = engine.Connect();
        Noting.Notes.Clear();
    }

    public void Dispose() => engine.Dispose();

    [Fact]
    public void A_sent_email_waits_for_the_mail_server_and_is_then_sent()
    {
        engine.RegisterStep<NoteStage>("Send", "email", 10);
        var email = service.Create(new Entity("email") { ["subject"] = "Your installment" });
        Assert.Equal((0, 1), Status("email", email));

        service.Execute(new SendEmailRequest { EmailId = email, IssueSend = true, TrackingToken = "" });
        Assert.Equal((1, 6), Status("email", email));
        Assert.Equal([email], engine.Mail.Pending);

        Assert.Equal(1, engine.Mail.Deliver());
        Assert.Equal((1, 3), Status("email", email));
        Assert.Empty(engine.Mail.Pending);
        Assert.Equal(["Send 10 out depth 1"], Noting.Notes);
    }

    [Fact]
    public void An_email_that_is_no_draft_can_not_be_sent_again()
    {
        var email = service.Create(new Entity("email") { ["subject"] = "Your installment" });
        service.Execute(new SendEmailRequest { EmailId = email, IssueSend = false, TrackingToken = "" });

        Assert.Equal((1, 3), Status("email", email));
        Refused(() => service.Execute(new SendEmailRequest { EmailId = email, IssueSend = true, TrackingToken = "" }));
    }

    [Fact]
    public void Closing_a_case_writes_its_resolution_and_resolves_it_once()
    {
        engine.RegisterStep<NoteStage>("Close", "incident", 40);
        var account = service.Create(new Entity("account") { ["name"] = "Ana Ltda" });
        var incident = service.Create(new Entity("incident") { ["title"] = "Wrong charge", ["customerid"] = new EntityReference("account", account) });
        var close = new CloseIncidentRequest
        {
            IncidentResolution = new Entity("incidentresolution") { ["subject"] = "Refunded", ["incidentid"] = new EntityReference("incident", incident) },
            Status = new OptionSetValue(-1),
        };

        service.Execute(close);

        Assert.Equal((1, 5), Status("incident", incident));
        Assert.Single(engine.Database.Committed.All("incidentresolution"));
        Assert.Equal(["Close 40 in depth 1"], Noting.Notes);
        Refused(() => service.Execute(close));
    }

    [Fact]
    public void Qualifying_a_lead_makes_rows_that_point_back_at_it()
    {
        var lead = service.Create(new Entity("lead") { ["subject"] = "Car", ["firstname"] = "Ana", ["lastname"] = "Rojas", ["companyname"] = "Ana Ltda", ["donotphone"] = true });

        var made = ((QualifyLeadResponse)service.Execute(new QualifyLeadRequest
        {
            LeadId = new EntityReference("lead", lead), CreateAccount = true, CreateContact = true, CreateOpportunity = true, Status = new OptionSetValue(-1),
        })).CreatedEntities;

        Assert.Equal(["account", "contact", "opportunity"], made.Select(one => one.LogicalName));
        Assert.All(made, one => Assert.Equal(lead, Read(one, "originatingleadid").GetAttributeValue<EntityReference>("originatingleadid").Id));
        Assert.True(Read(made[1], "donotphone").GetAttributeValue<bool>("donotphone"));
        Assert.Equal(made[0].Id, Read(made[1], "parentcustomerid").GetAttributeValue<EntityReference>("parentcustomerid").Id);
        Assert.Equal((1, 3), Status("lead", lead));
    }

    [Fact]
    public void A_merge_leaves_the_subordinate_inactive_at_its_master_and_moves_its_activities()
    {
        var (master, subordinate) = (service.Create(new Entity("contact") { ["lastname"] = "Rojas" }), service.Create(new Entity("contact") { ["lastname"] = "Roxas" }));
        var call = service.Create(new Entity("phonecall") { ["subject"] = "Hello", ["regardingobjectid"] = new EntityReference("contact", subordinate) });

        service.Execute(new MergeRequest
        {
            Target = new EntityReference("contact", master), SubordinateId = subordinate, UpdateContent = new Entity("contact") { ["firstname"] = "Ana" }, PerformParentingChecks = false,
        });

        var merged = Read(new EntityReference("contact", subordinate), "masterid", "merged", "statecode");
        Assert.Equal(master, merged.GetAttributeValue<EntityReference>("masterid").Id);
        Assert.True(merged.GetAttributeValue<bool>("merged"));
        Assert.Equal(1, merged.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal("Ana", Read(new EntityReference("contact", master), "firstname").GetAttributeValue<string>("firstname"));
        Assert.Equal(master, Read(new EntityReference("phonecall", call), "regardingobjectid").GetAttributeValue<EntityReference>("regardingobjectid").Id);
    }

    [Fact]
    public void An_appointment_is_booked_and_rescheduled_with_the_steps_of_Create_and_Update()
    {
        engine.RegisterStep<NoteStage>("Create", "appointment", 20);
        engine.RegisterStep<NoteStage>("Reschedule", "appointment", 20);
        var start = new DateTime(2026, 11, 24, 15, 0, 0, DateTimeKind.Utc);
        Entity Appointment(DateTime from) => new("appointment") { ["subject"] = "Visit", ["scheduledstart"] = from, ["scheduledend"] = from.AddHours(1) };

        var booked = ((BookResponse)service.Execute(new BookRequest { Target = Appointment(start) })).ValidationResult;
        var moved = Appointment(start.AddDays(1));
        moved.Id = booked.ActivityId;
        service.Execute(new RescheduleRequest { Target = moved });

        Assert.True(booked.ValidationSuccess);
        Assert.Equal(start.AddDays(1), Read(new EntityReference("appointment", booked.ActivityId), "scheduledstart").GetAttributeValue<DateTime>("scheduledstart"));
        Assert.Equal(["Create 20 in depth 1", "Reschedule 20 in depth 1"], Noting.Notes);
    }

    [Fact]
    public void A_row_moves_from_queue_to_queue_by_one_and_the_same_item()
    {
        var account = service.Create(new Entity("account") { ["name"] = "Ana Ltda" });
        var incident = new EntityReference("incident", service.Create(new Entity("incident") { ["title"] = "Wrong charge", ["customerid"] = new EntityReference("account", account) }));
        var (first, second) = (service.Create(new Entity("queue") { ["name"] = "Front" }), service.Create(new Entity("queue") { ["name"] = "Back" }));

        var item = ((AddToQueueResponse)service.Execute(new AddToQueueRequest { Target = incident, DestinationQueueId = first })).QueueItemId;
        Assert.Equal(item, ((AddToQueueResponse)service.Execute(new AddToQueueRequest { Target = incident, DestinationQueueId = second })).QueueItemId);
        Assert.Equal(second, Worker("queueid"));
        service.Execute(new PickFromQueueRequest { QueueItemId = item, WorkerId = engine.AdministratorId });
        Assert.Equal(engine.AdministratorId, Worker("workerid"));
        service.Execute(new ReleaseToQueueRequest { QueueItemId = item });
        Assert.Null(Worker("workerid"));
        service.Execute(new RemoveFromQueueRequest { QueueItemId = item });

        Assert.Empty(engine.Database.Committed.All("queueitem"));
        Guid? Worker(string column) => Read(new EntityReference("queueitem", item), column).GetAttributeValue<EntityReference>(column)?.Id;
    }

    private static void Refused(Action act) => Assert.Throws<FaultException<OrganizationServiceFault>>(act);

    private Entity Read(EntityReference row, params string[] columns) => service.Retrieve(row.LogicalName, row.Id, new ColumnSet(columns));

    private (int State, int Reason) Status(string table, Guid id)
    {
        var row = Read(new EntityReference(table, id), "statecode", "statuscode");
        return (row.GetAttributeValue<OptionSetValue>("statecode").Value, row.GetAttributeValue<OptionSetValue>("statuscode").Value);
    }
}
