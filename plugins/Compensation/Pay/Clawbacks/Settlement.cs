using System;
using System.Linq;
using Crm.Extensions.Compensation.Pay.Measures;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay.Clawbacks;

/// <summary>Draw, repayment of draws, and what is given back. Salary is never touched, and variable pay only within the country's limit; the rest is carried.</summary>
/// <remarks>Recovered draw and clawback together stay within the limit, which is the stricter reading.</remarks>
internal static class Settlement
{
    /// <param name="earned">Variable pay of this period after hold-back, vesting included; never below 0.</param>
    /// <returns>Draw and clawback for the next period to begin with.</returns>
    public static PayBalance Write(LineDraft draft, StatementInput input, decimal earned)
    {
        var law = input.Law ?? ClawbackLaw.Of(input.Worker.Country);
        var opening = input.Opening;
        var assured = Assured(input);
        var added = Math.Max(0, assured - earned);
        if (added > 0) draft.Add(new PayLine { Kind = PayLineKind.Draw, Amount = added, Measure = $"{PartList.Figure(assured)}, → {input.Draw!.Until}" });

        foreach (var adjustment in input.Adjustments)
        {
            draft.Add(new PayLine
            {
                Kind = PayLineKind.Adjustment, ComponentId = adjustment.ComponentId, CustomerId = adjustment.CustomerId, Amount = adjustment.Amount,
                Reason = adjustment.Reason, Evidence = adjustment.Evidence, Measure = adjustment.Reverses,
            });
        }

        var late = input.Adjustments.Sum(adjustment => adjustment.Amount);
        var variable = earned + Math.Max(0, late);
        var limit = Math.Floor(variable * Math.Min(1, Math.Max(0, law.Share)) * 100) / 100;
        var recovered = Math.Min(Math.Min(opening.DrawBalance, Math.Max(0, earned - assured)), limit);
        if (recovered > 0) draft.Add(new PayLine { Kind = PayLineKind.DrawRecovery, Amount = -recovered, Measure = $"{PartList.Figure(opening.DrawBalance)}", Evidence = law.Source });

        var back = Math.Max(0, -late);
        var owed = opening.ClawbackCarried + back;
        var netted = law.NeedsConsent && !input.HasConsented ? 0 : Math.Min(owed, limit - recovered);
        if (owed > 0)
        {
            // the late lines above take all at once; this one gives back what may not be taken yet
            draft.Add(new PayLine
            {
                Kind = PayLineKind.Clawback, Amount = back - netted, Evidence = law.Source,
                Measure = $"{PartList.Figure(owed)} − {PartList.Figure(netted)} = {PartList.Figure(owed - netted)}",
            });
        }

        return new PayBalance
        {
            DrawBalance = opening.DrawBalance - recovered + (input.Draw is { Recoverable: true } ? added : 0),
            ClawbackCarried = owed - netted,
        };
    }

    // by the days on which the draw runs and the worker works here
    private static decimal Assured(StatementInput input)
    {
        if (input.Draw is not { } draw) return 0;
        var from = input.Worker.From is { } first && first > input.Period.From ? first : input.Period.From;
        var until = input.Worker.Until is { } last && last < input.Period.Until ? last : input.Period.Until;
        if (draw.Until < until) until = draw.Until;
        return from > until ? 0 : MoneyShares.ToCent(Math.Max(0, draw.Amount) * (from.DaysUntil(until) + 1) / input.Period.Days);
    }
}
