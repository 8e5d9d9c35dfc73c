using System.Globalization;
using Crm.Extensions.Platform;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Collections.Wording;

/// <summary>Amounts and days as the customer writes them, whatever the machine's culture.</summary>
internal sealed class CustomerFormat
{
    private static readonly Texts Calendar = new("Crm.Extensions.Collections.Rules.Messages");

    private readonly Language language;
    private readonly string country;

    /// <param name="country">ISO 3166-1 alpha-2, may be empty.</param>
    public CustomerFormat(Language language, string country)
    {
        this.language = language;
        this.country = country;
    }

    /// <summary>"MXN 3,500.40", "COP 350.000", "350,00 EUR": the currency's code, because "$" is the sign of a dozen of them.</summary>
    public string Amount(decimal amount, string currency)
    {
        // cents that nobody pays with are left out where there are none
        var whole = decimal.Truncate(amount) == amount && currency is "COP" or "CLP" or "PYG" or "JPY";
        var text = amount.ToString(whole ? "N0" : "N2", Numbers(country));
        return currency.Length == 0 ? text : country == "ES" ? text + " " + currency : currency + " " + text;
    }

    /// <summary>"sábado 17 de octubre de 2026"; "Saturday 17 October 2026"; in the United States "Saturday, October 17, 2026".</summary>
    public string Day(CalendarDate day)
    {
        var weekday = Calendar.Write(language, "Days").Split('|')[(int)day.DayOfWeek];
        var month = Calendar.Write(language, "Months").Split('|')[day.Month - 1];
        return language == Language.English && country == "US"
            ? string.Format(CultureInfo.InvariantCulture, "{0}, {1} {2}, {3}", weekday, month, day.Day, day.Year)
            : Calendar.Write(language, "DateFormat", weekday, day.Day.ToString(CultureInfo.InvariantCulture), month, day.Year.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Decimal commas as in Spain and most of South America; points as in Mexico, Peru, the United States and the United Kingdom.</summary>
    private static NumberFormatInfo Numbers(string country)
    {
        var comma = country is "ES" or "CO" or "CL" or "AR" or "BR" or "EC" or "VE";
        return new NumberFormatInfo
        {
            NumberDecimalSeparator = comma ? "," : ".",
            NumberGroupSeparator = comma ? "." : ",",
            NumberGroupSizes = [3],
            NumberNegativePattern = 1,
        };
    }
}
