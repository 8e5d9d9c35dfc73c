using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>What late facts change of a closed statement: new lines with reason and link, never a change of a closed one.</summary>
internal static class StatementRevision
{
    /// <param name="closed">All lines of the closed statement, earlier revisions' included.</param>
    /// <param name="again">The same statement worked out with the late facts, from the same opening.</param>
    /// <param name="reason">Why, for the worker to read.</param>
    /// <param name="evidence">The record that came late.</param>
    /// <returns>Lines to stand after the closed ones, numbered on; none where nothing changed. Closed and new lines together come to the new payable.</returns>
    public static IReadOnlyList<PayLine> Of(IReadOnlyList<PayLine> closed, PayStatement again, string reason, string evidence)
    {
        var byNumber = closed.ToDictionary(line => line.Number);
        var before = closed.GroupBy(line => Key(Origin(line, byNumber)), StringComparer.Ordinal).ToDictionary(lines => lines.Key, lines => lines.ToList(), StringComparer.Ordinal);
        var after = again.Lines.GroupBy(Key, StringComparer.Ordinal).ToDictionary(lines => lines.Key, lines => lines.ToList(), StringComparer.Ordinal);
        var number = closed.Count == 0 ? 0 : closed.Max(line => line.Number);
        var deltas = new List<PayLine>();
        foreach (var key in before.Keys.Union(after.Keys, StringComparer.Ordinal).OrderBy(key => key, StringComparer.Ordinal))
        {
            before.TryGetValue(key, out var old);
            after.TryGetValue(key, out var now);
            var change = (now?.Sum(line => line.Amount) ?? 0) - (old?.Sum(line => line.Amount) ?? 0);
            if (change == 0) continue;
            deltas.Add(old is null
                ? now![0] with { Number = ++number, Amount = change, Reason = reason, Evidence = Joined(now[0].Evidence, evidence) }
                : Against(old.First(line => line.Reverses is null), change, ++number, reason, evidence, now?[0].Measure));
        }

        return deltas;
    }

    /// <summary>Takes back exactly what a line paid: the amount itself, not today's rate.</summary>
    public static PayLine Reverse(PayLine line, int number, string reason, string evidence) => Against(line, 0 - line.Amount, number, reason, evidence, null);

    /// <summary>Delta lines as the next statement settles them.</summary>
    /// <param name="statement">The closed statement's reference.</param>
    public static IReadOnlyList<PayAdjustment> AsAdjustments(IReadOnlyList<PayLine> deltas, string statement) =>
    [
        .. deltas.Where(line => line.Amount != 0).Select(line => new PayAdjustment(
            line.ComponentId, line.CustomerId, line.Amount, line.Reason, line.Evidence,
            FormattableString.Invariant($"{statement} {line.Reverses ?? line.Number}"))),
    ];

    private static PayLine Against(PayLine line, decimal amount, int number, string reason, string evidence, string? measure) => line with
    {
        Number = number, Kind = PayLineKind.Adjustment, Amount = amount, Reason = reason, Evidence = evidence, Reverses = line.Number,
        Measure = measure is null ? "" : measure,
    };

    private static PayLine Origin(PayLine line, Dictionary<int, PayLine> byNumber) => line.Reverses is { } number ? byNumber[number] : line;

    // what makes a line the same in another calculation: not its figures
    private static string Key(PayLine line)
    {
        var own = line.Kind switch
        {
            PayLineKind.Gate => string.Join(" ", line.Measure.Split(' ').Take(2)),
            PayLineKind.Vesting => line.Evidence.Split(';')[0],
            PayLineKind.Neutral => line.Evidence,
            PayLineKind.Adjustment => line.Measure + "\u001f" + line.Evidence,
            _ => "",
        };
        return string.Join("\u001f", ((int)line.Kind).ToString("00", CultureInfo.InvariantCulture), line.Plan, line.ComponentId, line.CustomerId, own);
    }

    private static string Joined(string one, string other) => one.Length == 0 ? other : other.Length == 0 ? one : one + "; " + other;
}
