using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Concurrency;

/// <summary>The turn of a thread that is driven step by step. Every member is called with the database's gate held; waiting gives it up.</summary>
internal interface ITurn
{
    /// <summary>The thread is about to wait for a lock; whoever stepped it goes on.</summary>
    void Block(LockKey key);

    /// <summary>What it waited for came: it may be stepped again.</summary>
    void Unblock();

    /// <summary>Waits, after <see cref="Unblock"/>, until it is stepped to go on.</summary>
    void Resume();

    /// <summary>Stops before a request until it is stepped.</summary>
    void Await();
}
