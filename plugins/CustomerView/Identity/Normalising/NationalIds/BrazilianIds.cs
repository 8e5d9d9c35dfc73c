namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>CPF and CNPJ, also the CNPJ with letters that is given out since July 2026.</summary>
/// <remarks>Sources: Receita Federal, Instrução Normativa RFB 2.172/2024 (CPF) and 2.229/2024 (alphanumeric CNPJ): modulo 11, a letter counts as its ASCII code less 48.</remarks>
internal static class BrazilianIds
{
    public static NationalId? Read(IdText text)
    {
        var value = text.Value;
        if (value.Length is 9 or 10 && text.Hint == "CPF") value = value.PadLeft(11, '0');
        if (value.Length == 11 && CheckDigits.IsDigits(value))
        {
            var isRight = Digit(value, 9, 11) == value[9] && Digit(value, 10, 11) == value[10];
            return new NationalId(IdKind.Cpf, "BR", value, CheckDigits.IsFiller(value, 0, 9) ? Standing.Generic : CheckDigits.Judge(isRight));
        }

        if (value.Length != 14 || !CheckDigits.IsDigits(value, 12, 14) || !IsAlphanumeric(value)) return null;

        var fits = Digit(value, 12, 9) == value[12] && Digit(value, 13, 9) == value[13];
        return new NationalId(IdKind.Cnpj, "BR", value, CheckDigits.IsFiller(value, 0, 12) ? Standing.Generic : CheckDigits.Judge(fits));
    }

    // weights from the right: 2, 3, 4 … up to the highest, then from 2 again
    private static char Digit(string value, int length, int highest)
    {
        var sum = 0;
        var weight = 2;
        for (var at = length - 1; at >= 0; at--)
        {
            sum += weight * (value[at] - '0');
            weight = weight == highest ? 2 : weight + 1;
        }

        var remainder = sum % 11;
        return remainder < 2 ? '0' : (char)('0' + 11 - remainder);
    }

    private static bool IsAlphanumeric(string value)
    {
        foreach (var letter in value)
        {
            if (letter is not (>= '0' and <= '9' or >= 'A' and <= 'Z')) return false;
        }

        return true;
    }
}
