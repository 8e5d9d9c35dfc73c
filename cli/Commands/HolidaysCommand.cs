using System.CommandLine;
using System.Globalization;
using System.IO;
using Crm.Extensions.Cli.Courtesy;
using Crm.Extensions.Collections.Packs;
using CsvHelper;

namespace Crm.Extensions.Cli.Commands;

/// <summary><c>crmx holidays</c>: the holidays of a country as CSV, by the rules that the country pack carries.</summary>
internal static class HolidaysCommand
{
    private const int FirstYear = 1900;
    private const int LastYear = 2299;

    public static Command Create()
    {
        var country = new Option<string>("--country") { Description = "ISO code: " + string.Join(", ", CountryPacks.Countries) + ".", Required = true };
        var year = new Option<int?>("--year") { Description = "The year; or give --from and --to." };
        var from = new Option<int?>("--from") { Description = "First year." };
        var to = new Option<int?>("--to") { Description = "Last year." };
        var calendar = new Option<string>("--calendar") { Description = "public (the people's holidays) or bank (days without settlement, weekends apart).", DefaultValueFactory = _ => "public" };
        var command = new Command("holidays", "Prints country,date,name.") { country, year, from, to, calendar };
        command.SetAction(parse => Faults.Told(() => Run(
            parse.GetRequiredValue(country),
            parse.GetValue(year) ?? parse.GetValue(from) ?? throw new InvalidDataException("Please give --year, or --from and --to."),
            parse.GetValue(year) ?? parse.GetValue(to) ?? throw new InvalidDataException("Please give --to, the last year."),
            parse.GetRequiredValue(calendar), parse.InvocationConfiguration.Output)));
        return command;
    }

    private static int Run(string country, int from, int to, string calendar, TextWriter output)
    {
        var pack = CourtesyQuestion.Pack(country);
        if (from < FirstYear || to > LastYear || from > to) throw new InvalidDataException($"Years must lie between {FirstYear} and {LastYear}, the first before the last.");
        var days = calendar switch
        {
            "public" => pack.PublicHolidays,
            "bank" => pack.BankHolidays,
            _ => throw new InvalidDataException($"'{calendar}' is no calendar. Known: public, bank."),
        };

        using var csv = new CsvWriter(output, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var heading in (string[])["country", "date", "name"]) csv.WriteField(heading);
        csv.NextRecord();
        for (var year = from; year <= to; year++)
        {
            foreach (var day in days.In(year))
            {
                csv.WriteField(pack.Country);
                csv.WriteField(day.Date.ToString());
                csv.WriteField(day.Name);
                csv.NextRecord();
            }
        }

        return 0;
    }
}
