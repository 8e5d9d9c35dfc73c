using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Compensation.Pay.Credit;
using Crm.Extensions.Compensation.Value;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>The five customers who matter this month: those of high value who bring less than they did, and those for whom most could still be done.</summary>
internal static class CustomerHints
{
    private const int Five = 5;
    private const string Death = "death";

    public static IReadOnlyList<CustomerHint> Of(IReadOnlyList<Stint> stints, string workerId, PayPeriod period)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var hints = new List<CustomerHint>();
        foreach (var stint in stints)
        {
            var customer = stint.Customer;
            if (!customer.Spans.Any(span => string.Equals(span.WorkerId, workerId, StringComparison.Ordinal) && !(span.Until < period.Until)) || !seen.Add(customer.Id)) continue;
            if (customer.NeutralActs.Any(act => string.Equals(act.Kind, Death, StringComparison.OrdinalIgnoreCase))) continue;
            var risk = customer.Segment <= ValueSegment.B ? Math.Max(0, stint.Start - customer.Value - stint.NeutralLoss) : 0;
            var potential = Math.Max(0, customer.Attainable - Math.Max(0, customer.Value));
            var isRisk = risk > 0 && risk >= potential;
            var stake = isRisk ? risk : potential;
            if (stake > 0) hints.Add(new CustomerHint(customer.Id, customer.Name, isRisk ? HintReason.AtRisk : HintReason.Potential, stake));
        }

        return [.. hints.OrderByDescending(hint => hint.Stake).ThenBy(hint => hint.CustomerId, StringComparer.Ordinal).Take(Five)];
    }
}
