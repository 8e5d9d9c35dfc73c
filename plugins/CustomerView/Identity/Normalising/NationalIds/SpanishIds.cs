namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>DNI, NIE and the NIF of organisations (CIF). A person's NIF is the DNI or NIE.</summary>
/// <remarks>
/// Sources: Real Decreto 1553/2005 (DNI) and Orden INT/2058/2008 (NIE), letter of the number modulo 23; Orden EHA/451/2008 (composition of the NIF of
/// organisations) and its control character as published by the Agencia Tributaria.
/// </remarks>
internal static class SpanishIds
{
    private const string Letters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string ControlLetters = "JABCDEFGHI";

    public static NationalId? Read(IdText text)
    {
        var value = text.Value;
        if (value.Length is 8 or 7 && CheckDigits.IsDigits(value))
        {
            // without its letter
            if (text.Hint is not ("DNI" or "NIF") && value.Length == 7) return null;
            value = value.PadLeft(8, '0');
            return new NationalId(IdKind.Dni, "ES", value + Letters[int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) % 23], Filler(value, 0, Standing.Valid));
        }

        if (value.Length == 8 && CheckDigits.IsDigits(value, 0, 7)) value = "0" + value;
        if (value.Length != 9) return null;

        var first = value[0];
        if (first is >= '0' and <= '9')
        {
            return CheckDigits.IsDigits(value, 0, 8) && IsLetter(value[8]) ? new NationalId(IdKind.Dni, "ES", value, Filler(value, 0, Letter(value))) : null;
        }

        if (!CheckDigits.IsDigits(value, 1, 8)) return null;
        if (first is 'X' or 'Y' or 'Z') return IsLetter(value[8]) ? new NationalId(IdKind.Nie, "ES", value, Filler(value, 1, Letter((char)('0' + (first - 'X')) + value.Substring(1)))) : null;
        if (first is 'K' or 'L' or 'M') return IsLetter(value[8]) ? new NationalId(IdKind.Dni, "ES", value, Filler(value, 1, Letter("0" + value.Substring(1)))) : null;

        return "ABCDEFGHJNPQRSUVW".IndexOf(first) >= 0 ? new NationalId(IdKind.Cif, "ES", value, Filler(value, 1, Control(value))) : null;
    }

    private static bool IsLetter(char letter) => letter is >= 'A' and <= 'Z';

    private static Standing Letter(string value) =>
        CheckDigits.Judge(value[8] == Letters[int.Parse(value.Substring(0, 8), System.Globalization.CultureInfo.InvariantCulture) % 23]);

    private static Standing Control(string value)
    {
        var sum = 0;
        for (var at = 1; at < 8; at++)
        {
            var digit = value[at] - '0';
            sum += at % 2 == 0 ? digit : (2 * digit) / 10 + (2 * digit) % 10;
        }

        var control = (10 - sum % 10) % 10;
        var isDigit = value[8] == '0' + control;
        var isLetter = value[8] == ControlLetters[control];
        return CheckDigits.Judge("NPQRSW".IndexOf(value[0]) >= 0 ? isLetter : "ABEH".IndexOf(value[0]) >= 0 ? isDigit : isDigit || isLetter);
    }

    private static Standing Filler(string value, int from, Standing standing) => CheckDigits.IsFiller(value, from, 8) ? Standing.Generic : standing;
}
