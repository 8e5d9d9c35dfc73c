using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Pipeline;

/// <summary>What waits for the commit of a transaction: asynchronous steps, and the reading of steps that were registered in it. A rollback forgets it.</summary>
internal sealed class AfterCommit
{
    private readonly ConditionalWeakTable<Transaction, List<Action>> waiting = [];

    public void Add(Transaction? transaction, Action action)
    {
        if (transaction is null) action();
        else waiting.GetOrCreateValue(transaction).Add(action);
    }

    public void Run(Transaction transaction)
    {
        if (!waiting.TryGetValue(transaction, out var actions)) return;
        waiting.Remove(transaction);
        foreach (var action in actions) action();
    }
}
