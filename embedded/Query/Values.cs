using System;
using System.Collections.Generic;
using System.Data.SqlTypes;
using System.Linq;
using Crm.Extensions.Embedded.Storage;

namespace Crm.Extensions.Embedded.Query;

/// <summary>Equality and order of stored values as the database sees them; empty comes first.</summary>
internal sealed class Values : IEqualityComparer<object?>, IComparer<object?>
{
    public static Values Instance { get; } = new();

    public new bool Equals(object? left, object? right)
    {
        if (left is null || right is null) return left is null && right is null;
        return left is string one && right is string other ? Collation.Same(one, other) : Compare(left, right) == 0;
    }

    public int GetHashCode(object? value) => value switch
    {
        null => 0,
        string text => Collation.Fold(text).GetHashCode(StringComparison.Ordinal),
        Reference reference => reference.Id.GetHashCode(),
        int[] set => set.Aggregate(17, HashCode.Combine),
        _ => value.GetHashCode(),
    };

    public int Compare(object? left, object? right)
    {
        if (left is null || right is null) return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        return (left, right) switch
        {
            (string one, string other) => Collation.Compare(one, other),
            (int[] one, int[] other) => one.AsSpan().SequenceCompareTo(other),
            _ when Cell.Key(left) is { } one && Cell.Key(right) is { } other => new SqlGuid(one).CompareTo(new SqlGuid(other)),
            (IComparable one, _) when left.GetType() == right.GetType() => one.CompareTo(right),
            _ => Number(left).CompareTo(Number(right)),
        };
    }

    // columns of different numeric types may be compared with each other
    private static decimal Number(object value) => value switch
    {
        bool flag => flag ? 1 : 0,
        IConvertible number and (int or long or decimal or double) => number.ToDecimal(System.Globalization.CultureInfo.InvariantCulture),
        _ => throw QueryFaults.Argument($"Values of type {value.GetType().Name} can't be compared with numbers."),
    };
}
