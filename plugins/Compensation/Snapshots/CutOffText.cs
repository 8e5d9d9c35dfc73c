using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Compensation.Value;

namespace Crm.Extensions.Compensation.Snapshots;

/// <summary>HR's cut-offs as a plan has them: "10000/5000/1000", from which value on a customer is of segment A, B, C; after a semicolon the same for potential.</summary>
internal sealed class CutOffText
{
    private CutOffText(SegmentCutOffs byValue, SegmentCutOffs byPotential)
    {
        ByValue = byValue;
        ByPotential = byPotential;
    }

    public SegmentCutOffs ByValue { get; }

    public SegmentCutOffs ByPotential { get; }

    /// <returns>Null where the text is not of that form, or the amounts do not fall.</returns>
    public static CutOffText? Read(string? text)
    {
        var parts = (text ?? "").Split(';');
        if (parts.Length > 2 || One(parts[0]) is not { } byValue) return null;
        var byPotential = parts.Length == 2 ? One(parts[1]) : byValue;
        return byPotential is null ? null : new CutOffText(byValue, byPotential);
    }

    /// <summary>Where HR has set none: the best tenth is A, the next fifth B, the next three tenths C. Never at or below zero.</summary>
    /// <param name="amounts">Of the customers, in any order.</param>
    public static SegmentCutOffs Quantiles(IEnumerable<decimal> amounts)
    {
        const decimal LeastStep = 0.01m;
        var sorted = amounts.OrderBy(amount => amount).ToList();
        var c = Math.Max(LeastStep, At(sorted, 4));
        var b = Math.Max(c + LeastStep, At(sorted, 7));
        return new SegmentCutOffs(Math.Max(b + LeastStep, At(sorted, 9)), b, c);
    }

    private static decimal At(List<decimal> sorted, int tenths) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, sorted.Count * tenths / 10)];

    private static SegmentCutOffs? One(string text)
    {
        var amounts = new List<decimal>();
        foreach (var part in text.Split('/'))
        {
            if (!decimal.TryParse(part.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return null;
            amounts.Add(amount);
        }

        return amounts.Count == 3 && amounts[0] > amounts[1] && amounts[1] > amounts[2] ? new SegmentCutOffs(amounts[0], amounts[1], amounts[2]) : null;
    }
}
