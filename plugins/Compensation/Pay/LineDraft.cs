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
        var ordered = new Placed[lines.Count];
        for (var index = 0; index < ordered.Length; index++) ordered[index] = new Placed(lines[index], Place(plans, lines[index].Plan), index);
        Array.Sort(ordered, Order);
        var numbered = new PayLine[ordered.Length];
        for (var index = 0; index < ordered.Length; index++) numbered[index] = ordered[index].Line with { Number = index + 1 };
        return numbered;
    }

    private static int Order(Placed one, Placed other)
    {
        var order = ((int)one.Line.Kind).CompareTo((int)other.Line.Kind);
        if (order == 0) order = one.Plan.CompareTo(other.Plan);
        if (order == 0) order = string.CompareOrdinal(one.Line.ComponentId, other.Line.ComponentId);
        if (order == 0) order = string.CompareOrdinal(one.Line.CustomerId, other.Line.CustomerId);
        if (order == 0) order = string.CompareOrdinal(one.Line.Measure, other.Line.Measure);
        if (order == 0) order = string.CompareOrdinal(one.Line.Evidence, other.Line.Evidence);
        if (order == 0) order = one.Line.Amount.CompareTo(other.Line.Amount);
        if (order == 0) order = string.CompareOrdinal(one.Line.Reason, other.Line.Reason);
        return order != 0 ? order : one.Arrival.CompareTo(other.Arrival);
    }

    private static int Place(IReadOnlyList<string> plans, string plan)
    {
        for (var index = 0; index < plans.Count; index++)
        {
            if (string.Equals(plans[index], plan, StringComparison.Ordinal)) return index;
        }

        return plans.Count;
    }

    private readonly struct Placed(PayLine line, int plan, int arrival)
    {
        public PayLine Line { get; } = line;

        public int Plan { get; } = plan;

        public int Arrival { get; } = arrival;
    }
}
