using System.Collections.Generic;
using Crm.Extensions.Cli.Schema;

namespace Crm.Extensions.Cli.Verifying.Rules;

/// <summary>Relationships join tables that exist, by a look-up that exists.</summary>
internal sealed class RelationshipEnds : IVerifyRule
{
    public string Id => "relationship-ends";

    public string Remedy => "Pack the table and the look-up column that the relationship names, or drop the relationship.";

    public IEnumerable<Flaw> Find(SolutionZip zip)
    {
        foreach (var relationship in zip.Section("EntityRelationships", "EntityRelationship"))
        {
            var name = $"relationship {(string?)relationship.Attribute("Name")}";
            foreach (var end in new[] { "ReferencingEntityName", "ReferencedEntityName", "FirstEntityName", "SecondEntityName" })
                if (relationship.Text(end) is { } table && zip.References.LacksTable(LogicalName.Of(table)))
                    yield return new Flaw(name, $"table {table} does not exist");
            if (relationship.Text("ReferencingEntityName") is not { } child || relationship.Text("ReferencingAttributeName") is not { } lookup) continue;
            var column = zip.Tables.Column(LogicalName.Of(child), LogicalName.Of(lookup));
            if (zip.References.LacksColumn(LogicalName.Of(child), LogicalName.Of(lookup))) yield return new Flaw(name, $"table {child} has no column {lookup}");
            else if (column is not null && column.Type is not ("lookup" or "customer" or "owner" or "primarykey" or "uniqueidentifier" or "partylist" or "file" or "image"))
                yield return new Flaw(name, $"column {lookup} of {child} is no look-up");
        }
    }
}
