using System;
using System.Collections.Generic;
using System.Globalization;

namespace Crm.Extensions.Cli.Unify.People;

/// <summary>Writes people down as departments do: with typing errors, pet names, one surname of two, parts in the wrong column, and much left out.</summary>
internal static class Clerk
{
    private static readonly Dictionary<string, string> PetNames = new(StringComparer.Ordinal)
    {
        ["José"] = "Pepe", ["Francisco"] = "Paco", ["Guillermo"] = "Memo", ["Guadalupe"] = "Lupe", ["Ignacio"] = "Nacho", ["Concepción"] = "Concha", ["Dolores"] = "Lola",
        ["Jesús"] = "Chucho", ["Rosario"] = "Charo", ["Enrique"] = "Quique", ["Alejandro"] = "Alex", ["Roberto"] = "Beto", ["Josefa"] = "Pepa", ["Manuel"] = "Manolo",
        ["Isabel"] = "Chabela", ["Teresa"] = "Tere", ["Eduardo"] = "Lalo", ["Gonzalo"] = "Chalo", ["Mercedes"] = "Meche", ["Rafael"] = "Rafa",
    };

    /// <summary>Recordid and truth apart, in the order of <see cref="PeopleFile.Columns"/>.</summary>
    /// <param name="faithful">The first time somebody is written down, few mistakes are made.</param>
    public static string[] Write(Random random, Person person, bool faithful)
    {
        var rate = faithful ? 2 : 9;
        var given = random.Next(100) < rate && PetNames.TryGetValue(person.GivenName.Split(' ')[0], out var pet) ? pet : person.GivenName;
        if (random.Next(100) < rate * 2) given = given.Split(' ')[0];
        var family = person.FamilyName;
        var second = random.Next(100) < rate * 3 ? "" : person.SecondFamilyName;
        if (random.Next(100) < rate / 2) (given, family) = (family, given);
        else if (second.Length > 0 && random.Next(100) < rate / 2) (family, second) = (second, family);
        var home = random.Next(100) < rate ? Place.Make(random, person.Country) : person.Home;
        var email = random.Next(100) < rate ? person.Email.Replace("@", random.Next(100).ToString(CultureInfo.InvariantCulture) + "@", StringComparison.Ordinal) : person.Email;
        var birth = person.BirthDate;
        if (random.Next(100) < rate / 2 && birth.Day <= 12) birth = new DateTime(birth.Year, birth.Day, birth.Month);
        return
        [
            Typed(random, given, rate),
            Typed(random, family, rate),
            Typed(random, second, rate),
            Missing(random, 25) ?? Typed(random, birth.ToString(random.Next(4) == 0 ? "dd/MM/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture), rate / 3),
            Missing(random, 30) ?? Typed(random, email, rate / 2),
            Missing(random, 30) ?? Typed(random, person.Phone, rate / 2),
            Missing(random, 60) ?? Typed(random, person.NationalId, rate / 3),
            Missing(random, 20) ?? Typed(random, home.Street, rate),
            Missing(random, 25) ?? home.StreetNumber,
            Missing(random, 10) ?? Typed(random, home.City, rate / 2),
            Missing(random, 30) ?? home.State,
            Missing(random, 30) ?? Typed(random, home.Postcode, rate / 2),
            person.Country,
        ];
    }

    private static string? Missing(Random random, int inHundred) => random.Next(100) < inHundred ? "" : null;

    /// <summary>A letter dropped, doubled, changed or swapped with its neighbour; accents lost; capitals.</summary>
    private static string Typed(Random random, string text, int inHundred)
    {
        if (text.Length < 3 || random.Next(100) >= inHundred) return text;
        var at = random.Next(text.Length - 1);
        return random.Next(6) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            3 => text[..at] + (char.IsAsciiDigit(text[at]) ? (char)('0' + random.Next(10)) : (char)('a' + random.Next(26))) + text[(at + 1)..],
            4 => text.ToUpperInvariant(),
            _ => text.Replace('á', 'a').Replace('é', 'e').Replace('í', 'i').Replace('ó', 'o').Replace('ú', 'u').Replace('ñ', 'n'),
        };
    }
}
