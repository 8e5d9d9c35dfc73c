using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>
/// National numbers of the countries whose plans changed within living memory: what people still write is turned into what is dialled today. Each
/// takes digits with or without the prefixes used at home and gives the national significant number, or null.
/// </summary>
internal static class NationalNumber
{
    private static readonly HashSet<string> ArgentineThreeDigitAreas = new(StringComparer.Ordinal)
    {
        "220", "221", "223", "230", "236", "237", "249", "260", "261", "263", "264", "266", "280", "291", "294", "297", "298", "299", "336", "341", "342", "343", "345", "348",
        "351", "353", "358", "362", "364", "370", "376", "379", "380", "381", "383", "385", "387", "388",
    };

    /// <summary>Ten digits since 1 September 2021: 60 and the old area before a fixed line, 03 no longer before a mobile (CRC, Resolución 5826 de 2019).</summary>
    public static string? Colombia(string digits)
    {
        if (digits.Length == 12 && Starts(digits, "03")) digits = digits.Substring(2);
        if (digits.Length == 10 && Starts(digits, "03") && digits[2] != '0') digits = digits.Substring(2);
        if (digits.Length == 9 && digits[0] == '0') digits = digits.Substring(1);
        if (digits.Length == 8 && digits[0] is >= '1' and <= '8') digits = "60" + digits;
        return digits.Length == 10 && (digits[0] == '3' || Starts(digits, "60")) ? digits : null;
    }

    /// <summary>Ten digits; 01, 044 and 045 are no longer dialled, nor the 1 after +52 (IFT, Plan Técnico Fundamental de Numeración, in force since 3 August 2019).</summary>
    public static string? Mexico(string digits)
    {
        if (digits.Length == 13 && (Starts(digits, "044") || Starts(digits, "045"))) digits = digits.Substring(3);
        else if (digits.Length == 12 && Starts(digits, "01")) digits = digits.Substring(2);
        else if (digits.Length == 11 && digits[0] == '1') digits = digits.Substring(1);
        return digits.Length == 10 && digits[0] is not ('0' or '1') ? digits : null;
    }

    /// <summary>Nine digits from 5 to 9; no prefix (Real Decreto 2296/2004).</summary>
    public static string? Spain(string digits) => digits.Length == 9 && digits[0] is >= '5' and <= '9' ? digits : null;

    /// <summary>
    /// Ten digits of area and subscriber. Mobiles have a 9 before them from abroad and a 15 after the area at home; both are left out here, as no fixed line
    /// shares its digits with a mobile and people write it in all ways (Resolución SC 46/97, Plan Fundamental de Numeración Nacional).
    /// </summary>
    public static string? Argentina(string digits)
    {
        if (digits.Length > 10 && digits[0] == '0') digits = digits.Substring(1);
        if (digits.Length is 11 or 13 && digits[0] == '9') digits = digits.Substring(1);
        if (digits.Length == 12)
        {
            var area = Starts(digits, "11") ? 2 : ArgentineThreeDigitAreas.Contains(digits.Substring(0, 3)) && HasMobileMark(digits, 3) ? 3 : 4;
            if (HasMobileMark(digits, area)) digits = digits.Remove(area, 2);
        }

        return digits.Length == 10 && digits[0] is '1' or '2' or '3' && !Starts(digits, "15") ? digits : null;
    }

    /// <summary>Nine digits; Santiago's fixed lines had one digit less, mobiles began with 09 (Subtel, Decreto 746 de 1999 and changes of 2013 and 2016).</summary>
    public static string? Chile(string digits)
    {
        if (digits.Length == 10 && digits[0] == '0') digits = digits.Substring(1);
        if (digits.Length == 9 && digits[0] == '0') digits = digits.Substring(1);
        if (digits.Length == 8 && digits[0] == '2') digits = "2" + digits;
        return digits.Length == 9 && digits[0] is >= '2' and <= '9' ? digits : null;
    }

    /// <summary>Mobiles nine digits from 9; fixed lines eight with the department's area, 0 before it at home (MTC, Plan Técnico Fundamental de Numeración).</summary>
    public static string? Peru(string digits)
    {
        if (digits.Length is 9 or 10 && digits[0] == '0') digits = digits.Substring(1);
        return (digits.Length == 9 && digits[0] == '9') || (digits.Length == 8 && digits[0] is >= '1' and <= '8') ? digits : null;
    }

    /// <summary>Mobiles nine digits from 9, fixed lines eight from 2 to 7; 0 before both at home (Arcotel, Plan Técnico Fundamental de Numeración).</summary>
    public static string? Ecuador(string digits)
    {
        if (digits.Length is 9 or 10 && digits[0] == '0') digits = digits.Substring(1);
        return (digits.Length == 9 && digits[0] == '9') || (digits.Length == 8 && digits[0] is >= '2' and <= '7') ? digits : null;
    }

    /// <summary>Ten digits: 2xx for fixed lines, 4xx for mobiles, 5xx and 8xx for services; 0 at home (Conatel, Plan Nacional de Numeración).</summary>
    public static string? Venezuela(string digits)
    {
        if (digits.Length == 11 && digits[0] == '0') digits = digits.Substring(1);
        return digits.Length == 10 && digits[0] is '2' or '4' or '5' or '8' ? digits : null;
    }

    /// <summary>
    /// Area of two digits and eight for a fixed line (2 to 5) or nine for a mobile; an old mobile of eight digits gets its 9 (Anatel, Resolução 749/2022;
    /// ninth digit: Resolução 553/2010). At home 0 and the carrier's two digits may stand before.
    /// </summary>
    public static string? Brazil(string digits)
    {
        if (digits.Length > 11 && digits[0] == '0') digits = digits.Length > 12 ? digits.Substring(3) : digits.Substring(1);
        else if (digits.Length is 11 or 12 && digits[0] == '0') digits = digits.Substring(1);
        if (digits.Length < 10 || digits[0] == '0' || digits[1] == '0') return null;
        if (digits.Length == 10 && digits[2] is >= '6' and <= '9') digits = digits.Insert(2, "9");
        return (digits.Length == 10 && digits[2] is >= '2' and <= '5') || (digits.Length == 11 && digits[2] == '9') ? digits : null;
    }

    /// <summary>Ten digits; neither area nor exchange starts with 0 or 1 (NANPA, NPA-NXX-XXXX).</summary>
    public static string? NorthAmerica(string digits)
    {
        if (digits.Length == 11 && digits[0] == '1') digits = digits.Substring(1);
        return digits.Length == 10 && digits[0] >= '2' && digits[3] >= '2' ? digits : null;
    }

    private static bool HasMobileMark(string digits, int at) => string.CompareOrdinal(digits, at, "15", 0, 2) == 0;

    private static bool Starts(string digits, string prefix) => digits.StartsWith(prefix, StringComparison.Ordinal);
}
