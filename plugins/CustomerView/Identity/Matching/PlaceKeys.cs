using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Keys of addresses and of organisations' names.</summary>
internal static class PlaceKeys
{
    private const int MostWords = 4;
    private const int ShortestWord = 3;

    public static void Write(NormalRecord record, KeyText key)
    {
        if (record.Street.Length > 0)
        {
            var longest = Longest(record.Street);
            if (record.StreetNumber is { } number) key.Begin("house").AddSound(longest).Add(number).End();
            if (record.Postcode is { } postcode) key.Begin("street").AddSound(longest).Add(postcode).End();
        }

        if (record.Postcode is { } area)
        {
            key.Begin("postcode").Add(area).End();
            if (record.BirthDate is { } birth) key.Begin("postyear").Add(area).Add(birth.Year).End();
        }

        if (record.Postcode is { } code && record.StreetNumber is { } house) key.Begin("door").Add(code).Add('|').Add(house).End();
        if (record.Company is not { } company) return;

        key.Begin("company").Add(company).End();
        var words = company.Split(' ');
        for (var at = 0; at < words.Length && at < MostWords; at++)
        {
            if (words[at].Length < ShortestWord) continue;

            key.Begin("companyword").AddSound(words[at]).End();
            if (at > 0) key.Begin("companywords").AddSound(words[at - 1]).AddSound(words[at]).End();
        }
    }

    private static string Longest(string[] words)
    {
        var longest = words[0];
        foreach (var word in words)
        {
            if (word.Length > longest.Length) longest = word;
        }

        return longest;
    }
}
