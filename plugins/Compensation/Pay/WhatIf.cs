using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Crm.Extensions.Compensation.Recognition;

namespace Crm.Extensions.Compensation.Pay;

/// <summary>What somebody would earn if: the same engine with changed inputs.</summary>
internal static class WhatIf
{
    /// <summary>The facts as they would be.</summary>
    /// <remarks>A customer who is not the worker's changes nothing.</remarks>
    public static StatementInput Apply(StatementInput input, IReadOnlyList<WhatIfChange> changes) => changes.Aggregate(input, Changed);

    private static StatementInput Changed(StatementInput input, WhatIfChange change) => change.Subject switch
    {
        WhatIfSubject.CustomerValue => input with
        {
            Customers = [.. input.Customers.Select(customer => string.Equals(customer.Id, change.CustomerId, StringComparison.Ordinal) ? customer with { Value = change.Figure } : customer)],
        },
        WhatIfSubject.Satisfaction => input with { Surveys = [.. input.Surveys.Select(answer => Mine(answer, change) ? answer with { Score = change.Figure } : answer)] },
        WhatIfSubject.Recognitions => input with { Recognitions = [.. input.Recognitions, .. Greeted(input, (int)Math.Max(0, change.Figure))] },
        _ => input with
        {
            Achievements = [.. input.Achievements.Where(achievement => achievement.Metric != change.Metric), new PayAchievement(change.Metric, change.Figure, "what-if")],
        },
    };

    private static bool Mine(SurveyScore answer, WhatIfChange change) => change.CustomerId.Length == 0 || string.Equals(answer.CustomerId, change.CustomerId, StringComparison.Ordinal);

    // other customers than any known, each once
    private static IEnumerable<RecognitionFact> Greeted(StatementInput input, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var id = "what-if " + number.ToString(CultureInfo.InvariantCulture);
            yield return new RecognitionFact(id, id, input.Period.Until, RecognitionVerifier.Customer);
        }
    }
}

/// <summary>One change of the facts.</summary>
/// <param name="CustomerId">Customer's value or satisfaction: whose; satisfaction of an empty one is everybody's.</param>
/// <param name="Figure">Value in the measurement unit, score 0 to 10, recognitions more than there are, or the figure achieved.</param>
/// <param name="Metric">Achievement: of which.</param>
internal sealed record WhatIfChange(WhatIfSubject Subject, decimal Figure, string CustomerId = "", PayMetric Metric = PayMetric.Team);

internal enum WhatIfSubject
{
    CustomerValue,
    Satisfaction,
    Recognitions,
    Achievement,
}
