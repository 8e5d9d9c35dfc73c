using System;
using System.ServiceModel;
using Crm.Extensions.Embedded;
using Crm.Extensions.Tests.Platform.Pipeline;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace Crm.Extensions.Tests.Platform.Jobs;

public sealed class JobQueueTests : IDisposable
{
    private readonly EmbeddedDataverse engine = new();
    private readonly IOrganizationService service;

    public JobQueueTests()
    {
        service = engine.Connect();
        Noting.Notes.Clear();
    }

    public void Dispose() => engine.Dispose();

    [Fact]
    public void An_asynchronous_step_waits_until_it_is_told_to_run_and_has_no_transaction()
    {
        engine.RegisterStep<NoteStage>("Create", "account", 40, asynchronous: true);

        service.Create(new Entity("account") { ["name"] = "Ana" });
        Assert.Empty(Noting.Notes);
        engine.Jobs.RunAll();

        Assert.Equal(["Create 40 out depth 1"], Noting.Notes);
    }

    [Fact]
    public void A_rolled_back_request_queues_nothing()
    {
        engine.RegisterStep<NoteStage>("Create", "account", 40, asynchronous: true);
        engine.RegisterStep<Refuse>("Create", "account", 40);

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(new Entity("account") { ["name"] = "Ana" }));

        Assert.Equal(0, engine.Jobs.Count);
    }

    [Fact]
    public void A_job_may_be_delivered_twice()
    {
        engine.RegisterStep<CreateTask>("Create", "account", 40, asynchronous: true);
        service.Create(new Entity("account") { ["name"] = "Ana" });

        engine.Jobs.Duplicate();
        engine.Jobs.RunAll();

        Assert.Equal(2, System.Linq.Enumerable.Count(engine.Database.Committed.All("task")));
    }

    [Fact]
    public void A_worker_that_dies_before_its_first_request_leaves_nothing_and_can_be_retried()
    {
        engine.RegisterStep<CreateTask>("Create", "account", 40, asynchronous: true);
        service.Create(new Entity("account") { ["name"] = "Ana" });
        engine.Faults.Crash("CreateTask", beforeRequest: 1);

        var result = engine.Jobs.RunNext();

        Assert.NotNull(result?.Fault);
        Assert.Empty(engine.Database.Committed.All("task"));
        engine.Jobs.Retry(result);
        Assert.Null(engine.Jobs.RunNext()?.Fault);
        Assert.Single(engine.Database.Committed.All("task"));
    }

    [Fact]
    public void A_shuffled_queue_has_the_same_order_for_the_same_seed()
    {
        engine.RegisterStep<NoteStage>("Create", "account", 40, asynchronous: true);
        for (var number = 0; number < 9; number++) service.Create(new Entity("account") { ["name"] = "Ana" });
        var first = engine.Jobs.Waiting;

        engine.Jobs.Shuffle(7);

        Assert.NotEqual(first, engine.Jobs.Waiting);
        Assert.Equal(first.Count, new System.Collections.Generic.HashSet<object>(engine.Jobs.Waiting).Count);
    }
}
