using System.Collections.Generic;

namespace Crm.Extensions.Collections;

/// <summary>The verdict on a contact with one of its customers.</summary>
/// <param name="Own">The attempts of this customer that are known, those of this activity among them.</param>
/// <param name="Slot">What the contact occupies at the time it will have; null where it occupies nothing.</param>
internal sealed record CustomerVerdict(CustomerRecord Customer, Verdict Verdict, IReadOnlyList<AttemptRecord> Own, ContactSlot? Slot);
