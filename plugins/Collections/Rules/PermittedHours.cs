using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>Hours in which a customer may be contacted, at the customer's own clock.</summary>
/// <remarks>
/// Half-open: a call at 19:00:00 is outside 07:00–19:00. Sources: Ley 2300 de 2023, arts. 3 and 5 (Colombia); CONDUSEF and Profeco (Mexico);
/// Ley 19.496, art. 37 and CPC art. 59 (Chile); Ley 29571, art. 62 (Peru); state laws (Brazil); LODC art. 49 (Ecuador); LGDCU art. 96.2 (Spain).
/// A weekday without hours is closed; public holidays are <see cref="PublicHolidays"/>' own matter.
/// </remarks>
internal sealed class PermittedHours : IHoursRule
{
    public string Id => RuleIds.PermittedHours;

    public IReadOnlyList<DayWindow> Open(CalendarDate day, Situation situation)
    {
        var weekday = (int)day.DayOfWeek;
        IReadOnlyList<DayWindow>? all = null;
        foreach (var value in situation.Values.Hours)
        {
            if (value.Scope.HoldsOn(day))
            {
                var own = WithWaivers(value, weekday, day, situation);
                all = all is null ? own : DayWindow.Intersect(all, own);
            }
        }

        var open = all ?? DayWindow.WholeDay;
        return situation.Request.Channel == Channel.Letter || situation.Policy.For(Id)?.Week?[weekday] is not { } house
            ? open
            : DayWindow.Intersect(open, house);
    }

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        new PermittedWindows(situation.Clocks, day => Open(day, situation)).FirstFrom(fromUtc, ContactCourtesy.HorizonDays);

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        foreach (var clock in situation.Clocks)
        {
            var local = clock.ToLocal(atUtc);
            var day = CalendarDate.Of(local);
            var open = Open(day, situation);
            if (open.Any(window => window.Contains(local.TimeOfDay)))
            {
                continue;
            }

            var source = SourceFor(local, day, situation);
            return open.Count == 0
                ? new Objection(source, "ClosedDay", [local, day.DayOfWeek])
                : new Objection(source, "OutsideHours", [local, day.DayOfWeek, open]);
        }

        throw new InvalidOperationException("Permitted hours do not object to this instant.");
    }

    /// <summary>A waiver adds hours to a day that has some; it opens no Sunday and no holiday, of which it says nothing.</summary>
    private static IReadOnlyList<DayWindow> WithWaivers(PermittedHoursValue value, int weekday, CalendarDate day, Situation situation)
    {
        var open = value.Week[weekday];
        if (value.Waiver is null || open.Count == 0 || situation.Customer.Consents.Count == 0)
        {
            return open;
        }

        foreach (var waiver in situation.Consents(ConsentKind.HoursWaiver, day))
        {
            if (waiver.Window is { } window && waiver.SignedOn is { } signed && waiver.ContractSignedOn is { } contract && signed > contract && signed <= day)
            {
                open = DayWindow.Union(open, [window]);
            }
        }

        return open;
    }

    /// <summary>The law where the law objects, else the house.</summary>
    private static RuleSource SourceFor(DateTime local, CalendarDate day, Situation situation)
    {
        foreach (var value in situation.Values.Hours)
        {
            if (value.Scope.HoldsOn(day)
                && !WithWaivers(value, (int)day.DayOfWeek, day, situation).Any(window => window.Contains(local.TimeOfDay)))
            {
                return value.Source;
            }
        }

        return HousePolicy.Source;
    }
}
