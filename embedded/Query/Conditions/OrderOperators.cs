using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>Greater, less, between. An empty column satisfies none of them but "not between".</summary>
internal static class OrderOperators
{
    public static Dictionary<ConditionOperator, OperatorRule> Rules { get; } = new()
    {
        [ConditionOperator.GreaterThan] = comparison => Compare(comparison, order => order > 0),
        [ConditionOperator.GreaterEqual] = comparison => Compare(comparison, order => order >= 0),
        [ConditionOperator.LessThan] = comparison => Compare(comparison, order => order < 0),
        [ConditionOperator.LessEqual] = comparison => Compare(comparison, order => order <= 0),
        [ConditionOperator.Between] = Between,
        [ConditionOperator.NotBetween] = comparison => EqualityOperators.Not(Between(comparison)),
    };

    private static Func<object?, bool> Compare(Comparison comparison, Func<int, bool> holds)
    {
        Ordered(comparison);
        var operand = comparison.Operand();
        return value => value is not null && holds(Values.Instance.Compare(value, operand));
    }

    private static Func<object?, bool> Between(Comparison comparison)
    {
        Ordered(comparison);
        var bounds = comparison.Operands(2, 2);
        return value => value is not null && Values.Instance.Compare(value, bounds[0]) >= 0 && Values.Instance.Compare(value, bounds[1]) <= 0;
    }

    private static void Ordered(Comparison comparison)
    {
        if (comparison.Column.Type is ColumnType.Boolean or ColumnType.MultiChoice or ColumnType.PartyList or ColumnType.CalendarRules || comparison.Column.IsReference)
            throw QueryFaults.OperatorOnType(comparison.Table, comparison.Column.LogicalName, comparison.Operator, comparison.Column.Type.ToString());
    }
}
