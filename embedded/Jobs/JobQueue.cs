using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Crm.Extensions.Embedded.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Embedded.Jobs;

/// <summary>What became of one run of a job.</summary>
/// <param name="Fault">The fault it ended with; null when it ended well.</param>
public sealed record JobResult(Job Job, FaultException<OrganizationServiceFault>? Fault);

/// <summary>
/// Asynchronous steps whose triggering transaction has committed. Nothing runs until the test (or the demo) says so; order, repetition and loss are under its control,
/// because the platform promises at-least-once delivery and no order.
/// </summary>
public sealed class JobQueue
{
    private readonly object gate = new();
    private readonly List<Job> waiting = [];
    private readonly EmbeddedDataverse organization;
    private readonly StepRunner runner;

    internal JobQueue(EmbeddedDataverse organization)
    {
        this.organization = organization;
        runner = new StepRunner(organization);
    }

    public IReadOnlyList<Job> Waiting
    {
        get
        {
            lock (gate) return [.. waiting];
        }
    }

    public int Count
    {
        get
        {
            lock (gate) return waiting.Count;
        }
    }

    /// <summary>Runs the first job that waits.</summary>
    /// <returns>Null when none waits.</returns>
    public JobResult? RunNext()
    {
        Job job;
        lock (gate)
        {
            if (waiting.Count == 0) return null;
            job = waiting[0];
            waiting.RemoveAt(0);
        }
        return Run(job);
    }

    /// <summary>Runs until none waits, those included that are queued meanwhile.</summary>
    /// <exception cref="InvalidOperationException">More than <paramref name="limit"/> jobs have run: they set each other off.</exception>
    public IReadOnlyList<JobResult> RunAll(int limit = 100_000)
    {
        var results = new List<JobResult>();
        while (RunNext() is { } result)
        {
            results.Add(result);
            if (results.Count > limit) throw new InvalidOperationException($"More than {limit} asynchronous jobs: the last was {result.Job}.");
        }
        return results;
    }

    /// <summary>Another order, the same for the same seed.</summary>
    public void Shuffle(int seed)
    {
        lock (gate)
        {
#pragma warning disable CA5394 // an order for tests, repeatable by its seed
            new Random(seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(waiting));
#pragma warning restore CA5394
        }
    }

    /// <summary>Delivers a job once more, at the end of the queue.</summary>
    public void Duplicate(Func<Job, bool>? which = null)
    {
        lock (gate) waiting.AddRange(Chosen(which));
    }

    /// <summary>Loses jobs: a failed one is not surely retried.</summary>
    public void Drop(Func<Job, bool>? which = null)
    {
        lock (gate)
        {
            foreach (var job in Chosen(which)) waiting.Remove(job);
        }
    }

    /// <summary>Queues a job again that has run, as the platform does with one that failed for a passing reason.</summary>
    public void Retry(JobResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        lock (gate) waiting.Add(result.Job);
    }

    internal void Enqueue(Job job)
    {
        AsyncOperationRows.Queued(organization, job);
        lock (gate) waiting.Add(job);
    }

    private List<Job> Chosen(Func<Job, bool>? which) => [.. waiting.Where(which ?? (_ => true))];

    private JobResult Run(Job job)
    {
        job.Attempts++;
        var frame = FrozenFrame.Of(job.Frame);
        var context = new StepContext(frame, StepRegistration.PostOperation, job.Registration, organization)
        {
            PreEntityImagesCollection = job.Before,
            PostEntityImagesCollection = job.After,
        };
        try
        {
            runner.Run(job.Registration, context, transaction: null, organization.Clock.UtcNow);
            AsyncOperationRows.Ended(organization, job, fault: null);
            return new JobResult(job, null);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            AsyncOperationRows.Ended(organization, job, fault.Detail);
            return new JobResult(job, fault);
        }
    }
}
