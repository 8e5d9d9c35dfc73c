using System;
using System.Threading;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Concurrency;

/// <summary>A body of client code on a thread of its own, which stops before every request (its own and those of plug-ins) until it is stepped.</summary>
public sealed class Session : ITurn
{
    private readonly object gate;
    private readonly Thread thread;
    private bool running = true;
    private LockKey? waitsFor;

    internal Session(object gate, string name, Action<Session> body)
    {
        this.gate = gate;
        Name = name;
        thread = new Thread(() => Run(body)) { IsBackground = true, Name = name };
    }

    public string Name { get; }

    public SessionState State { get; private set; }

    /// <summary>What ended the body, if it failed.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Requests performed so far, a blocked one counted when it began.</summary>
    public int Steps { get; private set; }

    /// <summary>Performs exactly one request, as far as it comes: to its end, or to a lock that another holds. A blocked session stays where it is.</summary>
    /// <returns>Where the session stands then.</returns>
    public SessionState Step()
    {
        lock (gate)
        {
            if (State != SessionState.Ready) return State;
            Steps++;
            running = true;
            Monitor.PulseAll(gate);
            AwaitPause();
            return State;
        }
    }

    /// <summary>Steps until the body has ended.</summary>
    /// <exception cref="InvalidOperationException">It waits for a lock that only others can give up.</exception>
    public SessionState RunToEnd()
    {
        while (State is not (SessionState.Done or SessionState.Failed))
        {
            if (Step() == SessionState.Blocked) throw new InvalidOperationException($"Session {Name} waits for a lock on {waitsFor}.");
        }

        return State;
    }

    void ITurn.Block(LockKey key)
    {
        waitsFor = key;
        Pause(SessionState.Blocked);
    }

    void ITurn.Unblock()
    {
        if (State == SessionState.Blocked) State = SessionState.Ready;
    }

    void ITurn.Resume()
    {
        waitsFor = null;
        while (!running) Monitor.Wait(gate);
    }

    void ITurn.Await()
    {
        Pause(SessionState.Ready);
        while (!running) Monitor.Wait(gate);
    }

    internal void Start()
    {
        lock (gate)
        {
            thread.Start();
            AwaitPause();
        }
    }

    private void AwaitPause()
    {
        while (running) Monitor.Wait(gate);
    }

    private void Pause(SessionState state)
    {
        State = state;
        running = false;
        Monitor.PulseAll(gate);
    }

    private void Run(Action<Session> body)
    {
        var end = SessionState.Done;
        try
        {
            body(this);
        }
#pragma warning disable CA1031 // whatever ends the body is the session's result, which the test looks at
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Failure = exception;
            end = SessionState.Failed;
        }

        lock (gate) Pause(end);
    }
}
