using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace Crm.Extensions.CustomerView.Identity.Operations;

/// <summary>A column's value as text: its kind in one letter, and itself. Reading what was written gives a value that is equal.</summary>
internal static class JournalValue
{
    /// <summary>A column without a value.</summary>
    public const string Nothing = "-";

    /// <exception cref="ArgumentException">A type that no operation changes.</exception>
    public static string Write(object? value) => value switch
    {
        null => Nothing,
        EntityReference reference => "r" + reference.LogicalName + ":" + reference.Id.ToString("N", CultureInfo.InvariantCulture),
        OptionSetValue option => "o" + option.Value.ToString(CultureInfo.InvariantCulture),
        bool yes => yes ? "b1" : "b0",
        int number => "i" + number.ToString(CultureInfo.InvariantCulture),
        DateTime at => "d" + at.Ticks.ToString(CultureInfo.InvariantCulture),
        string text => "s" + text,
        _ => throw new ArgumentException("An operation can't keep a value of " + value.GetType().Name + ".", nameof(value)),
    };

    public static string Reference(string table, Guid row) => Write(new EntityReference(table, row));

    public static string Option(int value) => "o" + value.ToString(CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">It was not written by <see cref="Write"/>.</exception>
    public static object? Read(string text)
    {
        if (text == Nothing) return null;

        var rest = text.Length == 0 ? "" : text.Substring(1);
        switch (text.Length == 0 ? ' ' : text[0])
        {
            case 'r':
                var colon = rest.IndexOf(':');
                return colon < 0 ? throw Wrong(text) : new EntityReference(rest.Substring(0, colon), Guid.ParseExact(rest.Substring(colon + 1), "N"));
            case 'o':
                return new OptionSetValue(int.Parse(rest, CultureInfo.InvariantCulture));
            case 'b':
                return rest == "1";
            case 'i':
                return int.Parse(rest, CultureInfo.InvariantCulture);
            case 'd':
                return new DateTime(long.Parse(rest, CultureInfo.InvariantCulture), DateTimeKind.Utc);
            case 's':
                return rest;
            default:
                throw Wrong(text);
        }
    }

    private static FormatException Wrong(string text) => new("'" + text + "' is no value of a journal.");
}
