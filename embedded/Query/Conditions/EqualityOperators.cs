using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>Equal, in, empty, and their opposites. The opposites hold for empty columns too, as on the platform.</summary>
internal static class EqualityOperators
{
    public static Dictionary<ConditionOperator, OperatorRule> Rules { get; } = new()
    {
        [ConditionOperator.Null] = comparison =>
        {
            comparison.None();
            return value => value is null;
        },
        [ConditionOperator.NotNull] = comparison =>
        {
            comparison.None();
            return value => value is not null;
        },
        [ConditionOperator.Equal] = Equal,
        [ConditionOperator.NotEqual] = comparison => Not(Equal(comparison)),
        [ConditionOperator.In] = In,
        [ConditionOperator.NotIn] = comparison => Not(In(comparison)),
    };

    internal static Func<object?, bool> Not(Func<object?, bool> test) => value => !test(value);

    internal static Func<object?, bool> KeyIn(IReadOnlyCollection<Guid> keys) => keys.Count == 1
        ? KeyIs(keys.First())
        : value => Cell.Key(value) is { } key && keys.Contains(key);

    internal static Func<object?, bool> KeyIs(Guid key) => value => value switch
    {
        Reference reference => reference.Id == key,
        Guid id => id == key,
        _ => false,
    };

    private static Func<object?, bool> Equal(Comparison comparison)
    {
        NoMultiChoice(comparison);
        // an empty text is stored as no value, and a comparison with it finds nothing
        return One(comparison.Operand());
    }

    private static Func<object?, bool> In(Comparison comparison)
    {
        NoMultiChoice(comparison);
        var operands = comparison.Operands(1, int.MaxValue);
        if (operands.Length == 1) return One(operands[0]);
        var set = new HashSet<object?>(operands, Values.Instance);
        return operands[0] is Guid ? KeyIn([.. operands.Cast<Guid>().Distinct()]) : value => value is not null && set.Contains(value);
    }

    private static Func<object?, bool> One(object operand)
    {
        switch (operand)
        {
            case Guid key:
                return KeyIs(key);
            case string text:
                var folded = Collation.Fold(text);
                return value => value is string stored && (string.Equals(stored, text, StringComparison.Ordinal) || string.Equals(Collation.Fold(stored), folded, StringComparison.Ordinal));
            default:
                return value => value is not null && value.Equals(operand);
        }
    }

    private static void NoMultiChoice(Comparison comparison)
    {
        if (comparison.Column.Type is ColumnType.PartyList or ColumnType.CalendarRules)
            throw QueryFaults.OperatorOnType(comparison.Table, comparison.Column.LogicalName, comparison.Operator, comparison.Column.Type.ToString());
        if (comparison.Column.Type == ColumnType.MultiChoice) throw QueryFaults.NotSupported($"'{comparison.Operator}' on the multi-select column '{comparison.Table}.{comparison.Column.LogicalName}'; use ContainValues");
    }
}
