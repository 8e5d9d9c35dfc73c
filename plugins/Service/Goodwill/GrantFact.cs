using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>A grant as the report sees it.</summary>
/// <param name="Case">Null: there was no case.</param>
/// <param name="Amount">In <paramref name="Currency"/>, that of the limit it was judged by.</param>
/// <param name="Limit">What the worker's job may spend on one case of such a customer today, in the same currency; null where there is no limit in it.</param>
internal sealed record GrantFact(
    Guid Id, Guid Worker, Guid Customer, Guid? Case, CalendarDate On, GoodwillKind Kind, decimal Amount, string Currency, ValueSegment? Segment, decimal? Limit);

/// <summary>What is known of a person by which he may be found again, folded: without case, accents and blanks. Empty texts are left out.</summary>
/// <param name="Customers">The customers that he is himself: for a customer his own id, for a worker those who have his e-mail address.</param>
/// <param name="Tied">Customers tied to him: household, spouse, guarantor and the like.</param>
/// <param name="Accounts">Obligations that he is bound by.</param>
internal sealed record PersonMarks(
    string Name, ISet<string> Emails, ISet<string> Phones, ISet<string> Addresses, ISet<Guid> Customers, ISet<Guid> Tied, ISet<Guid> Accounts);
