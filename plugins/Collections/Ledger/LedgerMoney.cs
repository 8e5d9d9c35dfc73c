using System.Globalization;

namespace Crm.Extensions.Collections;

/// <summary>An amount as people are told it: <c>MXN 3.40</c>, the same in every language.</summary>
internal sealed record LedgerMoney(decimal Amount, string Currency)
{
    public override string ToString() => (Currency + " " + Amount.ToString("#,##0.00", CultureInfo.InvariantCulture)).Trim();
}
