using System;
using System.IO;
using System.Linq;
using Crm.Extensions.Cli.Courtesy;
using Crm.Extensions.Collections;
using Crm.Extensions.Collections.Packs;
using Xunit;

namespace Crm.Extensions.Tests.Rules;

public class CountryPackTests
{
    [Theory]
    [InlineData("AR")]
    [InlineData("BR")]
    [InlineData("CL")]
    [InlineData("CO")]
    [InlineData("EC")]
    [InlineData("ES")]
    [InlineData("GB")]
    [InlineData("MX")]
    [InlineData("PE")]
    [InlineData("US")]
    [InlineData("VE")]
    public void What_ships_has_no_mistake(string country) => Assert.Empty(PackCheck.Problems(country + ".json", Json(country)));

    [Fact]
    public void Every_pack_that_ships_is_checked_here() => Assert.Equal(["AR", "BR", "CL", "CO", "EC", "ES", "GB", "MX", "PE", "US", "VE"], CountryPacks.Countries);

    [Theory]
    [InlineData("\"saturday\"", "\"caturday\"", "unknown weekday 'caturday'")]
    [InlineData("\"08:00-15:00\"", "\"08:00-15:00\", \"14:00-16:00\"", "overlap")]
    [InlineData("\"08:00-15:00\"", "\"15:00-08:00\"", "is no window of hours")]
    [InlineData("\"source\": \"collection\", \"validFrom\"", "\"validFrom\"", "no source")]
    [InlineData("\"source\": \"collection\"", "\"source\": \"rumour\"", "unknown source 'rumour'")]
    [InlineData("\"validFrom\": \"2023-10-10\"", "\"validFrom\": \"2023-13-10\"", "is no date")]
    [InlineData("\"validFrom\": \"2023-10-10\"", "\"validFrom\": \"2023-10-10\", \"validUntil\": \"2023-10-09\"", "ends before it begins")]
    [InlineData("\"phonecall\"", "\"fonecall\"", "unknown Channel 'fonecall'")]
    [InlineData("\"purposes\": [\"collection\"", "\"purposes\": [\"dunning\"", "unknown Purpose 'dunning'")]
    [InlineData("\"max\": 1", "\"max\": 0", "'max' must be 1 or more")]
    [InlineData("\"countsFrom\": \"attempted\"", "\"countsFrom\": \"planned\"", "is no way to count")]
    [InlineData("\"openOnHolidays\"", "\"openOnHollidays\"", "unknown member 'openOnHollidays'")]
    [InlineData("\"month\": 7, \"day\": 20", "\"month\": 7, \"day\": 32", "a holiday is")]
    [InlineData("SA Pacific Standard Time", "Bogota Time", "unknown time zone")]
    [InlineData("\"version\": \"CO-2026.11\",", "\"version\": \"CO-2026.11\"", "this is not JSON")]
    public void A_mistake_is_named_with_its_file_and_line(string right, string wrong, string problem)
    {
        var json = Json("CO");
        var at = json.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, "The pack no longer holds " + right);

        var found = PackCheck.Problems("CO.json", json[..at] + wrong + json[(at + right.Length)..]);

        // a missing comma or member shows on the line of the next token or of the object, so within two lines
        var line = json[..at].Count(letter => letter == '\n') + 1;
        Assert.Contains(found, text => text.Contains(problem, StringComparison.Ordinal)
            && Enumerable.Range(line - 1, 3).Any(near => text.StartsWith($"CO.json({near}): ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("BR", "\"states\": [\"SP\"]", "\"states\": [\"XX\"]", "unknown state 'XX'")]
    [InlineData("BR", "\"code\": \"AL\"", "\"code\": \"AC\"", "stands twice")]
    [InlineData("BR", "[\"Alagoas\"]", "[\"Acre\"]", "'Acre' stands twice")]
    [InlineData("BR", "\"timeZones\": [\"Tocantins Standard Time\"]", "\"timeZones\": [\"Argentina Standard Time\"]", "is no zone of the country")]
    [InlineData("CL", "\"days\": 2", "\"days\": 0", "'days' must be 1 to 366")]
    [InlineData("CL", "\"countedChannels\": [\"phonecall\"", "\"countedChannels\": [\"fonecall\"", "unknown Channel 'fonecall'")]
    [InlineData("CL", "\"counted\": [\"collection\", \"reminder\", \"promise\"],", "", "'counted' is missing")]
    [InlineData("CL", "\"months\": 24", "\"months\": 0", "'months' must be 1 to 600")]
    [InlineData("EC", "\"perChannel\": true", "\"perChannel\": 1", "'perChannel' must be true or false")]
    [InlineData("ES", "\"liftedBy\": \"marketingconsent\"", "\"liftedBy\": \"nod\"", "unknown consent 'nod'")]
    [InlineData("CO", "\"role\": \"guarantor\"", "\"role\": \"reference\"", "is no capacity")]
    [InlineData("CO", "\"at\": \"18:00\"", "\"at\": \"25:00\"", "is no hour")]
    [InlineData("CO", "\"method\": \"transfer\"", "\"method\": \"cash\"", "stands twice")]
    [InlineData("CO", "\"currency\": \"COP\"", "\"currency\": \"pesos\"", "is no ISO 4217 code")]
    [InlineData("CO", "\"noticeDays\": 30", "\"noticeDays\": \"soon\"", "'noticeDays' must be 0 to 366")]
    [InlineData("CO", "\"escapeSource\": \"house\", ", "", "no escapeSource")]
    [InlineData("CO", "\"noticeDays\": 30", "\"validFrom\": \"2026-01-01\", \"noticeDays\": 30", "must hold on every day")]
    [InlineData("CO", "\"sameDayNotice\": true", "\"sameDayNotice\": \"yes\"", "'sameDayNotice' must be true or false")]
    [InlineData("CO", "\"days\": 1, \"source\": \"collection\"", "\"days\": 400, \"source\": \"collection\"", "'days' must be 0 to 366")]
    public void A_mistake_in_the_newer_members_is_named_too(string country, string right, string wrong, string problem)
    {
        var json = Json(country);
        var at = json.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, "The pack no longer holds " + right);

        Assert.Contains(
            PackCheck.Problems(country + ".json", json[..at] + wrong + json[(at + right.Length)..]),
            text => text.StartsWith(country + ".json(", StringComparison.Ordinal) && text.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_value_of_a_pack_names_its_authority()
    {
        foreach (var pack in CountryPacks.Countries.Select(country => CountryPacks.Find(country)!))
        {
            Assert.All(pack.Hours.Select(value => value.Source), source => Assert.NotEmpty(source.Text));
            Assert.All(pack.Caps.Select(value => value.Source), source => Assert.NotEmpty(source.Text));
            Assert.All(Enum.GetValues<Purpose>(), purpose => Assert.True(
                pack.ExemptionOf(purpose) is not null || pack.Hours.Any(value => value.Scope.Covers(Channel.PhoneCall, purpose)), $"{pack.Country} says nothing of {purpose}"));
        }
    }

    [Theory]
    [InlineData("co", "CO")]
    [InlineData("MX", "MX")]
    [InlineData("CO-DC", "CO")]
    [InlineData("ZZ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_pack_is_found_by_its_country(string? country, string? found) => Assert.Equal(found, CountryPacks.Find(country)?.Country);

    private static string Json(string country)
    {
        using var stream = typeof(CountryPacks).Assembly.GetManifestResourceStream($"Crm.Extensions.Collections.Packs.{country}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
