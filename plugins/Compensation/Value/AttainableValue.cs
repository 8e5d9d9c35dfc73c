using System;
using System.Collections.Generic;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Value;

/// <summary>What a customer could be worth: the limit up to which development is paid, frozen when the period starts.</summary>
/// <remarks>
/// Frozen, because a limit that rises with success would never be reached, and one that a manager can raise would be. It is never below what is expected
/// anyway: there is no negative room to develop.
/// </remarks>
internal sealed class AttainableValue
{
    private AttainableValue(decimal amount, AttainableBasis basis, string evidence, CalendarDate frozenOn)
    {
        Amount = amount;
        Basis = basis;
        Evidence = evidence;
        FrozenOn = frozenOn;
    }

    public decimal Amount { get; }

    public AttainableBasis Basis { get; }

    /// <summary>Whose wallet estimate, or which group of how many customers; empty where nothing is known.</summary>
    public string Evidence { get; }

    public CalendarDate FrozenOn { get; }

    /// <param name="expected">What the customer would bring anyway.</param>
    /// <param name="wallet">What the customer spends on such products anywhere, as contribution; null where nobody has estimated it.</param>
    /// <param name="groups">The customer's groups, the narrowest first.</param>
    public static AttainableValue Freeze(decimal expected, WalletEstimate? wallet, IReadOnlyList<string> groups, PeerValues peers, CalendarDate on)
    {
        if (wallet is not null) return new AttainableValue(Math.Max(expected, wallet.Contribution), AttainableBasis.Wallet, wallet.Source, on);
        var group = peers.Comparable(groups);
        return group is null
            ? new AttainableValue(expected, AttainableBasis.Unknown, "", on)
            : new AttainableValue(Math.Max(expected, peers.TopQuartile(group)), AttainableBasis.Peers, group, on);
    }

    /// <summary>How far the customer can be developed above what would have come anyway: what potential is measured by.</summary>
    public decimal Headroom(decimal expected) => Math.Max(0, Amount - expected);
}

/// <summary>What somebody estimates that a customer spends, with us and elsewhere.</summary>
/// <param name="Contribution">A year's contribution if all of it were spent with us.</param>
/// <param name="Source">Who estimated it, on what.</param>
internal sealed record WalletEstimate(decimal Contribution, string Source);

/// <summary>What an attainable value rests on.</summary>
internal enum AttainableBasis
{
    /// <summary>Too few comparable customers and no estimate: nothing above what is expected.</summary>
    Unknown,

    Wallet,

    /// <summary>The top quartile of comparable customers.</summary>
    Peers,
}
