namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>Cédula and RUC; the RUC of a person is the cédula and the number of the establishment.</summary>
/// <remarks>
/// Sources: Registro Civil, cédula modulo 10 with coefficients 2 and 1 in turn, province 01 to 24 or 30 before; SRI, RUC modulo 11: companies (third digit 9) with
/// weights 4, 3, 2, 7, 6, 5, 4, 3, 2, public bodies (third digit 6) with 3, 2, 7, 6, 5, 4, 3, 2. 9999999999999 is the final consumer.
/// </remarks>
internal static class EcuadorianIds
{
    private static readonly int[] CompanyWeights = [4, 3, 2, 7, 6, 5, 4, 3, 2];
    private static readonly int[] PublicWeights = [3, 2, 7, 6, 5, 4, 3, 2];

    public static NationalId? Read(IdText text)
    {
        var value = text.Value;
        if (!CheckDigits.IsDigits(value)) return null;
        if (value.Length == 9 && text.Hint is "CI" or "CEDULA") value = "0" + value;
        if (value.Length is not (10 or 13)) return null;
        if (CheckDigits.IsFiller(value, 0, 10)) return new NationalId(value.Length == 13 ? IdKind.Ruc : IdKind.Cedula, "EC", value, Standing.Generic);
        if (value.Length == 10) return new NationalId(IdKind.Cedula, "EC", value, CheckDigits.Judge(IsCedula(value)));

        if (value[2] == '9') return new NationalId(IdKind.Ruc, "EC", value, CheckDigits.Judge(Fits(CheckDigits.Weighted(value, CompanyWeights), value[9]) && value.Substring(10) != "000"));
        if (value[2] == '6' && Fits(CheckDigits.Weighted(value, PublicWeights), value[8]) && value.Substring(9) != "0000") return new NationalId(IdKind.Ruc, "EC", value, Standing.Valid);

        // cédulas with a third digit of 6 are given out as well by now
        var cedula = value.Substring(0, 10);
        return new NationalId(IdKind.Cedula, "EC", cedula, CheckDigits.Judge(IsCedula(cedula) && value.Substring(10) != "000"));
    }

    private static bool Fits(int sum, char check) => (11 - sum % 11) % 11 == check - '0';

    private static bool IsCedula(string value)
    {
        var province = 10 * (value[0] - '0') + value[1] - '0';
        if (province is not (>= 1 and <= 24 or 30)) return false;

        var sum = 0;
        for (var at = 0; at < 9; at++)
        {
            var product = (value[at] - '0') * (at % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }

        return (10 - sum % 10) % 10 == value[9] - '0';
    }
}
