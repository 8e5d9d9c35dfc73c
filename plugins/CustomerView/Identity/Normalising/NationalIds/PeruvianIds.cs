namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>DNI and RUC; the RUC of a person in business is 10, the DNI and a check digit.</summary>
/// <remarks>
/// Sources: SUNAT, RUC modulo 11 with weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2; RENIEC, check character of the DNI modulo 11 with weights 3, 2, 7, 6, 5, 4, 3, 2, as a
/// digit or as a letter.
/// </remarks>
internal static class PeruvianIds
{
    private static readonly int[] RucWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    private static readonly int[] DniWeights = [3, 2, 7, 6, 5, 4, 3, 2];

    public static NationalId? Read(IdText text)
    {
        var value = text.Value;
        if (text.Hint == "CE") return new NationalId(IdKind.Ce, "PE", value, CheckDigits.IsFiller(value) ? Standing.Generic : Standing.Valid);
        if (value.Length == 11 && CheckDigits.IsDigits(value)) return Ruc(value);
        if (value.Length == 8 && CheckDigits.IsDigits(value)) return new NationalId(IdKind.Dni, "PE", value, Filler(value, Standing.Valid));
        if (value.Length != 9 || !CheckDigits.IsDigits(value, 0, 8)) return null;

        var remainder = CheckDigits.Weighted(value, DniWeights) % 11;
        var isRight = value[8] == "65432110987"[remainder] || value[8] == "KJIHGFEDCBA"[remainder];
        return new NationalId(IdKind.Dni, "PE", value.Substring(0, 8), Filler(value.Substring(0, 8), CheckDigits.Judge(isRight)));
    }

    private static NationalId? Ruc(string value)
    {
        var start = value.Substring(0, 2);
        if (start is not ("10" or "15" or "16" or "17" or "20")) return CheckDigits.IsFiller(value) ? new NationalId(IdKind.Ruc, "PE", value, Standing.Generic) : null;

        var check = (11 - CheckDigits.Weighted(value, RucWeights) % 11) % 10;
        var standing = Filler(value.Substring(2, 8), CheckDigits.Judge(value[10] - '0' == check));
        return start == "10" ? new NationalId(IdKind.Dni, "PE", value.Substring(2, 8), standing) : new NationalId(IdKind.Ruc, "PE", value, standing);
    }

    private static Standing Filler(string digits, Standing standing) => CheckDigits.IsFiller(digits) ? Standing.Generic : standing;
}
