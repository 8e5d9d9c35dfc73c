using System;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Crm.Extensions.Embedded.Concurrency;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Pipeline;

/// <summary>What a step learns about its execution, and which requests make it run.</summary>
public sealed class ContextTests : IDisposable
{
    private readonly EmbeddedDataverse engine = new();
    private readonly IOrganizationService service;

    public ContextTests()
    {
        service = engine.Connect();
        Noting.Notes.Clear();
    }

    public void Dispose() => engine.Dispose();

    [Fact]
    public void Steps_of_one_stage_run_in_the_order_of_their_ranks()
    {
        engine.RegisterStep<NoteSecond>("Create", "account", 20, rank: 2);
        engine.RegisterStep<NoteFirst>("Create", "account", 20, rank: 1);

        service.Create(Account("Ana"));

        Assert.Equal(["rank 1", "rank 2"], Noting.Notes);
    }

    [Fact]
    public void A_step_on_Update_runs_only_when_one_of_its_filtering_columns_is_in_the_request()
    {
        var id = service.Create(Account("Ana"));
        engine.RegisterStep<NoteStage>("Update", "account", 40, filter: "name,telephone1");

        service.Update(new Entity("account", id) { ["description"] = "x" });
        Assert.Empty(Noting.Notes);
        service.Update(new Entity("account", id) { ["telephone1"] = "1" });

        Assert.Single(Noting.Notes);
    }

    [Theory]
    [InlineData(10, "before Before=Ana", "after ")]
    [InlineData(20, "before Before=Ana", "after ")]
    [InlineData(40, "before Before=Ana", "after After=Eva")]
    public void An_Update_shows_the_row_before_at_every_stage_and_after_once_it_is_written(int stage, string before, string after)
    {
        var id = service.Create(Account("Ana"));
        engine.RegisterStep<NoteImages>("Update", "account", stage, before: "name", after: "name");

        service.Update(new Entity("account", id) { ["name"] = "Eva" });

        Assert.Equal([before, after], Noting.Notes);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void A_Delete_shows_the_row_that_goes_and_none_afterwards(int stage)
    {
        var id = service.Create(Account("Ana"));
        engine.RegisterStep<NoteImages>("Delete", "account", stage, before: "name", after: "name");

        service.Delete("account", id);

        Assert.Equal(["before Before=Ana", "after "], Noting.Notes);
    }

    [Fact]
    public void A_Create_has_no_row_before()
    {
        engine.RegisterStep<NoteImages>("Create", "account", 40, before: "name", after: "name");

        service.Create(Account("Ana"));

        Assert.Equal(["before ", "after After=Ana"], Noting.Notes);
    }

    [Fact]
    public void A_step_on_UpdateMultiple_gets_the_images_of_every_row_in_their_order()
    {
        var ids = new[] { "Ana", "Eva" }.Select(name => service.Create(Account(name))).ToList();
        engine.RegisterStep<NoteImageCollections>("UpdateMultiple", "account", 40, before: "name", after: "name");

        service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection([.. ids.Select((id, index) => new Entity("account", id) { ["name"] = "new " + index })]) { EntityName = "account" },
        });

        Assert.Equal(["before Ana;Eva", "after new 0;new 1"], Noting.Notes);
    }

    [Fact]
    public void A_step_on_Create_runs_for_each_row_of_CreateMultiple_inside_its_transaction()
    {
        engine.RegisterStep<NoteStage>("Create", "account", 10);
        engine.RegisterStep<NoteTargets>("CreateMultiple", "account", 40);

        service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([Account("Ana"), Account("Eva")]) { EntityName = "account" } });

        Assert.Equal(["Create 10 in depth 1", "Create 10 in depth 1", "CreateMultiple of 2"], Noting.Notes);
    }

    [Fact]
    public void PreValidation_runs_inside_the_transaction_of_ExecuteTransaction()
    {
        engine.RegisterStep<NoteStage>("Create", "account", 10);

        service.Execute(new ExecuteTransactionRequest { Requests = [new CreateRequest { Target = Account("Ana") }] });

        Assert.Equal(["Create 10 in depth 1"], Noting.Notes);
    }

    [Fact]
    public void PreValidation_runs_outside_any_transaction_under_ExecuteMultiple()
    {
        engine.RegisterStep<NoteStage>("Create", "account", 10);

        service.Execute(new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings(), Requests = [new CreateRequest { Target = Account("Ana") }] });

        Assert.Equal(["Create 10 out depth 1"], Noting.Notes);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void An_Update_that_mixes_state_with_other_columns_may_run_a_step_twice(bool repeats, int times)
    {
        var id = service.Create(Account("Ana"));
        engine.RegisterStep<NoteStage>("Update", "account", 40);
        engine.RepeatsMixedUpdates = repeats;

        service.Update(new Entity("account", id) { ["name"] = "Eva", ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });

        Assert.Equal(times, Noting.Notes.Count);
    }

    [Fact]
    public void A_step_that_runs_as_another_user_still_knows_who_began()
    {
        var other = engine.AddUser("Luis Mora", "System Administrator");
        engine.RegisterStep<NoteUsers>("Create", "account", 20, runAs: other);

        service.Create(Account("Ana"));

        Assert.Equal((other, engine.AdministratorId), (NoteUsers.User, NoteUsers.Initiator));
    }

    [Fact]
    public void A_batch_request_of_a_synchronous_plug_in_is_noted_as_a_violation()
    {
        engine.RegisterStep<SendBatch>("Create", "account", 40);

        service.Create(Account("Ana"));

        Assert.Contains("ExecuteMultiple", Assert.Single(engine.Traces.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_that_is_driven_step_by_step_stops_before_the_requests_of_plug_ins_too()
    {
        engine.RegisterStep<CreateTask>("Create", "account", 40);
        var session = engine.Sessions.Start("agent", svc => svc.Create(Account("Ana")));

        Assert.Equal(SessionState.Ready, session.Step());
        Assert.Empty(engine.Database.Committed.All("account"));
        Assert.Equal(SessionState.Done, session.Step());

        Assert.Single(engine.Database.Committed.All("task"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Traces_can_be_read_as_rows_as_far_as_the_organization_keeps_them(int setting, int rows)
    {
        service.Update(new Entity("organization", engine.OrganizationId) { ["plugintracelogsetting"] = new OptionSetValue(setting) });
        engine.RegisterStep<TraceSomething>("Create", "account", 20);
        engine.RegisterStep<Stumble>("Create", "account", 40);

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(Account("Ana")));

        var log = service.RetrieveMultiple(new QueryExpression("plugintracelog") { ColumnSet = new ColumnSet(true) }).Entities;
        Assert.Equal(rows, log.Count);
        if (setting == 0) return;
        var failure = Assert.Single(log, row => row.Contains("exceptiondetails"));
        Assert.Contains("a bug", failure.GetAttributeValue<string>("exceptiondetails"), StringComparison.Ordinal);
        Assert.Contains("before 1", failure.GetAttributeValue<string>("messageblock"), StringComparison.Ordinal);
    }

    private static Entity Account(string name) => new("account") { ["name"] = name };
}
