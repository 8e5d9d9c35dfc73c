using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using Crm.Extensions.Embedded.Concurrency;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>Who holds what, and who waits for whom. Every member is called with the database's gate held.</summary>
internal sealed class LockTable(object gate, VirtualClock clock, TimeSpan patience, Func<ITurn?> turns)
{
    private readonly Dictionary<LockKey, LockEntry> entries = [];
    private readonly Dictionary<Transaction, LockWait> waits = [];

    /// <summary>Takes a lock, after waiting for it in turn. Held until <see cref="ReleaseAll"/>.</summary>
    /// <exception cref="System.ServiceModel.FaultException">The wait would never end (deadlock), or lasted too long.</exception>
    public void Take(Transaction transaction, LockKey key, bool exclusive)
    {
        if (!entries.TryGetValue(key, out var entry)) entries[key] = entry = new LockEntry();
        if (entry.IsHeldBy(transaction, exclusive)) return;
        if (entry.Admits(transaction, exclusive) && (entry.Queue.Count == 0 || entry.IsHeldBy(transaction, exclusive: false)))
        {
            Grant(entry, transaction, key, exclusive);
            return;
        }

        var wait = new LockWait(transaction, key, exclusive, clock.UtcNow + patience, turns());
        entry.Queue.Add(wait);
        waits[transaction] = wait;
        if (WaitsForItself(transaction))
        {
            Withdraw(entry, wait);
            throw PlatformFaults.Deadlock(key.Table);
        }

        Wait(entry, wait);
    }

    /// <summary>Gives up everything the transaction holds, and hands it to those who wait.</summary>
    public void ReleaseAll(Transaction transaction, List<LockKey> held)
    {
        var woken = false;
        foreach (var key in held)
        {
            if (!entries.TryGetValue(key, out var entry)) continue;
            entry.Release(transaction);
            woken |= HandOn(entry);
            if (entry.IsFree) entries.Remove(key);
        }

        if (woken) Monitor.PulseAll(gate);
    }

    /// <summary>Ends the waits whose time, by the virtual clock, is over.</summary>
    public void Expire()
    {
        foreach (var wait in new List<LockWait>(waits.Values))
        {
            if (wait.Granted || wait.Deadline > clock.UtcNow) continue;
            wait.TimedOut = true;
            wait.Turn?.Unblock();
        }

        Monitor.PulseAll(gate);
    }

    private static void Grant(LockEntry entry, Transaction transaction, LockKey key, bool exclusive)
    {
        entry.Hold(transaction, exclusive);
        transaction.Held.Add(key);
    }

    private void Wait(LockEntry entry, LockWait wait)
    {
        var since = Stopwatch.StartNew();
        wait.Turn?.Block(wait.Key);
        while (!wait.Granted && !wait.TimedOut)
        {
            // A thread that is driven by steps waits for its driver, however long it thinks
            if (wait.Turn is not null)
            {
                Monitor.Wait(gate);
                continue;
            }

            var left = patience - since.Elapsed;
            if (left <= TimeSpan.Zero) wait.TimedOut = true;
            else Monitor.Wait(gate, left);
        }

        if (!wait.Granted) Withdraw(entry, wait);
        wait.Turn?.Resume();
        if (!wait.Granted) throw PlatformFaults.LockTimeout(wait.Key.Table);
    }

    private void Withdraw(LockEntry entry, LockWait wait)
    {
        entry.Queue.Remove(wait);
        waits.Remove(wait.Transaction);
        if (HandOn(entry)) Monitor.PulseAll(gate);
        if (entry.IsFree) entries.Remove(wait.Key);
    }

    private bool HandOn(LockEntry entry)
    {
        var any = false;
        while (entry.Queue.Count > 0 && entry.Admits(entry.Queue[0].Transaction, entry.Queue[0].Exclusive))
        {
            var wait = entry.Queue[0];
            entry.Queue.RemoveAt(0);
            waits.Remove(wait.Transaction);
            Grant(entry, wait.Transaction, wait.Key, wait.Exclusive);
            wait.Granted = true;
            wait.Turn?.Unblock();
            any = true;
        }

        return any;
    }

    private bool WaitsForItself(Transaction transaction)
    {
        var seen = new HashSet<Transaction>();
        var open = new Stack<Transaction>();
        open.Push(transaction);
        while (open.TryPop(out var one))
        {
            if (!waits.TryGetValue(one, out var wait) || !entries.TryGetValue(wait.Key, out var entry)) continue;
            foreach (var ahead in entry.Ahead(one))
            {
                if (ahead == transaction) return true;
                if (seen.Add(ahead)) open.Push(ahead);
            }
        }

        return false;
    }
}
