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
    /// <param name="monday">First day of the week that is replayed; the last statement is due about it.</param>
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
        var lastDue = CardLedger.LastDue(number, monday);
        var statements = new List<DemoStatement>(6);
        for (var back = 5; back >= 0; back--)
        {
            var billed = Math.Round(limit * random.Next(1, 60) / 100m, 2);
            var paid = back <= monthsLate ? 0m : kind == 2 ? Math.Round(billed * random.Next(5, 60) / 100m, 2) : billed;
            statements.Add(new DemoStatement(lastDue.AddMonths(-back), billed, paid));
        }

        var reference = "CRX-" + number.ToString("D6", CultureInfo.InvariantCulture);
        return new DemoObligation(reference, "Tarjeta de crédito", limit, statements[^1].Billed, monthsLate, statements)
        {
            // one in eight who is up to date now was not a month ago
            MonthsLateBefore = monthsLate > 0 ? monthsLate - 1 : random.Next(8) == 0 ? 1 : 0,
            IsPunctual = kind < 2,
            Ledger = CardLedger.Of(number, reference, statements, monthsLate, paysInFull: kind < 2, statements[^1].Billed / 10, monday),
        };
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
