using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Crm.Extensions.Cli.Unify.People;

/// <summary>Somebody as he truly is; what departments write of him is another matter.</summary>
internal sealed record Person(
    string Country, string GivenName, string FamilyName, string SecondFamilyName, DateTime BirthDate, string Email, string Phone, string NationalId, Place Home)
{
    private static readonly string[] Providers = ["gmail.com", "hotmail.com", "yahoo.com", "outlook.com", "icloud.com", "empresa.com.mx", "correo.com.co", "telefonica.net"];

    public static Person Make(Random random)
    {
        var country = NamePool.Pick(random, ["MX", "MX", "MX", "CO", "CO", "ES"]);
        return Make(random, country, NamePool.Surname(random), NamePool.Surname(random), Place.Make(random, country), Phones(random, country));
    }

    /// <summary>A child, brother or sister: the same home, surnames and often the same phone; sometimes the same e-mail.</summary>
    public Person Relative(Random random)
    {
        var other = Make(random, Country, FamilyName, SecondFamilyName, Home, random.Next(2) == 0 ? Phone : Phones(random, Country));
        return random.Next(3) == 0 ? other with { Email = Email } : other;
    }

    public Person Moved(Random random) => this with { Home = Place.Make(random, Country) };

    private static Person Make(Random random, string country, string family, string second, Place home, string phone)
    {
        var given = NamePool.Given(random, random.Next(2) == 0);
        var birth = new DateTime(1940, 1, 1).AddDays(random.Next(24_000));
        var mail = $"{Plain(given.Split(' ')[0])}.{Plain(family)}{random.Next(10_000).ToString(CultureInfo.InvariantCulture)}@{NamePool.Pick(random, Providers)}";
        return new Person(country, given, family, second, birth, mail, phone, Document(random, country), home);
    }

    private static string Phones(Random random, string country) => country switch
    {
        "MX" => "55" + random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture),
        "CO" => "31" + random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture),
        _ => "6" + random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A number of identity: Spain's DNI with its letter, Colombia's cédula; Mexico's CURP is made of the name, and left out.</summary>
    private static string Document(Random random, string country)
    {
        var number = random.Next(10_000_000, 99_999_999);
        return country switch
        {
            "ES" => number.ToString(CultureInfo.InvariantCulture) + "TRWAGMYFPDXBNJZSQVHLCKE"[number % 23],
            "CO" => "CC 10" + number.ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
    }

    private static string Plain(string name) => string.Concat(name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant));
}
