using System;

namespace Crm.Extensions.Collections;

/// <summary>A row of crmx_contactattempt as it stands.</summary>
/// <param name="ActivityId">"D" format, empty where the activity never came to be.</param>
/// <param name="NextAllowedAtUtc">When it was told that the contact may be made.</param>
internal sealed record AttemptRecord(
    Guid Id, Guid CustomerId, string ActivityId, int Number, Decision? Decision, RuleMode? Mode, DateTime? NextAllowedAtUtc, ContactAttempt Attempt)
{
    /// <summary>It proves that a contact was stopped; it is never written over.</summary>
    public bool IsStop => IsStopOf(Decision, Mode);

    /// <summary>The contact was given another time or shape than was asked for.</summary>
    public bool WasMoved => Mode == RuleMode.Enforce && Decision is Collections.Decision.Moved or Collections.Decision.Changed;

    public static bool IsStopOf(Decision? decision, RuleMode? mode) => decision == Collections.Decision.Stopped && mode == RuleMode.Enforce;
}
