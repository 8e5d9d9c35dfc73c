using System;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded;

/// <summary>Who asks, in which transaction, and inside which execution: handed along with every request.</summary>
internal sealed record CallContext
{
    /// <summary>The user whose rights count.</summary>
    public required Guid UserId { get; init; }

    /// <summary>The user who began it all.</summary>
    public required Guid InitiatingUserId { get; init; }

    /// <summary>The transaction that the request joins; none: it commits by itself.</summary>
    public Transaction? Transaction { get; init; }

    /// <summary>1 for what a client asks, one more for each plug-in on the way.</summary>
    public int Depth { get; init; } = 1;

    public Guid CorrelationId { get; init; }

    /// <summary>The execution context of the plug-in that asks (the pipeline's own type); null for clients.</summary>
    public object? Parent { get; init; }

    /// <summary>The step whose plug-in asks, by name; null for clients.</summary>
    public string? Step { get; init; }

    /// <summary>Whether the engine asks on its own account: no rights are demanded.</summary>
    public bool IsSystem { get; init; }

    /// <summary>When the outermost request began, by the virtual clock, UTC: the two-minute limit counts from here.</summary>
    public DateTime Began { get; init; }
}
