using System;
using Crm.Extensions.Embedded.Concurrency;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>A transaction that waits for a lock.</summary>
internal sealed class LockWait(Transaction transaction, LockKey key, bool exclusive, DateTime deadline, ITurn? turn)
{
    public Transaction Transaction { get; } = transaction;

    public LockKey Key { get; } = key;

    public bool Exclusive { get; } = exclusive;

    /// <summary>By the virtual clock, UTC.</summary>
    public DateTime Deadline { get; } = deadline;

    /// <summary>For a thread that tests drive step by step: its turn.</summary>
    public ITurn? Turn { get; } = turn;

    public bool Granted { get; set; }

    public bool TimedOut { get; set; }
}
