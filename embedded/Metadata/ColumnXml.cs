using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Crm.Extensions.Embedded.Metadata;

/// <summary>Reads an <c>attribute</c> node.</summary>
internal static class ColumnXml
{
    public static Column Read(
        XElement node, string table, IDictionary<string, IReadOnlyList<Option>> choices, ILookup<(string, string), string> targets)
    {
        var schemaName = (string?)node.Attribute("PhysicalName") ?? node.Text("Name") ?? throw new FormatException($"A column of {table} has no name.");
        var logicalName = node.Text("LogicalName") ?? EntityXmlReader.Lower(node.Text("Name") ?? schemaName);
        var type = TypeOf(node, table, logicalName);
        var mask = node.Text("DisplayMask") ?? "";
        return new Column
        {
            LogicalName = logicalName,
            SchemaName = schemaName,
            Type = type,
            MaxLength = type is ColumnType.Text or ColumnType.Memo ? node.Number("MaxLength") : null,
            Min = node.Decimal("MinValue"),
            Max = node.Decimal("MaxValue"),
            Precision = node.Number("Accuracy"),
            DateBehavior = DateBehaviorOf(node),
            Options = OptionsOf(node, table, logicalName, choices),
            Targets = TargetsOf(node, type, table, logicalName, targets),
            Default = DefaultOf(node, type),
            SystemRequired = node.Text("RequiredLevel") == "systemrequired",
            Secured = node.Flag("IsSecured"),
            ValidForCreate = node.Flag("ValidForCreateApi", otherwise: true),
            ValidForUpdate = node.Flag("ValidForUpdateApi", otherwise: true),
            IsPrimaryName = mask.Split('|').Contains("PrimaryName"),
            CalculationOf = node.Text("CalculationOf") is { } source ? EntityXmlReader.Lower(source) : null,
            Labels = node.Elements("displaynames").Elements("displayname").Labels(),
        };
    }

    private static ColumnType TypeOf(XElement node, string table, string column) => node.Text("Type") switch
    {
        "nvarchar" => ColumnType.Text,
        "ntext" => ColumnType.Memo,
        "int" => ColumnType.Integer,
        "bigint" or "timestamp" => ColumnType.BigInt,
        "float" => ColumnType.Float,
        "decimal" => ColumnType.Decimal,
        "money" => ColumnType.Money,
        "datetime" => ColumnType.DateTime,
        "bit" => ColumnType.Boolean,
        "picklist" => ColumnType.Choice,
        "multiselectpicklist" => ColumnType.MultiChoice,
        "lookup" => ColumnType.Lookup,
        "customer" => ColumnType.Customer,
        "owner" => ColumnType.Owner,
        "partylist" => ColumnType.PartyList,
        "calendarrules" => ColumnType.CalendarRules,
        "primarykey" => ColumnType.PrimaryKey,
        "uniqueidentifier" => ColumnType.UniqueIdentifier,
        "state" => ColumnType.State,
        "status" => ColumnType.Status,
        "entityname" => ColumnType.EntityName,
        var other => throw new FormatException($"Column {column} of table {table} has type '{other}', which the embedded Dataverse does not keep."),
    };

    // Exports write the numbers; hand-made files sometimes the words.
    private static DateBehavior DateBehaviorOf(XElement node) => node.Text("Behavior") switch
    {
        "2" or "DateOnly" => DateBehavior.DateOnly,
        "3" or "TimeZoneIndependent" => DateBehavior.TimeZoneIndependent,
        _ => DateBehavior.UserLocal,
    };

    private static IReadOnlyList<Option> OptionsOf(XElement node, string table, string column, IDictionary<string, IReadOnlyList<Option>> choices)
    {
        if (node.Element("optionset") is { } local) return OptionXml.Read(local);
        if (node.Text("OptionSetName") is not { } name) return [];
        return choices.TryGetValue(name, out var options)
            ? options
            : throw new MissingChoiceException(table, column, name);
    }

    private static List<string> TargetsOf(
        XElement node, ColumnType type, string table, string column, ILookup<(string, string), string> targets) => type switch
    {
        ColumnType.Owner => ["systemuser", "team"],
        ColumnType.Customer when !targets.Contains((table, column)) => ["account", "contact"],
        ColumnType.Lookup or ColumnType.Customer =>
        [
            .. node.Elements("LookupTypes").Elements("LookupType").Select(element => element.Value.Trim())
                .Where(name => name.Length > 0 && !char.IsDigit(name[0])).Select(EntityXmlReader.Lower)
                .Concat(targets[(table, column)]).Distinct(StringComparer.Ordinal),
        ],
        _ => [],
    };

    private static object? DefaultOf(XElement node, ColumnType type) => (type, node.Number("AppDefaultValue")) switch
    {
        (ColumnType.Boolean, { } value) => value == 1,
        (ColumnType.Choice, { } value and not -1) => value,
        (ColumnType.Integer, { } value) => value,
        _ => null,
    };
}
