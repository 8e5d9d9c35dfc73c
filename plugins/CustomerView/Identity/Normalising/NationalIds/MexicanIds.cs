namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>CURP and RFC.</summary>
/// <remarks>
/// Sources: Instructivo Normativo para la Asignación de la CURP (Segob, DOF 18 October 2021), annex on the verification digit; SAT, "Procedimiento para
/// obtener el dígito verificador del RFC" (annex 1 of the algorithm of IFAI request 0610100135506).
/// </remarks>
internal static class MexicanIds
{
    private const string CurpAlphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private const string RfcAlphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";

    public static NationalId? Read(IdText text)
    {
        var value = text.Value;
        if (value.Length == 18 && IsCurp(value)) return new NationalId(IdKind.Curp, "MX", value, CheckDigits.Judge(HasRightCurpDigit(value)));
        if (value.Length is 12 or 13 && IsRfc(value)) return new NationalId(IdKind.Rfc, "MX", value, RfcStanding(value));

        // without the three characters that tell namesakes of one birthday apart
        return value.Length is 9 or 10 && IsRfcStart(value) ? new NationalId(IdKind.Rfc, "MX", value, Standing.Invalid) : null;
    }

    private static bool IsCurp(string value) =>
        CheckDigits.IsLetters(value, 0, 4) && CheckDigits.IsDigits(value, 4, 10) && value[10] is 'H' or 'M' or 'X' && CheckDigits.IsLetters(value, 11, 16) && CheckDigits.IsDigits(value, 17, 18)
        && IsMonthAndDay(value, 6);

    private static bool HasRightCurpDigit(string value)
    {
        var sum = 0;
        for (var at = 0; at < 17; at++)
        {
            var index = CurpAlphabet.IndexOf(value[at]);
            if (index < 0) return false;
            sum += index * (18 - at);
        }

        return value[17] - '0' == (10 - sum % 10) % 10;
    }

    private static bool IsRfc(string value) => value.Length == 13 ? IsRfcStart(value.Substring(0, 10)) : IsRfcStart(value.Substring(0, 9));

    private static bool IsRfcStart(string value)
    {
        var letters = value.Length - 6;
        return CheckDigits.IsLetters(value, 0, letters) && CheckDigits.IsDigits(value, letters, letters + 6) && IsMonthAndDay(value, letters + 2);
    }

    private static Standing RfcStanding(string value) =>
        value is "XAXX010101000" or "XEXX010101000" ? Standing.Generic : CheckDigits.Judge(HasRightRfcDigit(value));

    private static bool HasRightRfcDigit(string value)
    {
        // a company's is one character shorter: a space stands before it
        var sum = value.Length == 12 ? 13 * RfcAlphabet.IndexOf(' ') : 0;
        for (var at = 0; at < value.Length - 1; at++)
        {
            var index = RfcAlphabet.IndexOf(value[at]);
            if (index < 0) return false;
            sum += index * (value.Length - at);
        }

        return value[value.Length - 1] == "0123456789A"[(11 - sum % 11) % 11];
    }

    private static bool IsMonthAndDay(string value, int at)
    {
        var month = 10 * (value[at] - '0') + value[at + 1] - '0';
        var day = 10 * (value[at + 2] - '0') + value[at + 3] - '0';
        return month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }
}
