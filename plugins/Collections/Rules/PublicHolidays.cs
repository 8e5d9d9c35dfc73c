using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections;

/// <summary>No contact on a public holiday of the customer's country, nor on a day that the house has closed.</summary>
/// <remarks>Binds what the permitted hours bind. Sources: Ley 2300 de 2023, art. 3 (Colombia); working days, CONDUSEF and Profeco (Mexico).</remarks>
internal sealed class PublicHolidays : IHoursRule
{
    public string Id => RuleIds.PublicHoliday;

    public IReadOnlyList<DayWindow> Open(CalendarDate day, Situation situation) =>
        ClosedByLaw(day, situation) is not null || ClosedByHouse(day, situation) ? DayWindow.None : DayWindow.WholeDay;

    public DateTime? FirstPermitted(DateTime fromUtc, Situation situation) =>
        new PermittedWindows(situation.Clocks, day => Open(day, situation)).FirstFrom(fromUtc, ContactCourtesy.HorizonDays);

    public Objection Explain(DateTime atUtc, Situation situation)
    {
        var day = situation.Clocks.Select(clock => clock.DateAt(atUtc)).First(date => Open(date, situation).Count == 0);
        return ClosedByLaw(day, situation) is { } law
            ? new Objection(law.Source, "PublicHoliday", [day, law.Holidays.NameOf(day)!])
            : new Objection(HousePolicy.Source, "HouseClosed", [day]);
    }

    private static PermittedHoursValue? ClosedByLaw(CalendarDate day, Situation situation)
    {
        foreach (var value in situation.Values.Hours)
        {
            if (!value.OpenOnHolidays && value.Scope.HoldsOn(day) && value.Holidays.Contains(day))
            {
                return value;
            }
        }

        return null;
    }

    private bool ClosedByHouse(CalendarDate day, Situation situation) =>
        situation.Request.Channel != Channel.Letter && situation.Policy.For(Id) is { } house && house.ClosedDays.Contains(day);
}
