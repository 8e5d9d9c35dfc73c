namespace Crm.Extensions.Embedded.Concurrency;

/// <summary>Where a session stands between two steps.</summary>
public enum SessionState
{
    /// <summary>It has a request to make, or to go on with.</summary>
    Ready,

    /// <summary>Its request waits for a lock that another transaction holds.</summary>
    Blocked,

    /// <summary>Its body has ended.</summary>
    Done,

    /// <summary>Its body has ended with an exception.</summary>
    Failed,
}
