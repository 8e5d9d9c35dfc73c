using Crm.Extensions.Collections;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Roster;

/// <summary>What day it is for HR: by the clock of the tenant's country (crmx_DefaultCountry), UTC where it has none.</summary>
internal static class HouseDay
{
    public static CalendarDate Today(Execution execution) => Today(execution, "");

    /// <param name="country">Whose day it is; empty: the house's.</param>
    public static CalendarDate Today(Execution execution, string country) =>
        CustomerCalendar.Of(null, country.Trim().Length > 0 ? country.Trim() : execution.Settings.Text("crmx_DefaultCountry").Trim()).DateAt(execution.Clock.UtcNow);
}
