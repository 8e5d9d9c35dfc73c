using System;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Pipeline;

public sealed class StageTests : IDisposable
{
    private readonly EmbeddedDataverse engine = new();
    private readonly IOrganizationService service;

    public StageTests()
    {
        service = engine.Connect();
        Noting.Notes.Clear();
    }

    public void Dispose() => engine.Dispose();

    [Fact]
    public void PreValidation_runs_outside_the_transaction_and_the_later_stages_inside_it()
    {
        foreach (var stage in new[] { 40, 20, 10 }) engine.RegisterStep<NoteStage>("Create", "account", stage);

        service.Create(new Entity("account") { ["name"] = "Ana" });

        Assert.Equal(["Create 10 out depth 1", "Create 20 in depth 1", "Create 40 in depth 1"], Noting.Notes);
    }

    [Fact]
    public void PreValidation_of_a_request_from_a_plug_in_runs_inside_its_transaction()
    {
        engine.RegisterStep<CreateTask>("Create", "account", 40);
        engine.RegisterStep<NoteStage>("Create", "task", 10);

        service.Create(new Entity("account") { ["name"] = "Ana" });

        Assert.Equal(["Create 10 in depth 2"], Noting.Notes);
    }

    [Fact]
    public void A_refusal_after_the_write_rolls_everything_back_and_keeps_its_message_and_code()
    {
        engine.RegisterStep<CreateTask>("Create", "account", 20);
        engine.RegisterStep<Refuse>("Create", "account", 40);
        var id = Guid.NewGuid();

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(new Entity("account", id) { ["name"] = "Ana" }));

        Assert.Equal("Please call tomorrow.", fault.Detail.Message);
        Assert.Equal(unchecked((int)0x80040265), fault.Detail.ErrorCode);
        Assert.Null(engine.Database.Committed.Find("account", id));
        Assert.Empty(engine.Database.Committed.All("task"));
    }

    [Fact]
    public void What_a_PreValidation_plug_in_writes_at_top_level_stays_when_it_then_refuses()
    {
        engine.RegisterStep<CreateTask>("Create", "account", 10, rank: 1);
        engine.RegisterStep<Refuse>("Create", "account", 10, rank: 2);

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(new Entity("account") { ["name"] = "Ana" }));

        Assert.Single(engine.Database.Committed.All("task"));
    }

    [Fact]
    public void An_exception_that_is_no_refusal_becomes_an_unexpected_fault_with_the_trace()
    {
        engine.RegisterStep<Stumble>("Create", "account", 20);

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(new Entity("account") { ["name"] = "Ana" }));

        Assert.Equal(unchecked((int)0x80040224), fault.Detail.ErrorCode);
        Assert.Contains("before 1", fault.Detail.TraceText, StringComparison.Ordinal);
        Assert.Contains("a bug", Assert.Single(engine.Traces.Of("Stumble")).Exception, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_that_a_plug_in_swallows_ends_the_transaction_all_the_same()
    {
        engine.RegisterStep<SwallowFault>("Create", "account", 40);

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(new Entity("account") { ["name"] = "Ana" }));

        Assert.Equal(["swallowed"], Noting.Notes);
        Assert.Equal(-2146893812, fault.Detail.ErrorCode);
        Assert.Empty(engine.Database.Committed.All("account"));
    }

    [Theory]
    [InlineData(10, "set at 10")]
    [InlineData(20, "set at 20")]
    [InlineData(40, null)]
    public void A_change_to_Target_reaches_the_row_before_the_main_operation_only(int stage, string? expected)
    {
        engine.RegisterStep<SetDescription>("Create", "account", stage);

        var id = service.Create(new Entity("account") { ["name"] = "Ana" });

        Assert.Equal(expected, service.Retrieve("account", id, new ColumnSet("description")).GetAttributeValue<string>("description"));
    }

    [Fact]
    public void Variables_of_stage_10_are_seen_later_through_the_parent_context()
    {
        engine.RegisterStep<ShareVerdict>("Create", "account", 10);
        engine.RegisterStep<ReadVerdict>("Create", "account", 20);
        engine.RegisterStep<ReadVerdict>("Create", "account", 40);

        service.Create(new Entity("account") { ["name"] = "Ana" });

        Assert.Equal(["own False, parent True", "own False, parent True"], Noting.Notes);
    }

    [Fact]
    public void Plug_ins_that_set_each_other_off_are_stopped_after_eight_executions()
    {
        engine.RegisterStep<CopyItself>("Create", "account", 40);

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(new Entity("account") { ["name"] = "Ana" }));

        Assert.Equal(unchecked((int)0x80044182), fault.Detail.ErrorCode);
        Assert.Equal(8, engine.Traces.Of("CopyItself").Count);
        Assert.Empty(engine.Database.Committed.All("account"));
    }

    [Fact]
    public void A_message_that_lasts_longer_than_two_minutes_is_rolled_back()
    {
        engine.RegisterStep<NoteStage>("Create", "account", 40);
        engine.Faults.Slow("NoteStage", TimeSpan.FromSeconds(121));

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(new Entity("account") { ["name"] = "Ana" }));

        Assert.Contains("TimeoutException", fault.Detail.Message, StringComparison.Ordinal);
        Assert.Empty(engine.Database.Committed.All("account"));
    }

    [Fact]
    public void Services_that_the_platform_does_not_offer_are_null()
    {
        engine.RegisterStep<AskForUnknownService>("Create", "account", 20);

        service.Create(new Entity("account") { ["name"] = "Ana" });

        Assert.Equal(["nothing"], Noting.Notes);
    }

    [Fact]
    public void A_step_on_CreateMultiple_also_runs_for_a_single_Create()
    {
        engine.RegisterStep<NoteTargets>("CreateMultiple", "account", 20);

        service.Create(new Entity("account") { ["name"] = "Ana" });

        Assert.Equal(["CreateMultiple of 1"], Noting.Notes);
    }

    [Fact]
    public void A_message_that_the_engine_does_not_carry_out_is_refused_by_name()
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Execute(new OrganizationRequest("Rollup")));

        Assert.Contains("Rollup", fault.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_image_holds_the_named_columns_of_the_row_as_written()
    {
        engine.RegisterStep<NoteImages>("Create", "account", 40, after: "name");

        service.Create(new Entity("account") { ["name"] = "Ana" });

        Assert.Equal(["before ", "after After=Ana"], Noting.Notes);
    }
}
