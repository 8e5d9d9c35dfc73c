using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>Every condition operator and the rule that carries it out; what is not in the table is refused by name.</summary>
internal static class Operators
{
    private static readonly Dictionary<ConditionOperator, OperatorRule> Rules = Gather(
        EqualityOperators.Rules, OrderOperators.Rules, TextOperators.Rules, MultiChoiceOperators.Rules, CallerOperators.Rules, DayOperators.Rules, PeriodOperators.Rules, ElapsedOperators.Rules);

    public static Func<object?, bool> Test(Comparison comparison) =>
        Rules.TryGetValue(comparison.Operator, out var rule)
            ? rule(comparison)
            : throw QueryFaults.NotSupported($"condition operator '{comparison.Operator}' on '{comparison.Table}.{comparison.Column.LogicalName}'");

    /// <summary>Whether a condition that compares two columns may use the operator.</summary>
    public static Func<object?, object?, bool> Pair(ConditionOperator conditionOperator, string table, string column) => conditionOperator switch
    {
        ConditionOperator.Equal => (left, right) => left is not null && right is not null && Values.Instance.Equals(left, right),
        ConditionOperator.NotEqual => (left, right) => left is not null && right is not null && !Values.Instance.Equals(left, right),
        ConditionOperator.GreaterThan => (left, right) => left is not null && right is not null && Values.Instance.Compare(left, right) > 0,
        ConditionOperator.GreaterEqual => (left, right) => left is not null && right is not null && Values.Instance.Compare(left, right) >= 0,
        ConditionOperator.LessThan => (left, right) => left is not null && right is not null && Values.Instance.Compare(left, right) < 0,
        ConditionOperator.LessEqual => (left, right) => left is not null && right is not null && Values.Instance.Compare(left, right) <= 0,
        _ => throw QueryFaults.Argument($"The condition operator '{conditionOperator}' can't compare '{table}.{column}' with another column."),
    };

    private static Dictionary<ConditionOperator, OperatorRule> Gather(params IEnumerable<KeyValuePair<ConditionOperator, OperatorRule>>[] families)
    {
        var rules = new Dictionary<ConditionOperator, OperatorRule>();
        foreach (var family in families)
        {
            foreach (var (conditionOperator, rule) in family) rules.Add(conditionOperator, rule);
        }
        return rules;
    }
}
