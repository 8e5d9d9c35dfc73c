using System;
using System.Collections.Generic;
using Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

namespace Crm.Extensions.CustomerView.Identity.Normalising;

/// <summary>National numbers of a column: which scheme each is of, whether its check digit is right.</summary>
internal static class NationalIdReading
{
    private const int LongestValue = 30;
    private const int ShortestOther = 5;

    private static readonly char[] Between = [';', ',', '|', '\\'];

    private static readonly Dictionary<string, Func<IdText, NationalId?>> Schemes = new(StringComparer.Ordinal)
    {
        ["MX"] = MexicanIds.Read, ["CO"] = ColombianIds.Read, ["ES"] = SpanishIds.Read, ["VE"] = VenezuelanIds.Read, ["CL"] = ChileanIds.Read, ["PE"] = PeruvianIds.Read,
        ["AR"] = ArgentineIds.Read, ["BR"] = BrazilianIds.Read, ["EC"] = EcuadorianIds.Read, ["US"] = UnitedStatesIds.Read,
    };

    // names of documents, longest first, with the country that alone has them; "" where several do
    private static readonly string[][] Hints =
    [
        ["PASAPORTE", ""], ["PASSPORT", ""], ["CEDULA", ""], ["CURP", "MX"], ["NUIP", "CO"], ["CNPJ", "BR"], ["CUIT", "AR"], ["CUIL", "AR"], ["PAS", ""], ["RFC", "MX"], ["NIT", "CO"], ["PPT", "CO"], ["PEP", "CO"],
        ["DNI", ""], ["RUC", ""], ["RUT", ""], ["RUN", "CL"], ["RIF", "VE"], ["NIF", "ES"], ["NIE", "ES"], ["CIF", "ES"], ["CPF", "BR"], ["SSN", "US"], ["CC", "CO"], ["CE", ""], ["TI", "CO"], ["CI", ""],
    ];

    /// <summary>The numbers of a column, each once, in their order.</summary>
    /// <param name="country">The record's country, whose schemes are tried first.</param>
    public static NationalId[] Read(string? column, string? country, MarkSet marks)
    {
        if (column is null) return NationalId.None;
        if (column.IndexOfAny(Between) < 0) return Single(column, country, marks) is { } single ? [single] : NationalId.None;

        var found = new List<NationalId>(2);
        foreach (var part in column.Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (found.Count < Limits.Values && Single(part, country, marks) is { } id && !found.Contains(id)) found.Add(id);
        }

        return [.. found];
    }

    private static NationalId? Single(string written, string? country, MarkSet marks)
    {
        var text = Take(written);
        if (text.Value.Length == 0) return null;

        var hintCountry = TakeHint(text);
        var id = Recognise(text, hintCountry.Length > 0 ? hintCountry : country, country) ?? Other(text, country);
        if (id is null || id.Standing == Standing.Invalid) marks.Add(IsShortened(text, id) ? Mark.IdIncomplete : Mark.IdCheckDigit);
        else if (id.Standing == Standing.Generic) marks.Add(Mark.IdGeneric);
        return id;
    }

    private static NationalId? Recognise(IdText text, string? first, string? country)
    {
        if (text.Hint is "PASAPORTE" or "PASSPORT" or "PAS") return text.Value.Length >= ShortestOther ? new NationalId(IdKind.Passport, "", text.Value, Standing.Valid) : null;
        if (first is not null && Schemes.TryGetValue(first, out var scheme) && scheme(text) is { } id) return id;
        if (country is not null && first != country && Schemes.TryGetValue(country, out scheme) && scheme(text) is { } own) return own;

        // of a foreigner or of nobody knows where: only shapes with letters that no other country shares, and only with the right check digit
        var elsewhere = MexicanIds.Read(text);
        if (elsewhere is { Standing: not Standing.Invalid }) return elsewhere;
        if (text.Value[0] is >= 'A' and <= 'Z' || text.Value[text.Value.Length - 1] is >= 'A' and <= 'Z')
        {
            elsewhere = SpanishIds.Read(text);
            if (elsewhere is { Standing: Standing.Valid }) return elsewhere;
        }

        return null;
    }

    private static NationalId? Other(IdText text, string? country)
    {
        if (text.Value.Length < ShortestOther) return null;

        var standing = CheckDigits.IsFiller(text.Value) || text.Value == "222222222222" ? Standing.Generic : HasDigit(text.Value) ? Standing.Valid : Standing.Invalid;
        return new NationalId(IdKind.Other, country ?? "", text.Value, standing);
    }

    private static bool HasDigit(string value)
    {
        foreach (var letter in value)
        {
            if (letter is >= '0' and <= '9') return true;
        }

        return false;
    }

    private static bool IsShortened(IdText text, NationalId? id) => id is null || (id.Kind == IdKind.Rfc && text.Value.Length < 12);

    private static IdText Take(string written)
    {
        var value = new char[Math.Min(written.Length, LongestValue)];
        var length = 0;
        var hasCheckApart = false;
        for (var at = 0; at < written.Length && length < LongestValue; at++)
        {
            var letter = written[at];
            if (letter is >= '0' and <= '9' or >= 'A' and <= 'Z' or '&' or 'Ñ')
            {
                hasCheckApart = at > 0 && written[at - 1] == '-';
                value[length++] = letter;
            }
            else if (letter is 'ñ' || char.IsLetter(letter))
            {
                var capital = letter == 'ñ' ? 'Ñ' : char.ToUpperInvariant(Folding.Of(letter));
                if (capital is not ((>= 'A' and <= 'Z') or 'Ñ')) continue;
                hasCheckApart = at > 0 && written[at - 1] == '-';
                value[length++] = capital;
            }
        }

        return new IdText { Value = new string(value, 0, length), HasCheckApart = hasCheckApart };
    }

    // the country that the document's name stands for, or empty
    private static string TakeHint(IdText text)
    {
        foreach (var hint in Hints)
        {
            var name = hint[0];
            if (!text.Value.StartsWith(name, StringComparison.Ordinal) || text.Value.Length < name.Length + 4) continue;

            // CURP and RFC begin with letters that may look like a name of another document
            var next = text.Value[name.Length];
            var rest = text.Value.Length - name.Length;
            var fits = name switch
            {
                "CURP" => rest == 18,
                "RFC" => rest is 9 or 10 or 12 or 13 && !(text.Value.Length is 12 or 13 && next is >= '0' and <= '9'),
                "NIE" or "NIF" or "CIF" => rest is 8 or 9 && text.Value.Length is not (18 or 13),
                "RIF" or "CEDULA" or "CI" => next is >= '0' and <= '9' or 'V' or 'E' or 'J' or 'G' or 'P',
                "PASAPORTE" or "PASSPORT" => true,
                _ => next is >= '0' and <= '9',
            };
            if (!fits || (text.Value.Length is 12 or 13 && name.Length <= 4 && LooksLikeRfc(text.Value))) continue;

            text.Hint = name;
            text.Value = text.Value.Substring(name.Length);
            return hint[1];
        }

        return "";
    }

    private static bool LooksLikeRfc(string value) => MexicanIds.Read(new IdText { Value = value }) is { Standing: not Standing.Invalid };
}
