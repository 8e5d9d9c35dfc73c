using System.Collections.Generic;
using System.Linq;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Each look-up that the zip adds has a relationship, which says what it points to.</summary>
internal sealed class LookupRelationships : IVerifyRule
{
    public string Id => "lookup-relationships";

    public string Remedy => "Add an EntityRelationship whose ReferencingAttributeName is the look-up.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        var joined = zip.Section("EntityRelationships", "EntityRelationship")
            .Select(one => (LogicalName.Of(one.Text("ReferencingEntityName") ?? ""), LogicalName.Of(one.Text("ReferencingAttributeName") ?? ""))).ToHashSet();

        // elsewhere a look-up without its relationship may be one that another solution of the publisher brought and this one relabels
        return from table in zip.Tables.Own
               where zip.IsOurs || table.IsWhole && zip.IsOwnName(table.LogicalName)
               from column in table.Columns.Values
               where column.Custom && column.Type is ("lookup" or "customer") && zip.IsOwnName(column.LogicalName) && (string?)column.Element.Attribute("unmodified") != "1" && !joined.Contains((table.LogicalName, column.LogicalName))
               select new Flaw($"column {table.LogicalName}.{column.LogicalName}", "is a look-up without a relationship");
    }
}
