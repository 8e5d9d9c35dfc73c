using System;
using System.Globalization;

namespace Crm.Extensions.Cli.Unify.People;

/// <summary>Where somebody lives.</summary>
internal sealed record Place(string Street, string StreetNumber, string City, string State, string Postcode)
{
    private static readonly string[][] MexicanCities =
        [["Ciudad de México", "CDMX", "0"], ["Guadalajara", "Jalisco", "44"], ["Monterrey", "Nuevo León", "64"], ["Puebla", "Puebla", "72"], ["Tijuana", "Baja California", "22"], ["Mérida", "Yucatán", "97"]];

    private static readonly string[][] ColombianCities =
        [["Bogotá", "Cundinamarca", "110"], ["Medellín", "Antioquia", "050"], ["Cali", "Valle del Cauca", "760"], ["Barranquilla", "Atlántico", "080"], ["Bucaramanga", "Santander", "680"]];

    private static readonly string[][] SpanishCities =
        [["Madrid", "Madrid", "28"], ["Barcelona", "Barcelona", "08"], ["Valencia", "Valencia", "46"], ["Sevilla", "Sevilla", "41"], ["Bilbao", "Vizcaya", "48"], ["Zaragoza", "Zaragoza", "50"]];

    public static Place Make(Random random, string country)
    {
        var city = NamePool.Pick(random, country switch { "MX" => MexicanCities, "CO" => ColombianCities, _ => SpanishCities });
        var street = country == "CO"
            ? NamePool.Pick(random, ["Calle", "Carrera", "Diagonal"]) + " " + Number(random.Next(1, 180))
            : NamePool.Pick(random, ["Calle", "Avenida", "Paseo"]) + " " + NamePool.Surname(random);
        var number = country == "CO" ? Number(random.Next(1, 99)) + "-" + Number(random.Next(1, 99)) : Number(random.Next(1, 900));
        var digits = country == "CO" ? 6 : 5;
        var postcode = city[2] + random.Next(0, 100_000).ToString("D6", CultureInfo.InvariantCulture)[(city[2].Length + 6 - digits)..];
        return new Place(street, number, city[0], city[1], postcode);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
