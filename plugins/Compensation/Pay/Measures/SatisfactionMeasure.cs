using System;
using System.Linq;
using Crm.Extensions.Compensation.Pay.Credit;

namespace Crm.Extensions.Compensation.Pay.Measures;

/// <summary>What customers answered, weighted by what they are worth; each customer's answers are one mean.</summary>
/// <remarks>The sample counts customers, not answers, so that nobody asks one friend ten times. Where no customer has a value, each weighs the same.</remarks>
internal static class SatisfactionMeasure
{
    private const decimal Ten = 10;

    public static Measurement Of(CreditBook book, PayComponent component)
    {
        var customers = book.Input.Surveys
            .Where(answer => answer.On >= book.Input.Period.From && answer.On <= book.Input.Period.Until)
            .GroupBy(answer => answer.Evidence, StringComparer.Ordinal)
            .Select(same => same.OrderBy(answer => answer.Score).ThenBy(answer => answer.CustomerId, StringComparer.Ordinal).First())
            .GroupBy(answer => answer.CustomerId, StringComparer.Ordinal)
            .OrderBy(answers => answers.Key, StringComparer.Ordinal)
            .Select(answers => new
            {
                Id = answers.Key,
                Score = answers.Sum(answer => Math.Min(Ten, Math.Max(0, answer.Score))) / answers.Count(),
                Value = Math.Max(0, answers.Max(answer => answer.CustomerValue)),
                Evidence = string.Join("; ", answers.Select(answer => answer.Evidence).OrderBy(reference => reference, StringComparer.Ordinal)),
            })
            .ToList();
        var isWeighted = customers.Any(customer => customer.Value > 0);
        var total = isWeighted ? customers.Sum(customer => customer.Value) : customers.Count;
        var parts = new PartList();
        var sum = 0m;
        foreach (var customer in customers)
        {
            var weight = isWeighted ? customer.Value : 1;
            sum += customer.Score * weight;
            parts.Add(customer.Id, customer.Score * weight, $"{PartList.Figure(customer.Score)} × {PartList.Figure(weight)}", customer.Evidence);
        }

        var goal = component.Goal > 0 ? component.Goal : Ten;
        return customers.Count < Math.Max(1, component.MinimumSample)
            ? Measurement.None(total > 0 ? sum / total : 0, goal, parts.Parts)
            : Measurement.Of(sum / total, goal, parts.Parts);
    }
}
