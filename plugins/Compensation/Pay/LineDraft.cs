using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>Lines on their way into a statement; they are put in order and numbered at the end.</summary>
internal sealed class LineDraft
{
    private readonly List<PayLine> lines = [];

    public IReadOnlyList<PayLine> Lines => lines;

    public void Add(PayLine line) => lines.Add(line);

    /// <summary>Parts an amount among components by what each has, one line for each that bears some of it.</summary>
    /// <returns>What each has then.</returns>
    public IReadOnlyList<decimal> Part(decimal amount, IReadOnlyList<ComponentResult> components, IReadOnlyList<decimal> has, PayLine pattern)
    {
        var parts = MoneyShares.Allocate(amount, has);
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index] != 0) lines.Add(pattern with { ComponentId = components[index].Component.Id, Amount = parts[index] });
        }

        return [.. has.Select((one, index) => one + parts[index])];
    }

    /// <param name="plans">Labels in the order in which plans stand: the former first.</param>
    public IReadOnlyList<PayLine> Numbered(IReadOnlyList<string> plans)
    {
        var number = 0;
        return
        [
            .. lines.OrderBy(line => line.Kind).ThenBy(line => Place(plans, line.Plan)).ThenBy(line => line.ComponentId, StringComparer.Ordinal)
                .ThenBy(line => line.CustomerId, StringComparer.Ordinal).ThenBy(line => line.Measure, StringComparer.Ordinal)
                .ThenBy(line => line.Evidence, StringComparer.Ordinal).ThenBy(line => line.Amount).ThenBy(line => line.Reason, StringComparer.Ordinal)
                .Select(line => line with { Number = ++number }),
        ];
    }

    private static int Place(IReadOnlyList<string> plans, string plan)
    {
        for (var index = 0; index < plans.Count; index++)
        {
            if (string.Equals(plans[index], plan, StringComparison.Ordinal)) return index;
        }

        return plans.Count;
    }
}
