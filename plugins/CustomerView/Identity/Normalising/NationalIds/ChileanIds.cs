namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>RUT, which is a person's RUN as well.</summary>
/// <remarks>Source: Registro Civil and SII, modulo 11 with weights 2 to 7 from the right, ten is K. 66.666.666-6 and its like are what invoices without a customer bear.</remarks>
internal static class ChileanIds
{
    public static NationalId? Read(IdText text)
    {
        var value = CheckDigits.WithoutZeros(text.Value);
        if (value.Length is < 7 or > 9 || !CheckDigits.IsDigits(value, 0, value.Length - 1)) return null;

        var last = value[value.Length - 1];
        if (last is not ('K' or >= '0' and <= '9')) return null;

        // without its check digit nobody writes it; seven or eight digits that fail are not believed to be one
        var standing = CheckDigits.IsFiller(value, 0, value.Length - 1) ? Standing.Generic : CheckDigits.Judge(last == CheckDigit(value));
        return new NationalId(IdKind.Rut, "CL", value, standing);
    }

    private static char CheckDigit(string value)
    {
        var sum = 0;
        var weight = 2;
        for (var at = value.Length - 2; at >= 0; at--)
        {
            sum += weight * (value[at] - '0');
            weight = weight == 7 ? 2 : weight + 1;
        }

        return "0K987654321"[sum % 11];
    }
}
