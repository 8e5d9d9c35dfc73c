using System;

namespace Crm.Extensions.Shared;

/// <summary>The instant at which the sun stands farthest north.</summary>
internal static class Solstice
{
    // amplitude, phase and rate (degrees; degrees per Julian century) of the periodic terms of Meeus, table 27.C
    private static readonly double[][] Terms =
    [
        [485, 324.96, 1934.136], [203, 337.23, 32964.467], [199, 342.08, 20.186], [182, 27.85, 445267.112], [156, 73.14, 45036.886], [136, 171.52, 22518.443],
        [77, 222.54, 65928.934], [74, 296.72, 3034.906], [70, 243.58, 9037.513], [58, 119.81, 33718.147], [52, 297.17, 150.678], [50, 21.02, 2281.226],
        [45, 247.54, 29929.562], [44, 325.15, 31555.956], [29, 60.93, 4443.417], [18, 155.12, 67555.328], [17, 288.79, 4562.452], [16, 198.04, 62894.029],
        [14, 199.76, 31436.921], [12, 95.39, 14577.848], [12, 287.11, 31931.756], [12, 320.81, 34777.259], [9, 227.73, 1222.114], [8, 15.45, 16859.074],
    ];

    private static readonly DateTime J2000 = new(2000, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>The June solstice, UTC, right to about two minutes (J. Meeus, Astronomical Algorithms, 2nd ed., chapter 27).</summary>
    /// <remarks>Years 1900 to 2299: farther away the difference between dynamical time and UTC, here taken as 70 seconds, is no longer small.</remarks>
    public static DateTime JuneUtc(int year)
    {
        var y = (year - 2000) / 1000d;
        var mean = 2451716.56767 + (365241.62603 * y) + (0.00325 * y * y) + (0.00888 * y * y * y) - (0.00030 * y * y * y * y);
        var t = (mean - 2451545.0) / 36525;
        var w = Radians((35999.373 * t) - 2.47);
        var lambda = 1 + (0.0334 * Math.Cos(w)) + (0.0007 * Math.Cos(2 * w));
        var sum = 0d;
        foreach (var term in Terms)
        {
            sum += term[0] * Math.Cos(Radians(term[1] + (term[2] * t)));
        }

        return J2000.AddDays(mean + (0.00001 * sum / lambda) - 2451545.0).AddSeconds(-70);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
