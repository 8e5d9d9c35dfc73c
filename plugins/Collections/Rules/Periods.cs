namespace Crm.Extensions.Collections;

/// <summary>What of a history uses up a period.</summary>
internal static class Periods
{
    /// <summary>Whether an attempt is a contact in the rule's reading. One that is still to come holds its place in either reading.</summary>
    public static bool Counts(ContactAttempt attempt, ContactReach from) => attempt.Reach == ContactReach.Planned || attempt.Reach >= from;
}
