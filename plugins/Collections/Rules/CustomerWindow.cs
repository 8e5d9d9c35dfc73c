using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>The hours that the customer asked to be contacted in, by channel and purpose; several wishes hold together.</summary>
internal sealed class CustomerWindow : IHoursRule
{
    public string Id => RuleIds.CustomerWindow;

    public IReadOnlyList<DayWindow> Open(CalendarDate day, Situation situation)
    {
        var open = DayWindow.WholeDay;
        if (situation.Request.Channel == Channel.Letter || situation.Customer.Consents.Count == 0)
        {
            return open;
        }

        foreach (var wish in situation.Consents(ConsentKind.Preference, day))
        {
            if (wish.Window is { } window)
            {
                open = DayWindow.Intersect(open, [window]);
            }
        }

        return open;
    }

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) => situation.Customer.Consents.Count == 0
        ? fromUtc
        : new PermittedWindows(situation.Clocks, day => Open(day, situation)).FirstFrom(fromUtc, ContactCourtesy.HorizonDays);

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        var local = situation.Clocks.Select(clock => clock.ToLocal(atUtc))
            .First(time => !Open(CalendarDate.Of(time), situation).Any(window => window.Contains(time.TimeOfDay)));
        var open = Open(CalendarDate.Of(local), situation);
        return open.Count == 0
            ? new Objection(situation.Pack.CustomerWindow, "CustomerWindowEmpty", [local])
            : new Objection(situation.Pack.CustomerWindow, "CustomerWindow", [local, open]);
    }
}
