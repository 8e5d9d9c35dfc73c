using System;
using System.Collections.Generic;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>A country's numbering plan: calling code, how a national number is written at home, and how long it is.</summary>
internal sealed class PhonePlan
{
    private static readonly Dictionary<string, PhonePlan> ByCountry = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, PhonePlan> ByCode = new(StringComparer.Ordinal);

    // The lengths are those of the national significant number in the plans that the countries communicate to the ITU (ITU-T E.164, national numbering
    // plans) as of 2024. The first country of a shared calling code stands for it.
    static PhonePlan()
    {
        Add("CO", "57", "", NationalNumber.Colombia, 10);
        Add("MX", "52", "", NationalNumber.Mexico, 10);
        Add("ES", "34", "", NationalNumber.Spain, 9);
        Add("AR", "54", "0", NationalNumber.Argentina, 10);
        Add("CL", "56", "0", NationalNumber.Chile, 9);
        Add("PE", "51", "0", NationalNumber.Peru, 8, 9);
        Add("EC", "593", "0", NationalNumber.Ecuador, 8, 9);
        Add("VE", "58", "0", NationalNumber.Venezuela, 10);
        Add("BR", "55", "0", NationalNumber.Brazil, 10, 11);
        Add("US", "1", "1", NationalNumber.NorthAmerica, 10);
        foreach (var country in new[] { "CA", "DO", "PR", "JM", "TT", "BS", "BB" }) ByCountry[country] = ByCountry["US"];
        Add("GB", "44", "0", null, 9, 10);
        Add("UY", "598", "0", null, 8);
        Add("PY", "595", "0", null, 9);
        Add("BO", "591", "0", null, 8);
        Add("CR", "506", "", null, 8);
        Add("PA", "507", "", null, 7, 8);
        Add("GT", "502", "", null, 8);
        Add("SV", "503", "", null, 8);
        Add("HN", "504", "", null, 8);
        Add("NI", "505", "", null, 8);
        Add("CU", "53", "0", null, 8);
        Add("PT", "351", "", null, 9);
        Add("FR", "33", "0", null, 9);
        Add("IT", "39", "", null, 6, 7, 8, 9, 10, 11);
        Add("DE", "49", "0", null, 6, 7, 8, 9, 10, 11);
        Add("AD", "376", "", null, 6);
        Add("AU", "61", "0", null, 9);
        Add("NZ", "64", "0", null, 8, 9, 10);
        Add("IE", "353", "0", null, 7, 8, 9);
        Add("NL", "31", "0", null, 9);
        Add("BE", "32", "0", null, 8, 9);
        Add("CH", "41", "0", null, 9);
    }

    private readonly Func<string, string?>? reading;
    private readonly int[] lengths;

    private PhonePlan(string code, string trunk, Func<string, string?>? reading, int[] lengths)
    {
        Code = code;
        Trunk = trunk;
        this.reading = reading;
        this.lengths = lengths;
    }

    /// <summary>The calling code, such as 57.</summary>
    public string Code { get; }

    /// <summary>What is dialled before a national number at home; empty: nothing.</summary>
    public string Trunk { get; }

    /// <summary>The plan of a country (ISO 3166-1 alpha-2), or null.</summary>
    public static PhonePlan? Of(string? country) => country is not null && ByCountry.TryGetValue(country, out var plan) ? plan : null;

    /// <summary>The plan whose calling code the digits start with, or null.</summary>
    public static PhonePlan? OfInternational(string digits)
    {
        for (var length = Math.Min(3, digits.Length); length > 0; length--)
        {
            if (ByCode.TryGetValue(digits.Substring(0, length), out var plan)) return plan;
        }

        return null;
    }

    /// <summary>The national significant number as it is dialled today, or null when there is none like it.</summary>
    /// <param name="digits">As written, without calling code, with or without trunk prefix.</param>
    public string? National(string digits)
    {
        if (reading is not null) return reading(digits) is { } read && HasLength(read) ? read : null;
        if (HasLength(digits) && (Trunk.Length == 0 || !digits.StartsWith(Trunk, StringComparison.Ordinal))) return digits;

        // no national number starts with the prefix itself: two of them are a slip of the pen
        if (Trunk.Length == 0 || !digits.StartsWith(Trunk, StringComparison.Ordinal) || !HasLength(digits.Length - Trunk.Length)) return null;

        var national = digits.Substring(Trunk.Length);
        return national.StartsWith(Trunk, StringComparison.Ordinal) ? null : national;
    }

    private bool HasLength(string digits) => HasLength(digits.Length);

    private bool HasLength(int length) => Array.IndexOf(lengths, length) >= 0;

    private static void Add(string country, string code, string trunk, Func<string, string?>? reading, params int[] lengths)
    {
        var plan = new PhonePlan(code, trunk, reading, lengths);
        ByCountry.Add(country, plan);
        ByCode.Add(code, plan);
    }
}
