using System;

namespace Crm.Extensions.Compensation.Value.Contracts;

/// <summary>What a contract is expected to bring: each month's margin times the chance that the contract outlives that month.</summary>
/// <remarks>
/// Gupta, Lehmann and Stuart, Valuing Customers, Journal of Marketing Research 41, 2004, 7–18, over a year and undiscounted. A loan or card has an
/// end that everybody sees, which BG/NBD does not know: it takes each silence for a possible end and each instalment for a free choice.
/// </remarks>
internal static class ContractForecast
{
    /// <param name="retention">Of the same product.</param>
    /// <returns>Rounded to the cent, half away from zero.</returns>
    public static decimal Expected(ContractTerms contract, RetentionCurve retention, int months = 12)
    {
        var survival = 1.0;
        var sum = 0m;
        for (var month = 0; month < months; month++)
        {
            survival *= retention.Retention(contract.Age + month);
            sum += contract.Margin(month) * (decimal)survival;
        }

        return Math.Round(sum, 2, MidpointRounding.AwayFromZero);
    }
}
