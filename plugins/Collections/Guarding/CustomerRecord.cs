using System;
using System.Collections.Generic;

namespace Crm.Extensions.Collections;

/// <summary>What a verdict needs of a customer's row and of the consents that hang on it.</summary>
internal sealed record CustomerRecord(Guid Id, string Country, string State, int? TimeZoneCode, IReadOnlyList<Consent> Consents);
