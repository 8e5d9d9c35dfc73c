using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Collections;

/// <summary>What becomes of a contact, all its customers heard: the strictest verdict wins.</summary>
/// <param name="Decision">The strictest decision; of those that are enforced, where any is.</param>
/// <param name="Enforced">It takes effect; else it is only recorded.</param>
/// <param name="AtUtc">The time the contact will have: another than it had only where it is moved.</param>
/// <param name="NextAllowedAtUtc">When all its customers may be contacted; null where that is never.</param>
internal sealed record ContactJudgement(
    Decision Decision, bool Enforced, DateTime AtUtc, DateTime? NextAllowedAtUtc, IReadOnlyList<CustomerVerdict> Customers)
{
    private const int LongestText = 4000;

    /// <summary>Something objects, but the mode is to observe.</summary>
    public bool OnlyObserved => !Enforced && Decision is Decision.Moved or Decision.Changed or Decision.Stopped;

    /// <summary>What the contact is to be for instead; null where it is not changed, or its customers need different ones.</summary>
    public Purpose? PurposeInstead
    {
        get
        {
            if (Decision != Decision.Changed) return null;

            var wanted = Customers.Where(customer => customer.Verdict.Decision == Decision.Changed).Select(customer => customer.Verdict.ChangeTo?.Purpose).Distinct().ToList();
            return wanted.Count == 1 && Customers.All(customer => customer.Verdict.Decision == Decision.Changed) ? wanted[0] : null;
        }
    }

    /// <summary>Why, for people; each reason once, however many customers it holds for.</summary>
    public string Explain(Language language)
    {
        var reasons = string.Join("\n", Customers.Select(customer => VerdictText.Explain(customer.Verdict, language)).Distinct());
        var text = OnlyObserved ? GuardTexts.Write(language, "Would" + Decision, reasons) : reasons;
        return text.Length <= LongestText ? text : text.Substring(0, LongestText);
    }
}
