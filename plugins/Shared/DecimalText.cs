using System;
using System.Globalization;
using System.Text;

namespace Crm.Extensions.Shared;

/// <summary>Decimals as text for files, of no language: a point, no separators, half of the last place away from zero.</summary>
/// <remarks>The same as the formats 0.00 and 0.###### give, many times as fast: a close writes millions of figures.</remarks>
internal static class DecimalText
{
    private const int CentPlaces = 2;
    private const int FigurePlaces = 6;

    /// <summary>How long a scratch of letters has to be.</summary>
    public const int MostLetters = 24;

    // beyond it a whole number of millionths may not fit into 64 bits
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>Two decimals always: 12.50.</summary>
    public static string Money(decimal amount)
    {
        var letters = new char[MostLetters];
        var from = MoneyInto(letters, amount);
        return from < 0 ? LargeMoney(amount) : new string(letters, from, MostLetters - from);
    }

    /// <summary>Up to six decimals, none that say nothing: 12.5.</summary>
    public static string Figure(decimal figure)
    {
        var letters = new char[MostLetters];
        var from = FigureInto(letters, figure);
        return from < 0 ? LargeFigure(figure) : new string(letters, from, MostLetters - from);
    }

    /// <summary>Adds money to a text that is being built.</summary>
    /// <param name="scratch">Of <see cref="MostLetters"/>.</param>
    public static StringBuilder AppendMoney(this StringBuilder text, decimal amount, char[] scratch)
    {
        var from = MoneyInto(scratch, amount);
        return from < 0 ? text.Append(LargeMoney(amount)) : text.Append(scratch, from, MostLetters - from);
    }

    /// <summary>Adds a figure to a text that is being built.</summary>
    /// <param name="scratch">Of <see cref="MostLetters"/>.</param>
    public static StringBuilder AppendFigure(this StringBuilder text, decimal figure, char[] scratch)
    {
        var from = FigureInto(scratch, figure);
        return from < 0 ? text.Append(LargeFigure(figure)) : text.Append(scratch, from, MostLetters - from);
    }

    /// <summary>Writes money at the end of a scratch.</summary>
    /// <returns>Where it begins; below zero: it is too large for that.</returns>
    public static int MoneyInto(char[] scratch, decimal amount) => amount is > -Largest and < Largest ? Write(scratch, Units(amount, CentPlaces, 100m), CentPlaces, CentPlaces) : -1;

    /// <summary>Writes a figure at the end of a scratch.</summary>
    /// <returns>Where it begins; below zero: it is too large for that.</returns>
    public static int FigureInto(char[] scratch, decimal figure) => figure is > -Largest and < Largest ? Write(scratch, Units(figure, FigurePlaces, 1_000_000m), FigurePlaces, 0) : -1;

    private static string LargeMoney(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string LargeFigure(decimal figure) => figure.ToString("0.######", CultureInfo.InvariantCulture);

    private static long Units(decimal value, int places, decimal scale) => (long)(Math.Round(value, places, MidpointRounding.AwayFromZero) * scale);

    // from the last digit backwards
    private static int Write(char[] letters, long units, int places, int kept)
    {
        var isNegative = units < 0;
        var rest = isNegative ? -units : units;
        while (places > kept && rest % 10 == 0)
        {
            rest /= 10;
            places--;
        }

        var at = MostLetters;
        for (var place = 0; rest > 0 || place <= places; place++)
        {
            if (place == places && places > 0) letters[--at] = '.';
            letters[--at] = (char)('0' + (rest % 10));
            rest /= 10;
        }

        if (isNegative) letters[--at] = '-';
        return at;
    }
}
