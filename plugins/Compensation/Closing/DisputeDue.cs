using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Until when a dispute must be answered: so many of the people's working days in the worker's country; where its holidays are not known, Monday to Friday.</summary>
internal static class DisputeDue
{
    /// <summary>Environment variable: business days to answer a dispute.</summary>
    public const string Variable = "crmx_DisputeDays";
    public const int Default = 10;

    public static CalendarDate Of(string country, CalendarDate asked, int days)
    {
        if (CountryPacks.Find(country) is { } pack) return new BusinessDays(pack.PublicHolidays).Add(asked, days);

        var day = asked;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (System.DayOfWeek.Saturday or System.DayOfWeek.Sunday)) left--;
        }

        return day;
    }
}
