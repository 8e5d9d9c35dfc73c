using System;

namespace Crm.Extensions.Collections;

/// <summary>A contact that is still to be made, as its attempt has it.</summary>
/// <param name="Attempt">The attempt's id.</param>
/// <param name="Activity">The activity's id, in table <paramref name="Table"/>.</param>
/// <param name="Obligation">"D" format; null where it names none.</param>
/// <param name="Country">Of the customer's residence; may be empty.</param>
internal sealed record QueuedContact(Guid Attempt, Guid Activity, string Table, Purpose Purpose, string? Obligation, DateTime AtUtc, string Country);
