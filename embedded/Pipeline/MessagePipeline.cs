using System;
using Crm.Extensions.Embedded.Messages;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>
/// Carries out a request with the steps registered on its message: PreValidation outside the transaction when the request is at top level, then, in one transaction,
/// PreOperation, the main operation and synchronous PostOperation; asynchronous steps are queued once that transaction has committed.
/// </summary>
internal sealed class MessagePipeline(EmbeddedDataverse organization, StepRegistry registry, AfterCommit afterCommit) : IRequestExecutor
{
    /// <summary>How many executions may set each other off.</summary>
    public const int DeepestExecution = 8;

    private readonly StepRunner runner = new(organization);
    private readonly RowImages images = new(organization);

    public OrganizationResponse Execute(OrganizationRequest request, CallContext context)
    {
        if (context.Depth > DeepestExecution) throw PipelineFaults.InfiniteLoop();
        context.Transaction?.DemandUsable();
        var main = organization.Messages.Find(request.RequestName) ?? throw PlatformFaults.Unsupported($"message '{request.RequestName}'");
        try
        {
            return Run(request, main, context);
        }
        catch (Exception)
        {
            // Whoever catches this inside the transaction can't go on in it.
            context.Transaction?.Doom();
            throw;
        }
    }

    private OrganizationResponse Run(OrganizationRequest request, IMessageHandler main, CallContext call)
    {
        var message = MessageNames.Of(request.RequestName);
        var record = TargetIds.Resolve(organization, request, call);
        var merged = MergedSteps.For(registry, message, record.Table, call);
        var outer = FrameOf(request, message, record, call, call.Parent as IPluginExecutionContext);
        var run = new PipelineRun(organization, runner, images, merged, request);
        run.Stage(StepRegistration.PreValidation, outer, call);
        if (!main.Transactional) return Inside(run, request, main, message, outer, call);
        if (call.Transaction is not null) return Inside(run, request, main, message, outer, call);

        using var transaction = organization.Database.Begin();
        var response = Inside(run, request, main, message, outer, call with { Transaction = transaction });
        transaction.Commit();
        afterCommit.Run(transaction);
        return response;
    }

    private OrganizationResponse Inside(PipelineRun run, OrganizationRequest request, IMessageHandler main, string message, Frame outer, CallContext call)
    {
        var frame = MessageNames.HasOuterFrame(message)
            ? FrameOf(request, message, new PrimaryRecord(outer.Table, outer.RecordId), call, run.ContextOf(outer, StepRegistration.PreValidation))
            : outer.In(call);
        run.KeepRowsBefore(frame, call);
        run.Stage(StepRegistration.PreOperation, frame, call);
        var response = main.Handle(request, new MessageContext(organization, call with { Parent = run.ContextOf(frame, StepRegistration.MainOperation) }));
        frame.Output = response.Results;
        if (response.Results.TryGetValue("id", out var id) && id is Guid created) frame.RecordId = created;
        run.Stage(StepRegistration.PostOperation, frame, call);
        run.RepeatForStateAndOwner(frame, call);
        run.QueueAsynchronous(frame, call, (job) => afterCommit.Add(call.Transaction, () => organization.Jobs.Enqueue(job)));
        if (organization.Registrations.Holds(frame.Table) && main.Transactional) afterCommit.Add(call.Transaction, organization.Registrations.Changed);
        return response;
    }

    private Frame FrameOf(OrganizationRequest request, string message, PrimaryRecord record, CallContext call, IPluginExecutionContext? parent) => new()
    {
        Message = message,
        Table = record.Table,
        RecordId = record.Id,
        Input = request.Parameters,
        Call = call,
        CreatedOn = organization.Clock.WholeSeconds,
        BusinessUnitId = organization.BusinessUnitOf(call.UserId),
        Parent = parent,
    };
}
