using System;
using System.Globalization;
using System.Text;
using Crm.Extensions.Embedded.Metadata;

namespace Crm.Extensions.Embedded.Storage;

/// <summary>The values of an alternate key as one text, equal when the platform's index takes them for equal.</summary>
internal static class UniqueValues
{
    /// <summary>Null when a column is empty: such a row is not checked.</summary>
    public static string? Of(AlternateKey key, Func<string, object?> value)
    {
        if (key.Columns.Count == 1) return value(key.Columns[0]) is { } only ? Text(only) : null;
        var all = new StringBuilder();
        foreach (var column in key.Columns)
        {
            if (value(column) is not { } one) return null;
            all.Append(Text(one)).Append('\u0001');
        }

        return all.ToString();
    }

    private static string Text(object value) => value switch
    {
        string text => Collation.Fold(text),
        Reference reference => reference.Id.ToString("N"),
        Guid id => id.ToString("N"),
        DateTime instant => instant.Ticks.ToString(CultureInfo.InvariantCulture),
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
