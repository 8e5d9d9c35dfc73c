using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Alternate keys are made of columns that exist, of types that may stand in keys, unsecured, and not too wide.</summary>
internal sealed class KeyColumns : IVerifyRule
{
    private const int MostKeys = 10;
    private const int MostColumns = 16;
    private const int MostBytes = 900;

    /// <summary>What the database itself takes, which exports with a name of 850 characters as their key rely on.</summary>
    private const int MostBytesOfOthers = 1700;

    private static readonly string[] Allowed = ["nvarchar", "int", "decimal", "datetime", "lookup", "customer", "picklist"];

    public string Id => "key-columns";

    public string Remedy => "Keys take text, whole number, decimal, date, look-up and choice columns without column security, 900 bytes in all, ten keys a table.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var table in zip.Tables.Own)
        {
            if (table.Keys.Count() > MostKeys) yield return new Flaw($"table {table.LogicalName}", $"has more than {MostKeys} keys");
            foreach (var key in table.Keys)
            {
                var name = $"key {key.Text("LogicalName") ?? key.Text("Name")} of {table.LogicalName}";
                var columns = key.Elements("EntityKeyAttributes").Elements("AttributeName").Select(element => element.Value.Trim()).ToList();
                if (columns.Count is 0 or > MostColumns) yield return new Flaw(name, $"has {columns.Count.ToString(CultureInfo.InvariantCulture)} columns");
                var bytes = 0;
                foreach (var column in columns)
                {
                    if (zip.References.LacksColumn(table.LogicalName, column)) yield return new Flaw(name, $"column {column} does not exist");
                    if (zip.Tables.Column(table.LogicalName, column) is not { } found) continue;
                    if (!Allowed.Contains(found.Type) && !(found.Type == "primarykey" && columns.Contains("partitionid"))) yield return new Flaw(name, $"column {column} is of type {found.Type}");
                    if (found.Secured) yield return new Flaw(name, $"column {column} is secured");
                    bytes += Width(found);
                }
                if (bytes > (zip.IsOurs ? MostBytes : MostBytesOfOthers)) yield return new Flaw(name, $"is {bytes.ToString(CultureInfo.InvariantCulture)} bytes wide");
            }
        }
    }

    private static int Width(ColumnXml column) => column.Type switch
    {
        "nvarchar" => 2 * (int.TryParse(column.Element.Text("MaxLength"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var length) ? length : 0),
        "lookup" or "customer" => 16,
        "decimal" => 17,
        "datetime" => 8,
        _ => 4,
    };
}
