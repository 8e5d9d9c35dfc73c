using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>One thing that law, customer or house asks of a contact. Stateless and pure.</summary>
internal interface IContactRule
{
    /// <summary>One of <see cref="RuleIds"/>.</summary>
    string Id { get; }

    /// <summary>The first instant at or after <paramref name="fromUtc"/> to which this rule alone does not object; null where there is none in reach.</summary>
    DateTime? FirstPermitted(DateTime fromUtc, Situation situation);

    /// <summary>Why the rule objects to the instant. Asked only where it does.</summary>
    Objection Explain(DateTime atUtc, Situation situation);
}

/// <summary>A rule that looks at nothing but the day and the hour on the customer's clock.</summary>
internal interface IHoursRule : IContactRule
{
    /// <summary>The stretches of a local day to which the rule does not object, in order and free of overlaps.</summary>
    IReadOnlyList<DayWindow> Open(CalendarDate day, Situation situation);
}

/// <summary>The ground of an objection.</summary>
/// <param name="MessageKey">The text's name in Messages.resx.</param>
/// <param name="Facts">What the text names, in order.</param>
internal sealed record Objection(RuleSource Source, string MessageKey, IReadOnlyList<object> Facts);
