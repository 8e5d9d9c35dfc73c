using System;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>Giving back what was wrongly taken is no gift: no segment and no pool limits it. It names what was taken and is never more than that.</summary>
internal static class RedressRule
{
    /// <summary>What is left to be given back; never negative. All amounts are of one currency and positive.</summary>
    /// <param name="refunded">What finance has given back of it by other ways.</param>
    /// <param name="granted">What was granted as redress of it, paid or not.</param>
    /// <param name="booked">What finance has booked as redress of it: the same money as was granted, once more in the books, or more where it books its own.</param>
    public static decimal Left(decimal taken, decimal refunded, decimal granted, decimal booked) => Math.Max(0, taken - refunded - Math.Max(granted, booked));
}
