using System.Collections.Generic;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>One thing that is held: by one exclusively or by several together, with those who wait for it in their order.</summary>
internal sealed class LockEntry
{
    private readonly List<Transaction> sharers = [];
    private Transaction? owner;

    public List<LockWait> Queue { get; } = [];

    public bool IsFree => owner is null && sharers.Count == 0 && Queue.Count == 0;

    public bool IsHeldBy(Transaction transaction, bool exclusive) => owner == transaction || (!exclusive && sharers.Contains(transaction));

    public bool Admits(Transaction transaction, bool exclusive) =>
        (owner is null || owner == transaction) && (!exclusive || sharers.TrueForAll(sharer => sharer == transaction));

    public void Hold(Transaction transaction, bool exclusive)
    {
        if (exclusive)
        {
            sharers.Remove(transaction);
            owner = transaction;
        }
        else
        {
            sharers.Add(transaction);
        }
    }

    public void Release(Transaction transaction)
    {
        if (owner == transaction) owner = null;
        sharers.Remove(transaction);
    }

    /// <summary>Those who keep <paramref name="transaction"/> from having it: who holds it, and who waits ahead.</summary>
    public IEnumerable<Transaction> Ahead(Transaction transaction)
    {
        if (owner is not null && owner != transaction) yield return owner;
        foreach (var sharer in sharers)
        {
            if (sharer != transaction) yield return sharer;
        }

        foreach (var wait in Queue)
        {
            if (wait.Transaction == transaction) yield break;
            yield return wait.Transaction;
        }
    }
}
