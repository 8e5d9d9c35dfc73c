using System;
using System.Threading;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>One run of one step (or of a workflow activity).</summary>
internal sealed class StepExecution(StepContext context, string name, string pluginType, Transaction? transaction, DateTime began)
{
    private int requests;

    public StepContext Context { get; } = context;

    public string Name { get; } = name;

    public string PluginType { get; } = pluginType;

    /// <summary>The transaction its requests join; none: each commits by itself.</summary>
    public Transaction? Transaction { get; } = transaction;

    /// <summary>When the two minutes that it has began, UTC by the organization's clock.</summary>
    public DateTime Began { get; } = began;

    public StepTracing Tracing { get; } = new();

    public int Requests => requests;

    /// <summary>Its worker has died: nothing that it still sends is carried out.</summary>
    public bool IsDead { get; set; }

    public int CountRequest() => Interlocked.Increment(ref requests);
}
