using System;
using System.Collections.Generic;
using System.Linq;

namespace Crm.Extensions.Collections;

/// <summary>A rule that looks at the ledger. Silent where no ledger is known.</summary>
internal abstract class LedgerRule : IContactRule
{
    public abstract string Id { get; }

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation)
    {
        if (!Concerns(situation.Request) || situation.Ledger is not { } ledger || !Objects(fromUtc, ledger, situation))
        {
            return fromUtc;
        }

        var end = fromUtc.AddDays(ContactCourtesy.HorizonDays);
        foreach (var at in Changes(fromUtc, ledger, situation).TakeWhile(at => at <= end))
        {
            if (!Objects(at, ledger, situation))
            {
                return at;
            }
        }

        return null;
    }

    public abstract Objection Explain(DateTime atUtc, Situation situation);

    /// <summary>Whether the rule has anything to say of such a contact.</summary>
    protected abstract bool Concerns(ContactRequest request);

    protected abstract bool Objects(DateTime atUtc, LedgerView ledger, Situation situation);

    /// <summary>The later instants, in order, at which the objection may end by itself; none where no time cures.</summary>
    protected virtual IEnumerable<DateTime> Changes(DateTime fromUtc, LedgerView ledger, Situation situation) => [];

    protected Objection Because(Situation situation, string message, params object[] facts) => new(LedgerSources.Of(Id, situation.Pack.Country), message, facts);
}

/// <summary>The purposes that speak of a debt.</summary>
internal static class DebtPurposes
{
    /// <summary>Collection and the follow-up of a promise: money is asked for.</summary>
    public static bool Demands(this Purpose purpose) => purpose is Purpose.Collection or Purpose.Promise;

    /// <summary>These, and reminders.</summary>
    public static bool SpeaksOfDebt(this Purpose purpose) => purpose is Purpose.Collection or Purpose.Promise or Purpose.Reminder;
}
