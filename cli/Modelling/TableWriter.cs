using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Modelling;

/// <summary>Writes the class of a table, with the enums of the choices that are its own.</summary>
internal sealed class TableWriter(ModelSource source)
{
    public string Write(TableXml table, string className)
    {
        var columns = source.ColumnsOf(table).ToList();
        var code = CodeText.Generated("System", "System.Collections.Generic", "System.Linq", "Microsoft.Xrm.Sdk", "Microsoft.Xrm.Sdk.Client");
        code.Line($"/// <summary>A row of <c>{table.LogicalName}</c>.</summary>");
        code.Line("[EntityLogicalName(EntityLogicalName)]");
        code.Block($"public partial class {className} : Entity", () =>
        {
            code.Line($"public const string EntityLogicalName = \"{table.LogicalName}\";").Line();
            code.Line($"public const string EntitySchemaName = \"{table.SchemaName}\";").Line();
            code.Line($"public {className}() : base(EntityLogicalName)").Line("{").Line("}").Line();
            code.Line($"public {className}(Guid id) : base(EntityLogicalName, id)").Line("{").Line("}").Line();
            Fields(code, columns);
            foreach (var column in columns) Property(code, column, className);
        });
        foreach (var column in columns.Where(column => column.Xml.LocalChoice is not null && PropertyType.IsChoice(column.Xml)))
        {
            code.Line();
            EnumWriter.Write(code, source.EnumOf(column, className), column.Xml.LocalChoice!, new Dictionary<string, string>());
        }
        return code.ToString();
    }

    private static void Fields(CodeText code, List<ModelColumn> columns)
    {
        code.Line("/// <summary>Logical names of the columns.</summary>");
        code.Block("public static class Fields", () =>
        {
            foreach (var column in columns) code.Line($"public const string {column.Name} = \"{column.Xml.LogicalName}\";");
        });
    }

    private void Property(CodeText code, ModelColumn column, string className)
    {
        var type = PropertyType.Of(column.Xml, PropertyType.IsChoice(column.Xml) ? source.EnumOf(column, className) : "");
        var field = $"Fields.{column.Name}";
        code.Line();
        if (column.Xml.Label(Labels.English) is { } label) code.Line($"/// <summary>{CodeText.Comment(label)}</summary>");
        code.Line($"[AttributeLogicalName({field})]");
        code.Block($"public {type.Name} {column.Name}", () =>
        {
            code.Line($"get => {type.Get(field)};");
            if (column.Xml.Type == "primarykey")
                code.Block("set", () => code.Line($"SetAttributeValue({field}, value);").Line("base.Id = value ?? Guid.Empty;"));
            else
                code.Line($"set => {type.Set(field)};");
        });
        if (column.Xml.Type != "primarykey") return;
        code.Line();
        code.Line($"[AttributeLogicalName({field})]");
        code.Block("public override Guid Id", () => code.Line("get => base.Id;").Line($"set => {column.Name} = value;"));
    }
}
