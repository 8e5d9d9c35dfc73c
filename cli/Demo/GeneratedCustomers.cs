using System;
using System.Collections.Generic;
using System.Globalization;

namespace Crm.Extensions.Cli.Demo;

/// <summary>Makes customers of Colombia and Mexico with six monthly statements each; the same number of them is always the same people.</summary>
internal static class GeneratedCustomers
{
    private static readonly string[] GivenNames =
    [
        "María", "José", "Guadalupe", "Juan", "Luz", "Carlos", "Ana", "Luis", "Rosa", "Andrés", "Paola", "Jorge", "Sofía", "Miguel", "Lucía", "Iván",
    ];

    private static readonly string[] Surnames =
    [
        "García", "Hernández", "Rodríguez", "Martínez", "López", "Gómez", "Pérez", "Zubizarreta", "Muñoz", "Ospina", "Castaño", "Ávila", "Núñez", "Peña", "Restrepo", "Ibarra",
    ];

    // Mexico's customers live in its four zones, most of them in the centre.
    private static readonly DemoZone[] MexicanZones =
    [
        DemoZone.MexicoCity, DemoZone.MexicoCity, DemoZone.MexicoCity, DemoZone.MexicoCity, DemoZone.MexicoCity,
        DemoZone.MexicoCity, DemoZone.MexicoCity, DemoZone.Chihuahua, DemoZone.Tijuana, DemoZone.Cancun,
    ];

    /// <param name="count">How many.</param>
    /// <param name="monday">First day of the week that is replayed; statements end before it.</param>
    public static IReadOnlyList<DemoCustomer> Make(int count, DateOnly monday)
    {
        var random = new Random(20261116);
        var customers = new List<DemoCustomer>(count);
        for (var number = 1; number <= count; number++)
        {
            var isColombian = number % 2 == 1;
            var name = string.Join(' ', Pick(GivenNames, random), Pick(Surnames, random), Pick(Surnames, random));
            var zone = isColombian ? DemoZone.Bogota : MexicanZones[random.Next(MexicanZones.Length)];
            customers.Add(new DemoCustomer(number, name, isColombian ? "CO" : "MX", zone, MakeObligation(number, monday, random)));
        }

        return customers;
    }

    private static DemoObligation MakeObligation(int number, DateOnly monday, Random random)
    {
        var limit = 10_000m * random.Next(1, 31);
        // Half pay in full, a quarter revolve, a quarter are behind by one to four months.
        var kind = random.Next(4);
        var monthsLate = kind == 3 ? random.Next(1, 5) : 0;
        var dueDay = random.Next(1, 29);
        var statements = new List<DemoStatement>(6);
        for (var back = 6; back >= 1; back--)
        {
            var month = monday.AddMonths(-back);
            var billed = Math.Round(limit * random.Next(1, 60) / 100m, 2);
            var paid = back <= monthsLate ? 0m : kind == 2 ? Math.Round(billed * random.Next(5, 60) / 100m, 2) : billed;
            statements.Add(new DemoStatement(new DateOnly(month.Year, month.Month, dueDay), billed, paid));
        }

        var reference = "CRX-" + number.ToString("D6", CultureInfo.InvariantCulture);
        return new DemoObligation(reference, "Tarjeta de crédito", limit, statements[^1].Billed, monthsLate, statements);
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
