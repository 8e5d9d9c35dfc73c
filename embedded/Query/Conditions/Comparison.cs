using System;
using System.Collections.Generic;
using Crm.Extensions.Embedded.Metadata;
using Crm.Extensions.Embedded.Storage;
using Microsoft.Xrm.Sdk.Query;

namespace Crm.Extensions.Embedded.Query.Conditions;

/// <summary>One condition on its way to becoming a test: the column, the operator, the values given, the caller.</summary>
internal sealed record Comparison(Cell Cell, ConditionOperator Operator, IReadOnlyList<object?> Values, QueryCaller Caller, IReadView View)
{
    public Column Column => Cell.Column;

    public string Table => Cell.Table.LogicalName;

    public CalendarPeriods Calendar => new(Caller, Column.DateBehavior);

    /// <summary>The only value, in the column's stored type.</summary>
    public object Operand() => Values.Count == 1
        ? Conditions.Operand.Of(this, Values[0])
        : throw QueryFaults.ValueCount(Table, Column.LogicalName, Operator, "exactly one value", Values.Count);

    public object[] Operands(int least, int most)
    {
        if (Values.Count < least || Values.Count > most)
            throw QueryFaults.ValueCount(Table, Column.LogicalName, Operator, least == most ? $"{least} values" : $"at least {least} value(s)", Values.Count);
        var operands = new object[Values.Count];
        for (var at = 0; at < operands.Length; at++) operands[at] = Conditions.Operand.Of(this, Values[at]);
        return operands;
    }

    /// <summary>The whole number that operators such as "last x days" take.</summary>
    public int Number()
    {
        if (Values.Count != 1) throw QueryFaults.ValueCount(Table, Column.LogicalName, Operator, "exactly one value", Values.Count);
        var number = Values[0] switch
        {
            int given => given,
            long given => (int)given,
            string text when int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var parsed) => parsed,
            var other => throw QueryFaults.ValueType(Table, Column.LogicalName, typeof(int), other),
        };
        return number > 0 ? number : throw QueryFaults.Positive($"{Table}.{Column.LogicalName}");
    }

    public void None()
    {
        if (Values.Count != 0) throw QueryFaults.ValueCount(Table, Column.LogicalName, Operator, "no value", Values.Count);
    }

    public void Only(params ReadOnlySpan<ColumnType> types)
    {
        if (!types.Contains(Column.Type)) throw QueryFaults.OperatorOnType(Table, Column.LogicalName, Operator, Column.Type.ToString());
    }
}

/// <summary>Makes the test of one operator, or refuses the values or the column's type by name.</summary>
internal delegate Func<object?, bool> OperatorRule(Comparison comparison);
