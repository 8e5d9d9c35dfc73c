using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Jobs;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>The steps of one request: which of them run at a stage, with which images.</summary>
internal sealed class PipelineRun(
    EmbeddedDataverse organization, StepRunner runner, RowImages images, MergedSteps steps, OrganizationRequest request)
{
    private static readonly string[] StateAndOwner = ["statecode", "statuscode", "ownerid"];

    private readonly Dictionary<Guid, EntityImageCollection[]> before = [];

    /// <summary>The context of no step: what later contexts have as parent.</summary>
    public StepContext ContextOf(Frame frame, int stage) => new(frame, stage, null, organization) { IsInTransaction = frame.Call.Transaction is not null };

    public void Stage(int stage, Frame frame, CallContext call)
    {
        foreach (var step in steps.All)
        {
            if (step.Stage == stage && !step.IsAsynchronous && Wants(step)) Run(step, frame, call);
        }
    }

    /// <summary>Reads the images of the rows as they are before the main operation, for the steps that will want them.</summary>
    public void KeepRowsBefore(Frame frame, CallContext call)
    {
        foreach (var step in steps.All)
        {
            if (step.Stage != StepRegistration.PreValidation && step.WantsImages(before: true) && Wants(step))
                before[step.Id] = images.Read(step, before: true, frame.Table, Rows(frame), call);
        }
    }

    /// <summary>
    /// One Update that mixes the state or the owner with other columns may be carried out by the platform in parts, and then steps see each part.
    /// </summary>
    public void RepeatForStateAndOwner(Frame frame, CallContext call)
    {
        if (!organization.RepeatsMixedUpdates || frame.Message != "Update" || request.Parameters["Target"] is not Entity target) return;
        var part = target.Attributes.Where(attribute => StateAndOwner.Contains(attribute.Key)).ToList();
        if (part.Count == 0 || part.Count == target.Attributes.Count) return;
        var narrowed = new Entity(target.LogicalName, target.Id);
        foreach (var attribute in part) narrowed[attribute.Key] = attribute.Value;
        var input = new ParameterCollection { ["Target"] = narrowed };
        var again = frame.As(frame.Message, input);
        foreach (var step in steps.Own)
        {
            if (step.Stage == StepRegistration.PostOperation && !step.IsAsynchronous && Passes(step, [narrowed])) Run(step, again, call);
        }
    }

    public void QueueAsynchronous(Frame frame, CallContext call, Action<Job> enqueue)
    {
        foreach (var step in steps.All)
        {
            if (!step.IsAsynchronous || !Wants(step)) continue;
            var frozen = FrozenFrame.Of(FrameFor(step, frame));
            enqueue(new Job(organization.Database.NextId(), step, frozen, Before(step, frame, call), After(step, frame, call), organization.Clock.UtcNow));
        }
    }

    private void Run(StepRegistration step, Frame frame, CallContext call)
    {
        var context = new StepContext(FrameFor(step, frame), step.Stage, step, organization)
        {
            RequestId = request.RequestId,
            IsInTransaction = call.Transaction is not null,
            PreEntityImagesCollection = Before(step, frame, call),
            PostEntityImagesCollection = step.Stage == StepRegistration.PostOperation ? After(step, frame, call) : [],
        };
        runner.Run(step, context, call.Transaction, call.Began);
    }

    private EntityImageCollection[] Before(StepRegistration step, Frame frame, CallContext call)
    {
        if (!step.WantsImages(before: true) || step.Message is "Create" or "CreateMultiple") return [];
        // A step that a change to Target has brought in after the fact finds the row as it was committed.
        return before.TryGetValue(step.Id, out var kept)
            ? kept
            : images.Read(step, before: true, frame.Table, Rows(frame), step.Stage == StepRegistration.PreValidation ? call : call with { Transaction = null });
    }

    private EntityImageCollection[] After(StepRegistration step, Frame frame, CallContext call) =>
        step.WantsImages(before: false) && !step.Message.StartsWith("Delete", StringComparison.Ordinal)
            ? images.Read(step, before: false, frame.Table, Rows(frame), call)
            : [];

    // A step of the Multiple message sees a single row as a collection of one.
    private Frame FrameFor(StepRegistration step, Frame frame)
    {
        if (step.Message == frame.Message) return frame;
        var input = new ParameterCollection();
        foreach (var parameter in frame.Input) input[parameter.Key] = parameter.Value;
        var target = input["Target"];
        input.Remove("Target");
        input["Targets"] = target switch
        {
            Entity row => new EntityCollection([row]) { EntityName = row.LogicalName },
            EntityReference reference => new EntityReferenceCollection([reference]),
            _ => target,
        };
        return frame.As(step.Message, input);
    }

    private List<Guid> Rows(Frame frame)
    {
        if (request.Parameters.TryGetValue("Targets", out var targets) && targets is EntityCollection rows)
        {
            return frame.Output.TryGetValue("Ids", out var ids) && ids is Guid[] created
                ? [.. created]
                : [.. rows.Entities.Select(row => row.Id)];
        }
        return frame.RecordId == Guid.Empty ? [] : [frame.RecordId];
    }

    private bool Wants(StepRegistration step) =>
        step.Filter.Count == 0 || step.Message is not ("Update" or "UpdateMultiple") || Passes(step, Targets());

    private static bool Passes(StepRegistration step, IEnumerable<Entity> targets) =>
        step.Filter.Count == 0 || targets.Any(target => step.Filter.Any(target.Contains));

    private IEnumerable<Entity> Targets()
    {
        if (request.Parameters.TryGetValue("Target", out var target) && target is Entity row) return [row];
        return request.Parameters.TryGetValue("Targets", out var targets) && targets is EntityCollection rows ? rows.Entities : [];
    }
}
