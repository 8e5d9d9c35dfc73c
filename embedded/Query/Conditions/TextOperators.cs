using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>Like, begins with, ends with, and their opposites (which hold for empty columns too).</summary>
internal static class TextOperators
{
    public static Dictionary<ConditionOperator, OperatorRule> Rules { get; } = new()
    {
        [ConditionOperator.Like] = comparison => Match(comparison, "", ""),
        [ConditionOperator.NotLike] = comparison => EqualityOperators.Not(Match(comparison, "", "")),
        [ConditionOperator.BeginsWith] = comparison => Match(comparison, "", "%"),
        [ConditionOperator.DoesNotBeginWith] = comparison => EqualityOperators.Not(Match(comparison, "", "%")),
        [ConditionOperator.EndsWith] = comparison => Match(comparison, "%", ""),
        [ConditionOperator.DoesNotEndWith] = comparison => EqualityOperators.Not(Match(comparison, "%", "")),
    };

    private static Func<object?, bool> Match(Comparison comparison, string before, string after)
    {
        comparison.Only(ColumnType.Text, ColumnType.Memo, ColumnType.EntityName);
        var pattern = new LikePattern(before + (string)comparison.Operand() + after);
        return value => value is string text && pattern.Matches(text);
    }
}
