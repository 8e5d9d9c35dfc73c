namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>NIT, cédula de ciudadanía, and the documents of foreigners and minors.</summary>
/// <remarks>
/// Source of the check digit: DIAN, Orden Administrativa 4 de 1989 (weights 3, 7, 13, 17, 19, 23, 29, 37, 41, 43 from the right, modulo 11). A person's NIT is
/// the cédula with a check digit (Estatuto Tributario, art. 555-1), so it is the same number here; an organisation's has nine digits from 8 or 9.
/// </remarks>
internal static class ColombianIds
{
    private static readonly int[] Weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

    public static NationalId? Read(IdText text)
    {
        var value = text.Value;
        switch (text.Hint)
        {
            case "PPT" or "PEP":
                return new NationalId(IdKind.Ppt, "CO", CheckDigits.WithoutZeros(value), Plain(value));
            case "CE":
                return new NationalId(IdKind.Ce, "CO", CheckDigits.WithoutZeros(value), Plain(value));
            case "TI":
                // numbers of today are kept for life (NUIP); those of before were replaced at eighteen
                return new NationalId(value.Length == 10 && value[0] == '1' ? IdKind.Cc : IdKind.Ti, "CO", value, Plain(value));
        }

        if (!CheckDigits.IsDigits(value)) return null;

        value = CheckDigits.WithoutZeros(value);
        if (CheckDigits.IsFiller(value) || value == "222222222222") return new NationalId(IdKind.Nit, "CO", value, Standing.Generic);
        if (text.Hint is "CC" or "CEDULA" or "NUIP") return value.Length is >= 3 and <= 10 ? Person(value) : null;
        if (text.HasCheckApart && value.Length is >= 5 and <= 11) return WithDigit(value);

        switch (value.Length)
        {
            case 11 when value[0] == '1':
                return WithDigit(value);
            case 10 when value[0] is '8' or '9':
                return WithDigit(value);
            case 9 when value[0] is '8' or '9':
                return Organisation(value, Standing.Valid);
            case 10 when value[0] == '1':
                return Person(value);
            case 9 when HasRightDigit(value):
                return WithDigit(value);
            case >= 3 and <= 8:
                return Person(value);
            default:
                return null;
        }
    }

    private static NationalId WithDigit(string value)
    {
        var number = value.Substring(0, value.Length - 1);
        var standing = CheckDigits.IsFiller(number) ? Standing.Generic : CheckDigits.Judge(HasRightDigit(value));
        return number.Length == 9 && number[0] is '8' or '9' ? Organisation(number, standing) : new NationalId(IdKind.Cc, "CO", number, standing);
    }

    private static bool HasRightDigit(string value)
    {
        var sum = 0;
        for (var at = value.Length - 2; at >= 0; at--)
        {
            sum += Weights[value.Length - 2 - at] * (value[at] - '0');
        }

        return value[value.Length - 1] == "01987654321"[sum % 11];
    }

    private static NationalId Person(string value) => new(IdKind.Cc, "CO", value, Plain(value));

    private static NationalId Organisation(string value, Standing standing) => new(IdKind.Nit, "CO", value, standing);

    private static Standing Plain(string value) => CheckDigits.IsFiller(value) ? Standing.Generic : Standing.Valid;
}
