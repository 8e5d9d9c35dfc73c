using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Pipeline;

namespace Crm.Extensions.Embedded.FaultInjection;

/// <summary>Things that go wrong, at a moment that the test names. Each is armed, strikes as often as said, and is gone.</summary>
public sealed class Faults
{
    private readonly object gate = new();
    private readonly List<ArmedFault> armed = [];
    private readonly EmbeddedDataverse organization;

    internal Faults(EmbeddedDataverse organization) => this.organization = organization;

    /// <summary>How many armed faults have not struck yet.</summary>
    public int Pending
    {
        get
        {
            lock (gate) return armed.Count;
        }
    }

    /// <summary>Refuses the next requests of clients for too much use, as service protection does (429); plug-ins are never throttled.</summary>
    public void Throttle(ThrottleReason reason = ThrottleReason.Requests, TimeSpan? retryAfter = null, int times = 1) =>
        Arm(FaultPoint.ClientRequest, times, () => InjectedFaults.Throttled(reason, retryAfter ?? TimeSpan.FromSeconds(30)));

    /// <summary>A client's request times out before it is carried out.</summary>
    public void TimeOutClient(int times = 1) => Arm(FaultPoint.ClientRequest, times, InjectedFaults.ClientTimeout);

    /// <summary>A client's request is carried out and committed, but its response does not arrive.</summary>
    public void LoseResponse(int times = 1) => Arm(FaultPoint.ClientResponse, times, InjectedFaults.LostResponse);

    /// <summary>The n-th request from now, of a client or a plug-in, faults because a lock was waited for too long.</summary>
    /// <param name="message">Counts requests of this name alone.</param>
    public void LockTimeout(int atRequest = 1, string? message = null) => At(atRequest, message, InjectedFaults.LockTimeout);

    /// <summary>The n-th request from now is chosen as the victim of a deadlock.</summary>
    /// <param name="message">Counts requests of this name alone.</param>
    public void Deadlock(int atRequest = 1, string? message = null) => At(atRequest, message, InjectedFaults.Deadlock);

    /// <summary>The next execution of the plug-in class takes so long, by the organization's clock.</summary>
    /// <param name="pluginType">Full name of the class, or the end of it.</param>
    public void Slow(string pluginType, TimeSpan duration) => Arm(FaultPoint.Step, 1, () =>
    {
        organization.Clock.Advance(duration);
        return null;
    }, strike => strike.IsOf(pluginType));

    /// <summary>The worker dies in the middle of the next execution of the plug-in class: its n-th request and all later ones are never carried out. What was committed stays.</summary>
    public void Crash(string pluginType, int beforeRequest) =>
        Arm(FaultPoint.PluginRequest, 1, InjectedFaults.WorkerCrash, strike => strike.Number == beforeRequest && strike.IsOf(pluginType));

    /// <summary>Disarms what has not struck.</summary>
    public void Clear()
    {
        lock (gate) armed.Clear();
    }

    internal void OnClientRequest(string message)
    {
        Meet(new Strike(FaultPoint.ClientRequest, message, null, 0));
        Meet(new Strike(FaultPoint.AnyRequest, message, null, 0));
    }

    internal void OnClientResponse(string message) => Meet(new Strike(FaultPoint.ClientResponse, message, null, 0));

    internal void OnPluginRequest(StepExecution execution, string message, int number)
    {
        if (execution.IsDead) throw InjectedFaults.WorkerCrash();
        try
        {
            Meet(new Strike(FaultPoint.PluginRequest, message, execution.PluginType, number));
        }
        catch (Exception)
        {
            execution.IsDead = true;
            throw;
        }
        Meet(new Strike(FaultPoint.AnyRequest, message, execution.PluginType, number));
    }

    internal void OnStep(StepExecution execution) => Meet(new Strike(FaultPoint.Step, execution.Context.MessageName, execution.PluginType, 0));

    private void At(int request, string? message, Func<Exception> fault)
    {
        var left = request;
        Arm(FaultPoint.AnyRequest, 1, fault, strike => (message is null || strike.Message == message) && --left == 0);
    }

    private void Arm(FaultPoint point, int times, Func<Exception?> fault, Func<Strike, bool>? when = null)
    {
        lock (gate) armed.Add(new ArmedFault(point, fault, when ?? (_ => true)) { Left = times });
    }

    private void Meet(Strike strike)
    {
        Exception? fault;
        lock (gate)
        {
            if (armed.Find(one => one.Point == strike.Point && one.When(strike)) is not { } hit) return;
            if (--hit.Left == 0) armed.Remove(hit);
            fault = hit.Fault();
        }
        if (fault is not null) throw fault;
    }
}
