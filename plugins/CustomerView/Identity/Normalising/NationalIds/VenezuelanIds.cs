namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>Cédula and RIF. A person's RIF is the letter and number of the cédula with a check digit.</summary>
/// <remarks>Source: SENIAT, Providencia SNAT/2013/0048 (RIF); check digit modulo 11, weights 3, 2, 7, 6, 5, 4, 3, 2, the letter worth V 1, E 2, J and C 3, P 4, G 5 times 4.</remarks>
internal static class VenezuelanIds
{
    private const string Letters = "VEJPG";

    private static readonly int[] Weights = [3, 2, 7, 6, 5, 4, 3, 2];

    public static NationalId? Read(IdText text)
    {
        var value = text.Value;
        if (value.Length >= 6 && value.Length <= 9 && CheckDigits.IsDigits(value) && value.Length <= 8) value = "V" + value;
        if (value.Length < 6 || value.Length > 10 || "VEJPGC".IndexOf(value[0]) < 0 || !CheckDigits.IsDigits(value, 1, value.Length)) return null;

        var letter = value[0];
        var number = value.Substring(1);
        var hasDigit = number.Length == 9 || (text.HasCheckApart && number.Length >= 6);
        var body = (hasDigit ? number.Substring(0, number.Length - 1) : number).PadLeft(8, '0');
        if (CheckDigits.IsFiller(body)) return new NationalId(KindOf(letter), "VE", letter + number, Standing.Generic);
        if (!hasDigit)
        {
            return letter is 'V' or 'E' ? Person(letter, body, Standing.Valid) : new NationalId(IdKind.Rif, "VE", letter + body + CheckDigit(letter, body), Standing.Valid);
        }

        var standing = CheckDigits.Judge(number[number.Length - 1] == CheckDigit(letter, body));
        return letter is 'V' or 'E' ? Person(letter, body, standing) : new NationalId(IdKind.Rif, "VE", letter + body + number[number.Length - 1], standing);
    }

    private static NationalId Person(char letter, string body, Standing standing) => new(KindOf(letter), "VE", letter + CheckDigits.WithoutZeros(body), standing);

    private static string KindOf(char letter) => letter == 'V' ? IdKind.Cedula : letter == 'E' ? IdKind.ForeignCedula : letter == 'P' ? IdKind.Passport : IdKind.Rif;

    private static char CheckDigit(char letter, string body)
    {
        var worth = letter == 'C' ? 3 : 1 + Letters.IndexOf(letter);
        return "00987654321"[(4 * worth + CheckDigits.Weighted(body, Weights)) % 11];
    }
}
