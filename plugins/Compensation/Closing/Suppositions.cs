using System;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Compensation.Pay;
using Crm.Extensions.Platform;

namespace Crm.Extensions.Compensation.Closing;

/// <summary>Puts supposed figures in the place of measured ones.</summary>
internal static class Suppositions
{
    /// <exception cref="Microsoft.Xrm.Sdk.InvalidPluginExecutionException">A figure cannot be read, or a customer is not the worker's.</exception>
    public static StatementInput Apply(StatementInput input, EstimateChanges changes, Language language)
    {
        var supposed = changes.Customers.Select(change => new WhatIfChange(WhatIfSubject.CustomerValue, Number(change.Value, language), Customer(input, change.CustomerId, language)))
            .Concat(changes.Achievements.Select(change => new WhatIfChange(WhatIfSubject.Achievement, Number(change.Measured, language), Metric: Metric(change.Metric, language))));
        return WhatIf.Apply(input, [.. supposed]);
    }

    /// <summary>All customers' value at the end times so much.</summary>
    public static StatementInput Scale(StatementInput input, decimal factor) =>
        input with { Customers = [.. input.Customers.Select(customer => customer with { Value = decimal.Round(customer.Value * factor, 2) })] };

    private static string Customer(StatementInput input, string written, Language language)
    {
        var id = Guid.TryParse(written, out var read) ? PayIds.Text(read) : "";
        return input.Customers.Any(customer => string.Equals(customer.Id, id, StringComparison.Ordinal)) ? id : throw PayApi.Refuse(language, "UnknownCustomer", written);
    }

    private static PayMetric Metric(string word, Language language) => PayMetrics.Place(word) is >= 0 and var place ? (PayMetric)place : throw PayApi.Refuse(language, "BadChanges");

    private static decimal Number(string text, Language language) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw PayApi.Refuse(language, "BadChanges");
}
