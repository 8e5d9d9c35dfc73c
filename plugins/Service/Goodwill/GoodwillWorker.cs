using System;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Service.Goodwill;

/// <summary>Somebody who works for us, as far as spending goes.</summary>
/// <param name="User">His user; null: he works without one, and a lead acts for him.</param>
/// <param name="Manager">The worker he reports to.</param>
/// <param name="Until">His last day; null: there is none yet.</param>
internal sealed record GoodwillWorker(Guid Id, string Name, Guid? User, Guid? Manager, string Job, CalendarDate? From, CalendarDate? Until, bool IsActive, EmpowermentLimits Limits)
{
    /// <summary>Whether he works for us on that day, his first and last days included.</summary>
    public bool WorksOn(CalendarDate day) => IsActive && (From is not { } from || from <= day) && (Until is not { } until || day <= until);
}
