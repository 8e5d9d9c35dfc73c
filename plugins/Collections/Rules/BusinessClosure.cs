using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>No contact on a day on which the house itself is closed.</summary>
/// <remarks>House policy: the tenant's own calendar of business closures. A letter disturbs nobody and is left out.</remarks>
internal sealed class BusinessClosure : IHoursRule
{
    public string Id => RuleIds.BusinessClosure;

    public IReadOnlyList<DayWindow> Open(CalendarDate day, Situation situation) =>
        situation.Request.Channel != Channel.Letter && On(day, situation) is not null ? DayWindow.None : DayWindow.WholeDay;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        situation.Policy.Closures.Count == 0
            ? fromUtc
            : new PermittedWindows(situation.Clocks, day => Open(day, situation)).FirstFrom(fromUtc, ContactCourtesy.HorizonDays);

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        var closure = situation.Clocks.Select(clock => On(clock.DateAt(atUtc), situation)).OfType<Closure>().First();
        return closure.Name.Length > 0
            ? new Objection(HousePolicy.Source, "BusinessClosureNamed", [closure.From, closure.Until, closure.Name])
            : new Objection(HousePolicy.Source, "BusinessClosure", [closure.From, closure.Until]);
    }

    private static Closure? On(CalendarDate day, Situation situation)
    {
        foreach (var closure in situation.Policy.Closures)
        {
            if (closure.From <= day && day <= closure.Until)
            {
                return closure;
            }
        }

        return null;
    }
}

/// <summary>Days on which the house is closed; both ends included.</summary>
/// <param name="Name">May be empty.</param>
internal sealed record Closure(CalendarDate From, CalendarDate Until, string Name);
