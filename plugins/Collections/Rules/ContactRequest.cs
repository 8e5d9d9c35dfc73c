using System;

namespace Crm.Extensions.Collections;

/// <summary>One outgoing contact with one customer, as it is to be judged. Incoming contacts are never judged.</summary>
/// <param name="AtUtc">When it is planned, happened, or is about to leave. UTC.</param>
internal sealed record ContactRequest(Channel Channel, Purpose Purpose, DateTime AtUtc, ContactPhase Phase)
{
    /// <summary>A person set this very time (an update of the scheduled time): a forbidden one is stopped, not moved.</summary>
    public bool ExplicitTime { get; init; }

    /// <summary>A contact whose next permitted instant lies no farther away than so many days is moved, else stopped.</summary>
    public int MoveWithinDays { get; init; } = 7;

    /// <summary>Now, UTC: no contact is moved to a time before it. Null: the contact's own time.</summary>
    public DateTime? NotBeforeUtc { get; init; }

    /// <summary>The activity's id ("D" format): what the history says of this very activity does not count against it.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The obligation that it is about ("D" format); null: it names none.</summary>
    public string? ObligationKey { get; init; }

    /// <summary>What is said or written, as far as it is known; null: nothing.</summary>
    public string? Text { get; init; }

    /// <summary>An answering machine took it.</summary>
    public bool ReachedMachine { get; init; }

    /// <summary>Somebody other than the customer took it, or is among those it is sent to.</summary>
    public bool ReachesThirdParty { get; init; }

    /// <summary>It is part of a service or complaint case.</summary>
    public bool ConcernsCase { get; init; }
}
