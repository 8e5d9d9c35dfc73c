using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Modelling;

/// <summary>
/// How classes and properties of the model are called: by their schema names as <c>pac modelbuilder</c> does, but without our own prefix.
/// Where a table has a column of the platform by the stripped name (lead.customerid beside lead.crmx_customerid) ours keeps its prefix,
/// and so does a name that the base class or the class itself has taken.
/// </summary>
internal static class Naming
{
    public const string Prefix = "crmx_";

    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Id", "LogicalName", "Attributes", "EntityState", "FormattedValues", "RelatedEntities", "RowVersion", "KeyAttributes", "Item",
        "Fields", "EntityLogicalName", "EntitySchemaName", "ExtensionData", "HasLazyFileAttribute", "LazyFileAttributeKey", "LazyFileAttributeValue",
        "LazyFileSizeAttributeKey", "LazyFileSizeAttributeValue", "Contains", "ToEntity", "GetType", "Equals", "ToString", "GetHashCode",
    };

    /// <summary>The platform writes these two in lower case on custom tables and otherwise on its own.</summary>
    private static readonly Dictionary<string, string> Spelling = new(StringComparer.Ordinal)
    {
        ["statecode"] = "StateCode",
        ["statuscode"] = "StatusCode",
    };

    public static string Class(TableXml table, ModelTable settings) => settings.Class ?? Capital(Strip(table.SchemaName));

    /// <param name="column">The column to name.</param>
    /// <param name="className">Name of the class it becomes a property of.</param>
    /// <param name="siblings">Logical names of all columns of the table, those that are not in the model included.</param>
    public static string Property(ColumnXml column, string className, IReadOnlySet<string> siblings)
    {
        var schema = Spelling.GetValueOrDefault(column.LogicalName, column.SchemaName);
        var plain = Capital(Strip(schema));
        var ours = column.LogicalName.StartsWith(Prefix, StringComparison.Ordinal);
        if (ours && siblings.Contains(column.LogicalName[Prefix.Length..])) return schema;
        if (Taken.Contains(plain) || plain == className) return ours ? schema : plain + "1";
        return plain;
    }

    /// <summary>A label as an identifier: <c>In transit</c> becomes <c>InTransit</c>.</summary>
    public static string Identifier(string label)
    {
        var name = new StringBuilder();
        var start = true;
        foreach (var letter in label.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsAsciiLetterOrDigit(letter)) { start = true; continue; }
            name.Append(start ? char.ToUpperInvariant(letter) : letter);
            start = false;
        }
        if (name.Length == 0 || char.IsAsciiDigit(name[0])) name.Insert(0, '_');
        return name.ToString();
    }

    private static string Strip(string schema) => schema.StartsWith(Prefix, StringComparison.Ordinal) ? schema[Prefix.Length..] : schema;

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
