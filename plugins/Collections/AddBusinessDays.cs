using System;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Collections.Packs;
using Crm.Extensions.Platform;
using Crm.Extensions.Platform.Registration;
using Crm.Extensions.Shared;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.Collections;

/// <summary>Answers what day lies so many business days from another in a country.</summary>
[CustomApi("crmx_AddBusinessDays", "prvReadcrmx_Obligation",
    Workflow = true,
    DisplayName = "Add business days",
    DisplayNameSpanish = "Sumar días hábiles",
    Description = "Tells the day that lies so many business days after (or before) another in a country, and the holidays passed over.",
    DescriptionSpanish = "Dice qué día cae tantos días hábiles después (o antes) de otro en un país, y los festivos que se saltan.")]
[RequestParameter("Country", ParameterType.String, DisplayName = "Country", DisplayNameSpanish = "País",
    Description = "ISO code of the country, for example CO.", DescriptionSpanish = "Código ISO del país, por ejemplo CO.")]
[RequestParameter("Date", ParameterType.DateTime, DisplayName = "Date", DisplayNameSpanish = "Fecha",
    Description = "The day to count from; its time is left aside.", DescriptionSpanish = "El día desde el que se cuenta; la hora no se considera.")]
[RequestParameter("Days", ParameterType.Integer, DisplayName = "Days", DisplayNameSpanish = "Días",
    Description = "Business days to add, -2600 to 2600; 0 gives the day itself or the next business day.",
    DescriptionSpanish = "Días hábiles que se suman, -2600 a 2600; 0 da el mismo día o el siguiente día hábil.")]
[RequestParameter("Calendar", ParameterType.String, Optional = true, DisplayName = "Calendar", DisplayNameSpanish = "Calendario",
    Description = "bank (days on which banks settle) or public (the people's working days); bank if left out.",
    DescriptionSpanish = "bank (días en que los bancos liquidan) o public (días laborables de la gente); bank si se omite.")]
[ResponseProperty("Result", ParameterType.DateTime, DisplayName = "Result", DisplayNameSpanish = "Resultado",
    Description = "That day, at 00:00 UTC.", DescriptionSpanish = "Ese día, a las 00:00 UTC.")]
[ResponseProperty("Details", ParameterType.String, DisplayName = "Details", DisplayNameSpanish = "Detalles",
    Description = "Calendar, authority and the holidays passed over, as JSON.", DescriptionSpanish = "Calendario, fundamento y festivos que se saltan, en JSON.")]
public sealed class AddBusinessDays : CustomApi
{
    /// <summary>Ten years: beyond them holidays are a guess, and nothing is due.</summary>
    private const int MostDays = 2600;

    private static readonly CalendarDate First = new(1900, 1, 1);
    private static readonly CalendarDate Last = new(2299, 12, 31);

    /// <inheritdoc/>
    protected override void Execute(ApiCall call)
    {
        var country = call.Input<string>("Country");
        var pack = CountryPacks.Find(country) ?? throw Refuse(call, "UnknownCountry", country, string.Join(", ", CountryPacks.Countries));
        var calendar = call.Input("Calendar", "bank");
        var holidays = calendar switch
        {
            "bank" => pack.BankHolidays,
            "public" => pack.PublicHolidays,
            _ => throw Refuse(call, "UnknownCalendar", calendar),
        };
        var days = call.Input<int>("Days");
        if (days is < -MostDays or > MostDays) throw Refuse(call, "TooManyDays", MostDays);

        var from = CalendarDate.Of(call.Input<DateTime>("Date"));
        if (from < First || from > Last) throw Refuse(call, "DateOutOfReach", First, Last);

        var result = new BusinessDays(holidays).Add(from, days);
        call.Output("Result", DateTime.SpecifyKind(result.Midnight, DateTimeKind.Utc));
        call.Output("Details", BusinessDayJson.Write(new BusinessDayFile
        {
            Country = pack.Country,
            Calendar = calendar,
            Source = (calendar == "bank" ? pack.BankHolidaySource : pack.PublicHolidaySource).Text,
            From = from.ToString(),
            Days = days,
            Result = result.ToString(),
            PassedOver =
            [
                .. holidays.Between(from < result ? from : result, from < result ? result : from)
                    .Where(holiday => holiday.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                    .Select(holiday => new PassedOverFile { Date = holiday.Date.ToString(), Name = holiday.Name }),
            ],
            PackVersion = pack.Version,
        }));
    }

    private static InvalidPluginExecutionException Refuse(ApiCall call, string text, params object[] facts) =>
        new(CalendarTexts.Write(call.Language, text, [.. facts.Select(fact => (object)Convert.ToString(fact, CultureInfo.InvariantCulture)!)]));
}
