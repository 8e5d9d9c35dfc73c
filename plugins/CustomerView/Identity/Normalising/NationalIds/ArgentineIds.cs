namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>DNI, CUIT and CUIL; a person's CUIT or CUIL contains the DNI.</summary>
/// <remarks>Source: AFIP (today ARCA), modulo 11 with weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2; persons have 20, 23, 24, 25, 26 or 27 before the DNI, organisations 30, 33 or 34.</remarks>
internal static class ArgentineIds
{
    private static readonly int[] Weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    public static NationalId? Read(IdText text)
    {
        var value = text.Value;
        if (!CheckDigits.IsDigits(value)) return null;
        if (value.Length == 11) return Cuit(value);

        value = CheckDigits.WithoutZeros(value);
        return value.Length is 6 or 7 or 8 && text.Hint is not ("CUIT" or "CUIL")
            ? new NationalId(IdKind.Dni, "AR", value, CheckDigits.IsFiller(value) ? Standing.Generic : Standing.Valid)
            : null;
    }

    private static NationalId? Cuit(string value)
    {
        if (CheckDigits.IsFiller(value)) return new NationalId(IdKind.Cuit, "AR", value, Standing.Generic);

        var start = value.Substring(0, 2);
        var isPerson = start is "20" or "23" or "24" or "25" or "26" or "27";
        if (!isPerson && start is not ("30" or "33" or "34" or "50" or "55")) return null;

        var check = (11 - CheckDigits.Weighted(value, Weights) % 11) % 11;
        var body = value.Substring(2, 8);
        var standing = CheckDigits.IsFiller(body) ? Standing.Generic : CheckDigits.Judge(check < 10 && value[10] - '0' == check);
        return isPerson ? new NationalId(IdKind.Dni, "AR", CheckDigits.WithoutZeros(body), standing) : new NationalId(IdKind.Cuit, "AR", value, standing);
    }
}
