using System;
using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Embedded.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>Conditions that speak of the caller: himself, his teams, his business unit, those who report to him, his language.</summary>
internal static class CallerOperators
{
    public static Dictionary<ConditionOperator, OperatorRule> Rules { get; } = new()
    {
        [ConditionOperator.EqualUserId] = Keyed,
        [ConditionOperator.NotEqualUserId] = comparison => EqualityOperators.Not(Keyed(comparison with { Operator = ConditionOperator.EqualUserId })),
        [ConditionOperator.EqualBusinessId] = Keyed,
        [ConditionOperator.NotEqualBusinessId] = comparison => EqualityOperators.Not(Keyed(comparison with { Operator = ConditionOperator.EqualBusinessId })),
        [ConditionOperator.EqualUserTeams] = Keyed,
        [ConditionOperator.EqualUserOrUserTeams] = Keyed,
        [ConditionOperator.EqualUserOrUserHierarchy] = Keyed,
        [ConditionOperator.EqualUserOrUserHierarchyAndTeams] = Keyed,
        [ConditionOperator.EqualUserLanguage] = comparison =>
        {
            comparison.Only(ColumnType.Integer, ColumnType.Choice);
            comparison.None();
            var language = comparison.Caller.Language;
            return value => value is int number && number == language;
        },
    };

    /// <summary>The keys that such an operator stands for; null for operators that stand for none.</summary>
    internal static IReadOnlyCollection<Guid>? Keys(Comparison comparison) => comparison.Operator switch
    {
        ConditionOperator.EqualUserId => [comparison.Caller.UserId],
        ConditionOperator.EqualBusinessId => [comparison.Caller.BusinessUnitId],
        ConditionOperator.EqualUserTeams => comparison.Caller.Teams(),
        ConditionOperator.EqualUserOrUserTeams => [comparison.Caller.UserId, .. comparison.Caller.Teams()],
        ConditionOperator.EqualUserOrUserHierarchy => Reports(comparison),
        ConditionOperator.EqualUserOrUserHierarchyAndTeams => [.. Reports(comparison), .. comparison.Caller.Teams()],
        _ => null,
    };

    private static Func<object?, bool> Keyed(Comparison comparison)
    {
        comparison.None();
        if (!comparison.Column.IsReference && comparison.Column.Type is not (ColumnType.PrimaryKey or ColumnType.UniqueIdentifier))
            throw QueryFaults.OperatorOnType(comparison.Table, comparison.Column.LogicalName, comparison.Operator, comparison.Column.Type.ToString());
        return EqualityOperators.KeyIn([.. Keys(comparison)!]);
    }

    private static HashSet<Guid> Reports(Comparison comparison)
    {
        var found = new HashSet<Guid> { comparison.Caller.UserId };
        var open = new Queue<Guid>(found);
        while (open.TryDequeue(out var manager))
        {
            foreach (var report in comparison.View.Referencing("systemuser", "parentsystemuserid", manager).Where(report => found.Add(report.Id))) open.Enqueue(report.Id);
        }
        return found;
    }
}
