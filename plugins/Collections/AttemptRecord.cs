using System;

namespace Crm.Extensions.Collections;

/// <summary>A row of crmx_contactattempt as it stands.</summary>
/// <param name="ActivityId">"D" format, empty where the activity never came to be.</param>
/// <param name="IsStop">It proves that a contact was stopped; it is never written over.</param>
internal sealed record AttemptRecord(Guid Id, Guid CustomerId, string ActivityId, int Number, bool IsStop, ContactAttempt Attempt);
