using System;
using System.Collections.Generic;
using System.Text;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay.Measures;

/// <summary>Gathers parts that come in order of customers; several stints of one customer become one part.</summary>
internal sealed class PartList
{
    private const int MostLetters = 200;
    private readonly List<MeasuredPart> parts = [];
    private readonly StringBuilder words = new(64);
    private readonly char[] scratch = new char[DecimalText.MostLetters];

    public IReadOnlyList<MeasuredPart> Parts => parts;

    public static string Figure(decimal figure) => DecimalText.Figure(figure);

    /// <summary>Figures with signs between them, as a measure says how it was found.</summary>
    public string Figures(decimal first, string sign, decimal second, string nextSign, decimal third) =>
        words.Clear().AppendFigure(first, scratch).Append(sign).AppendFigure(second, scratch).Append(nextSign).AppendFigure(third, scratch).ToString();

    /// <summary>Figures with signs between them, as a measure says how it was found.</summary>
    public string Figures(decimal first, string sign, decimal second, string nextSign, decimal third, string lastSign, decimal fourth) =>
        words.Clear().AppendFigure(first, scratch).Append(sign).AppendFigure(second, scratch).Append(nextSign).AppendFigure(third, scratch).Append(lastSign).AppendFigure(fourth, scratch).ToString();

    public void Add(string customerId, decimal weight, string measure, string evidence = "")
    {
        var last = parts.Count - 1;
        if (last < 0 || !string.Equals(parts[last].CustomerId, customerId, StringComparison.Ordinal)) parts.Add(new MeasuredPart(customerId, weight, measure, evidence));
        else parts[last] = new MeasuredPart(customerId, parts[last].Weight + weight, Joined(parts[last].Measure, measure, MostLetters), Joined(parts[last].Evidence, evidence, int.MaxValue));
    }

    private static string Joined(string one, string next, int most)
    {
        var joined = next.Length == 0 ? one : one.Length == 0 ? next : one + "; " + next;
        return joined.Length <= most ? joined : joined.Substring(0, most - 1) + "…";
    }
}
