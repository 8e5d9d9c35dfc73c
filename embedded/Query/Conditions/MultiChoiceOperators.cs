using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>Conditions on multi-select choices: any of the values given is among those chosen.</summary>
internal static class MultiChoiceOperators
{
    public static Dictionary<ConditionOperator, OperatorRule> Rules { get; } = new()
    {
        [ConditionOperator.ContainValues] = Contains,
        [ConditionOperator.DoesNotContainValues] = comparison => EqualityOperators.Not(Contains(comparison)),
    };

    private static Func<object?, bool> Contains(Comparison comparison)
    {
        comparison.Only(ColumnType.MultiChoice);
        var wanted = comparison.Operands(1, int.MaxValue).Cast<int>().ToHashSet();
        return value => value is int[] chosen && chosen.Any(wanted.Contains);
    }
}
