using System;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Modelling;

/// <summary>The C# type of a column's property, and the expressions that read and write it.</summary>
/// <param name="Name">The type as it is written.</param>
/// <param name="Get">Expression that reads the column whose name it is given.</param>
/// <param name="Set">Expression that stores <c>value</c> in the column whose name it is given.</param>
internal sealed record PropertyType(string Name, Func<string, string> Get, Func<string, string> Set)
{
    public static bool IsChoice(ColumnXml column) => column.Type is "picklist" or "state" or "status" or "multiselectpicklist";

    /// <exception cref="SourceException">The format knows no such type of column.</exception>
    public static PropertyType Of(ColumnXml column, string enumName) => column.Type switch
    {
        "nvarchar" or "ntext" or "entityname" => Plain("string?"),
        "int" => Plain("int?"),
        "bigint" => Plain("long?"),
        "float" => Plain("double?"),
        "decimal" => Plain("decimal?"),
        "money" => Plain("Money?"),
        "datetime" => Plain("DateTime?"),
        "bit" => Plain("bool?"),
        "lookup" or "customer" or "owner" => Plain("EntityReference?"),
        "primarykey" or "uniqueidentifier" => Plain("Guid?"),
        "picklist" or "state" or "status" => Choice(enumName),
        "multiselectpicklist" => Choices(enumName),
        "partylist" => Parties(),
        _ => throw new SourceException(column.Element.BaseUri, column.Element.Line(), $"column {column.LogicalName} has the unknown type '{column.Type}'"),
    };

    private static PropertyType Plain(string type) =>
        new(type, field => $"GetAttributeValue<{type}>({field})", field => $"SetAttributeValue({field}, value)");

    private static PropertyType Choice(string name) => new(
        name + "?",
        field => $"GetAttributeValue<OptionSetValue?>({field}) is {{ }} option ? ({name})option.Value : null",
        field => $"SetAttributeValue({field}, value is {{ }} option ? new OptionSetValue((int)option) : null)");

    private static PropertyType Choices(string name) => new(
        $"IEnumerable<{name}>?",
        field => $"GetAttributeValue<OptionSetValueCollection?>({field})?.Select(option => ({name})option.Value)",
        field => $"SetAttributeValue({field}, value is null ? null : new OptionSetValueCollection(value.Select(option => new OptionSetValue((int)option)).ToList()))");

    private static PropertyType Parties() => new(
        "IEnumerable<ActivityParty>?",
        field => $"GetAttributeValue<EntityCollection?>({field})?.Entities.Select(party => party.ToEntity<ActivityParty>())",
        field => $"SetAttributeValue({field}, value is null ? null : new EntityCollection(value.ToList<Entity>()))");
}
