using System;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>The words of crmx_paymetric in their order.</summary>
internal static class PayMetrics
{
    private static readonly string[] Words = ["retention", "development", "satisfaction", "recognition", "team", "productquota", "recovered"];

    /// <summary>Place of the word; -1 where there is none such.</summary>
    public static int Place(string word) => Array.FindIndex(Words, one => string.Equals(one, word?.Trim(), StringComparison.OrdinalIgnoreCase));
}
