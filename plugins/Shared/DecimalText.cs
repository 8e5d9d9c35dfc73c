using System;
using System.Globalization;

namespace Crm.Extensions.Shared;

/// <summary>Decimals as text for files, of no language: a point, no separators, half of the last place away from zero.</summary>
/// <remarks>The same as the formats 0.00 and 0.###### give, many times as fast: a close writes millions of figures.</remarks>
internal static class DecimalText
{
    private const int CentPlaces = 2;
    private const int FigurePlaces = 6;

    // beyond it a whole number of millionths may not fit into 64 bits
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>Two decimals always: 12.50.</summary>
    public static string Money(decimal amount) =>
        amount is > -Largest and < Largest ? Text(Units(amount, CentPlaces, 100m), CentPlaces, CentPlaces) : amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Up to six decimals, none that say nothing: 12.5.</summary>
    public static string Figure(decimal figure) =>
        figure is > -Largest and < Largest ? Text(Units(figure, FigurePlaces, 1_000_000m), FigurePlaces, 0) : figure.ToString("0.######", CultureInfo.InvariantCulture);

    private static long Units(decimal value, int places, decimal scale) => (long)(Math.Round(value, places, MidpointRounding.AwayFromZero) * scale);

    private static string Text(long units, int places, int kept)
    {
        var isNegative = units < 0;
        var rest = isNegative ? -units : units;
        while (places > kept && rest % 10 == 0)
        {
            rest /= 10;
            places--;
        }

        var letters = new char[24];
        var at = letters.Length;
        for (var place = 0; rest > 0 || place <= places; place++)
        {
            if (place == places && places > 0) letters[--at] = '.';
            letters[--at] = (char)('0' + (rest % 10));
            rest /= 10;
        }

        if (isNegative) letters[--at] = '-';
        return new string(letters, at, letters.Length - at);
    }
}
