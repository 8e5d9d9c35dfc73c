using System;
using System.Collections.Generic;
using Crm.Extensions.Compensation.Pay.Credit;
using Crm.Extensions.Compensation.Pay.Measures;
using Crm.Extensions.Shared;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>What the company itself or a death took: a line without effect, so that everybody sees why the loss cost nobody, and by which record.</summary>
internal static class NeutralLines
{
    public static void Write(LineDraft draft, IReadOnlyList<Stint> stints, CalendarDate until)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stint in stints)
        {
            if (!told.Add(stint.Customer.Id)) continue;
            foreach (var act in stint.Customer.NeutralActs)
            {
                if (!Stint.Counts(act, until)) continue;
                var amount = act.Amount is { } taken ? " −" + PartList.Figure(taken) : "";
                draft.Add(new PayLine { Kind = PayLineKind.Neutral, CustomerId = stint.Customer.Id, Measure = $"{act.Kind} {act.On}{amount}", Evidence = act.Evidence });
            }
        }
    }
}
