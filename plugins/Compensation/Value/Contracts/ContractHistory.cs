using System;

namespace Crm.Extensions.Compensation.Value.Contracts;

/// <summary>How long one contract has run, and whether it is over: what retention is measured on.</summary>
internal readonly struct ContractHistory
{
    /// <param name="months">Whole months from the start to the end, or to the day until which it was watched.</param>
    /// <param name="ended">Closed, transferred or written off in the month after <paramref name="months"/>; false: still running, or at its agreed maturity.</param>
    /// <exception cref="ArgumentOutOfRangeException">Months are negative.</exception>
    public ContractHistory(int months, bool ended)
    {
        if (months < 0) throw new ArgumentOutOfRangeException(nameof(months));
        Months = months;
        Ended = ended;
    }

    public int Months { get; }

    public bool Ended { get; }
}
