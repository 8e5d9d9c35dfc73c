using System;
using Crm.Extensions.Embedded.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Jobs;

/// <summary>An asynchronous step that waits to run, with everything it was queued with.</summary>
public sealed class Job
{
    internal Job(Guid id, StepRegistration step, Frame frame, EntityImageCollection[] before, EntityImageCollection[] after, DateTime queued)
    {
        Id = id;
        Registration = step;
        Frame = frame;
        Before = before;
        After = after;
        Queued = queued;
    }

    /// <summary>Id of its asyncoperation row.</summary>
    public Guid Id { get; }

    public string Step => Registration.Name;

    public string PluginType => Registration.PluginType;

    /// <summary>When it was queued, UTC by the organization's clock.</summary>
    public DateTime Queued { get; }

    /// <summary>How often it has been started.</summary>
    public int Attempts { get; internal set; }

    internal StepRegistration Registration { get; }

    internal Frame Frame { get; }

    internal EntityImageCollection[] Before { get; }

    internal EntityImageCollection[] After { get; }

    public override string ToString() => $"{Step} on {Frame.Message} of {Frame.Table} {Frame.RecordId}";
}
