namespace Crm.Extensions.CustomerView.Identity.Normalising.NationalIds;

/// <summary>Social security numbers. They have no check digit, but areas that were never given out.</summary>
/// <remarks>Source: Social Security Administration, "Social Security Number Randomization" (no 000, 666 or 9xx, no group 00, no serial 0000).</remarks>
internal static class UnitedStatesIds
{
    public static NationalId? Read(IdText text)
    {
        var value = text.Value;
        if (value.Length != 9 || !CheckDigits.IsDigits(value) || text.Hint is not ("" or "SSN")) return null;

        // published on a wallet's sample card and in advertisements, used by thousands
        var standing = CheckDigits.IsFiller(value) || value is "078051120" or "219099999" ? Standing.Generic
            : CheckDigits.Judge(value[0] != '9' && !value.StartsWith("000", System.StringComparison.Ordinal) && !value.StartsWith("666", System.StringComparison.Ordinal) && value.Substring(3, 2) != "00" && value.Substring(5) != "0000");
        return new NationalId(IdKind.Ssn, "US", value, standing);
    }
}
