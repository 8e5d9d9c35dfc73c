using System;
using System.Collections.Generic;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>What a worker may spend without asking, as it stood at most a minute ago: to be shown, not to be granted by.</summary>
internal sealed class GrantingAuthority
{
    private readonly EmpowermentLimits limits;
    private readonly IReadOnlyDictionary<string, decimal> spentInMonth;

    /// <param name="spentInMonth">By currency.</param>
    public GrantingAuthority(EmpowermentLimits limits, IReadOnlyDictionary<string, decimal> spentInMonth)
    {
        this.limits = limits;
        this.spentInMonth = spentInMonth;
    }

    /// <summary>Of the caller; null where no worker who works for us today has his user. Two requests in the life of the settings.</summary>
    public static GrantingAuthority? Of(Execution execution) => execution.Settings.Own(execution.CallerId, user => Read(execution, user));

    /// <summary>The currency and the most that may be granted on a case on which nothing has been granted yet; null: nothing.</summary>
    public KeyValuePair<string, decimal>? For(ValueSegment segment)
    {
        if (limits.CurrencyFor(segment) is not { } currency || limits.In(segment, currency) is not { } limit) return null;

        var most = GoodwillRule.Most(limit, new GoodwillSpending(0, spentInMonth.TryGetValue(currency, out var spent) ? spent : 0));
        return most > 0 ? new KeyValuePair<string, decimal>(currency, most) : null;
    }

    private static GrantingAuthority? Read(Execution execution, Guid user)
    {
        var today = CalendarDate.Of(execution.Clock.UtcNow);
        return new GoodwillRows(execution.AsSystem).OfUser(user, today) is { } worker && worker.WorksOn(today)
            ? new GrantingAuthority(worker.Limits, new GoodwillBook(execution.AsSystem).SpentInMonth(worker.Id, today))
            : null;
    }
}
