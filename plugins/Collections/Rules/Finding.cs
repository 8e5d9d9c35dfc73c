using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>On what authority something is asked.</summary>
/// <param name="Text">The article or decision, in the country's own words.</param>
/// <param name="IsLaw">False: the house's own policy.</param>
/// <param name="Verified">The text of the law was read, or several independent reports of it agree.</param>
internal sealed record RuleSource(string Text, bool IsLaw, bool Verified)
{
    /// <summary>When somebody last looked it up; null where nobody said.</summary>
    public CalendarDate? ReviewedOn { get; init; }
}

/// <summary>What one rule says of one contact.</summary>
/// <param name="Objects">True: the rule forbids the contact at that time.</param>
/// <param name="Mode">Whether the rule is observed only or enforced.</param>
/// <param name="MessageKey">The text's name in Messages.resx.</param>
/// <param name="Facts">What the text names, in order; formatted in the reader's language.</param>
internal sealed record Finding(string RuleId, RuleSource Source, bool Objects, RuleMode Mode, string MessageKey, IReadOnlyList<object> Facts);
